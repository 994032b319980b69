/* Text that the assembler makes or leaves out.  */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=ignore" } */

int
in_macro (int x)
{
  int r;
  asm (".macro twice from, to\n\t" /* { avow-verdict verified } */
       "movl \\from, \\to\n\t"
       "addl \\to, \\to\n\t"
       ".endm\n\t"
       "twice %1, %0\n\t"
       ".purgem twice"
       : "=r" (r) : "r" (x) : "cc");
  return r;
}

int
in_irp (int x)
{
  asm (".irp r, ax, dx\n\tmovl %0, %%e\\r\n\t.endr" : "+r" (x) : : "eax", "edx"); /* { avow-verdict verified } */
  return x;
}

int
not_taken (int x)
{
  asm (".if %c1 == 8\n\tmovl %0, %%edx\n\t.else\n\tmovl %0, %%ecx\n\t.endif" : "+r" (x) : "i" (sizeof x) : "ecx"); /* { avow-verdict verified } */
  return x;
}

int
not_defined (int x)
{
  asm (".ifdef no_such_symbol\n\tmovl %0, %%edx\n\t.endif" : "+r" (x)); /* { avow-verdict verified } */
  return x;
}

/* A loop made of a macro and its own labels.  */
int
labels (int n, int m)
{
  asm (".macro count r\n\t" /* { avow-verdict verified } */
       ".Lagain\\@: decl \\r\n\t"
       "jnz .Lagain\\@\n\t"
       ".endm\n\t"
       "count %0\n\t"
       "count %1\n\t"
       ".purgem count"
       : "+r" (n), "+a" (m) : : "cc");
  return n + m;
}

/* As the Linux kernel numbers a register for an exception table: which one is the compiler's choice, but
   only data depends on it.  */
int
extable (int *p)
{
  int r;
  asm volatile (".macro number reg\n\t" /* { avow-verdict verified } */
                ".set .Lfound, 0\n\t"
                ".set .Lregnr, 0\n\t"
                ".irp rs,eax,ecx,edx,ebx,esp,ebp,esi,edi\n\t"
                ".ifc \\reg, %%\\rs\n\t"
                ".set .Lfound, .Lfound+1\n\t"
                ".long (.Lregnr << 8)\n\t"
                ".endif\n\t"
                ".set .Lregnr, .Lregnr+1\n\t"
                ".endr\n\t"
                ".if (.Lfound != 1)\n\t"
                ".error \"bad register argument\"\n\t"
                ".endif\n\t"
                ".endm\n"
                "1:\tmovl %1, %0\n"
                "2:\n\t"
                ".pushsection \"__ex_table\", \"a\"\n\t"
                ".balign 4\n\t"
                ".long (1b) - .\n\t"
                ".long (2b) - .\n\t"
                "number reg=%0\n\t"
                ".popsection\n\t"
                ".purgem number\n"
                : "=r" (r) : "m" (*p));
  return r;
}
