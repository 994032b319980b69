/* Without optimisation everything is written in the order of the source.  */
/* { dg-options "-O0" } */

asm (".set n, 1");
asm (".macro word r\n\tincl \\r\n\t.endm");

int
first (int x)
{
  asm (".if n == 1\n\tword %0\n\t.else\n\tmovl %0, %%ecx\n\t.endif" : "+r" (x) : : "cc"); /* { avow-verdict verified } */
  return x;
}

int
too_early (int x)
{
  asm ("LATER %0" : "+r" (x) : : "cc"); /* { avow-verdict unverified "assembler macro" } */
  return x;
}

asm (".purgem word\n\t.set n, 2\n\t.macro word r\n\tmovl \\r, %ecx\n\t.endm");
asm (".macro LATER r\n\tincl \\r\n\t.endm");

int
second (int x)
{
  asm (".if n == 1\n\tword %0\n\t.else\n\tmovl %0, %%edx\n\t.endif" : "+r" (x) : : "cc"); /* { dg-warning "edx.*[avow:clobber-register]" } */
  return x;
}

int
third (int x)
{
  asm ("word %0" : "+r" (x) : : "cc"); /* { dg-warning "ecx.*[avow:clobber-register]" } */
  return x;
}

int
in_time (int x)
{
  asm ("LATER %0" : "+r" (x) : : "cc"); /* { avow-verdict verified } */
  return x;
}
