/* { dg-require m32 } */
/* { avow-modes 32 } */
/* A 16-bit address register is an address, not the operand itself.  */
int
load (short *p)
{
  int r;
  asm ("movl (%%si), %0" : "=r" (r) : "S" (p)); /* { dg-warning "[avow:memory-read]" } */
  return r;
}
