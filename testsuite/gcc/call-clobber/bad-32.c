/* call-clobber: i386.  */
/* { avow-modes 32 } */
/* { dg-options "-O2 -mno-sse -mno-mmx" } */
static __attribute__ ((noinline, used, regparm (3))) int
callee (int a)
{
  return a + 1;
}

int
one_missing (int x)
{
  int r;
  asm volatile ("call callee" : "=a" (r) : "0" (x) : "edx", "memory", "cc", "st", "st(1)", "st(2)", "st(3)", "st(4)", "st(5)", "st(6)", "st(7)"); /* { dg-warning "may destroy ecx, which.*[avow:call-clobber]" } */
  return r;
}

int
x87 (int x)
{
  int r;
  asm volatile ("call callee" : "=a" (r) : "0" (x) : "ecx", "edx", "memory", "cc"); /* { dg-warning "may destroy st.*[avow:call-clobber]" } */
  return r;
}
