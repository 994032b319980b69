/* Seven values live on the x87 stack (GCC keeps one register for moves), and the template pushes two.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { dg-additional-options "-O2" } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "81 36" } */
#include <stdio.h>
#define KEEP(x) asm volatile ("" : "+t" (x))
__attribute__ ((noipa)) static long double
f (const double *p, const double *nine)
{
  long double a = p[0], b = p[1], c = p[2], d = p[3], e = p[4], g = p[5], h = p[6], i = p[7];
  double r;
  KEEP (a); KEEP (b); KEEP (c); KEEP (d); KEEP (e); KEEP (g); KEEP (h); KEEP (i);
  asm volatile ("fldl %1; fldl %1; fmulp; fstpl %0" : "=m" (r) : "m" (*nine));
  KEEP (a); KEEP (b); KEEP (c); KEEP (d); KEEP (e); KEEP (g); KEEP (h); KEEP (i);
  a += b + c + d + e + g + h + i;
  printf ("%.0f ", r);
  return a;
}
int
main (void)
{
  static const double p[] = { 1, 2, 3, 4, 5, 6, 7, 8 }, nine = 9;
  printf ("%.0Lf\n", f (p, &nine));
  return 0;
}
