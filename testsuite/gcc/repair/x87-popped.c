/* The template pops an input and does not say so: the code behind goes on using it.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { dg-additional-options "-O2" } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "6 15" } */
#include <stdio.h>
__attribute__ ((noipa)) static long double
times (long double x, long double y, long double *sum)
{
  long double r;
  asm ("fmulp" : "=t" (r) : "0" (x), "u" (y));
  *sum = x + y + r + 4;
  return r;
}
int
main (void)
{
  long double s, p = times (2, 3, &s);
  printf ("%.0Lf %.0Lf\n", p, s);
  return 0;
}
