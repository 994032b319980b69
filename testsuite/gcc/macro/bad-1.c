/* What a macro, a repetition or a condition stands for is judged like text that was written.  */
/* { avow-modes 64 32 } */

int
in_macro (int x)
{
  int r;
  asm (".macro twice from, to\n\t" /* { dg-warning "movl \$1,%ecx.*instruction 2. changes register '[er]cx'.*[avow:clobber-register]" } */
       "movl \\from, \\to\n\t"
       "movl $1,%%ecx\n\t"
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
  asm (".irp r, ax, dx\n\tmovl %0, %%e\\r\n\t.endr" : "+r" (x) : : "eax"); /* { dg-warning "edx.*[avow:clobber-register]" } */
  return x;
}

int
in_rept (int x)
{
  int r;
  asm (".rept 2\n\tmovl %1, %0\n\tmovl %0, %%edx\n\t.endr" : "=r" (r) : "r" (x)); /* { dg-warning "edx.*[avow:clobber-register]" } */
  return r;
}

int
in_branch (int x)
{
  asm (".if %c1 == 4\n\tmovl %0, %%edx\n\t.else\n\tmovl %0, %%ecx\n\t.endif" : "+r" (x) : "i" (sizeof x) : "ecx"); /* { dg-warning "edx.*[avow:clobber-register]" } */
  return x;
}

int
by_symbol (int x)
{
  asm ("n = 3\n\t.if n * 2 > 5 && n <> 4\n\tmovl $n, %%edx\n\taddl $n, %0\n\t.endif" : "+r" (x)); /* { dg-warning "edx.*[avow:clobber-register]" } */
  return x;
}
