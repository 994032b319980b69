/* What the assembler would refuse, or reads from elsewhere, is not judged.  */

int
label_twice (int x)
{
  asm (".macro loop r\n.Lhere: decl \\r\n\tjnz .Lhere\n\t.endm\n\tloop %0\n\tloop %0\n\t.purgem loop" : "+r" (x)); /* { avow-verdict unverified "refuse" } */
  return x;
}

int
error_reached (int x)
{
  asm (".if %c1 > 2\n\t.error \"too many\"\n\t.endif\n\tmovl %0, %%ecx" : "+r" (x) : "i" (3)); /* { avow-verdict unverified "refuse" } */
  return x;
}

int
error_not_reached (int x)
{
  asm (".if %c1 > 4\n\t.error \"too many\"\n\t.endif\n\tincl %0" : "+r" (x) : "i" (3) : "cc"); /* { avow-verdict verified } */
  return x;
}

int
too_many_arguments (int x)
{
  asm (".macro one a\n\tincl \\a\n\t.endm\n\tone %0, %%ecx\n\t.purgem one\n\tmovl %0, %%ecx" : "+r" (x)); /* { avow-verdict unverified "refuse" } */
  return x;
}

int
included (int x)
{
  asm (".include \"macros.inc\"\n\tmovl %0, %%ecx" : "+r" (x)); /* { avow-verdict unverified "another file" } */
  return x;
}

/* A file as data is only data.  */
const char *
binary (void)
{
  const char *p;
  asm (".pushsection .rodata\n1:\t.incbin \"/dev/null\"\n\t.popsection\n\tlea 1b(%%rip), %0" : "=r" (p)); /* { avow-verdict verified } */
  return p;
}

void
binary_code (void)
{
  asm volatile (".incbin \"/dev/null\""); /* { avow-verdict unverified "another file" } */
}

/* Which register it is decides about code.  */
int
by_register (int x)
{
  asm (".ifc %0,%%eax\n\tincl %0\n\t.else\n\tmovl %0, %%ecx\n\t.endif" : "+r" (x)); /* { avow-verdict unverified "conditional" } */
  return x;
}
