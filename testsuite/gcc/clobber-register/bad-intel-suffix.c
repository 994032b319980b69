/* { dg-options "-O2 -masm=intel" } */
/* In Intel syntax the suffix of 32 bits is d.  */
int
product (int x, int y)
{
  asm ("imuld %1" : "+a" (x) : "r" (y) : "cc"); /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
  return x;
}
