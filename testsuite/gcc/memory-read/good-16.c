/* { dg-require m32 } */
/* { avow-modes 32 } */
int
load (short *p)
{
  int r;
  asm ("movl (%%si), %0" : "=r" (r) : "S" (p) : "memory");
  return r;
}
