/* A vector register is destroyed in a loop.  */
/* { dg-do run } */
/* { avow-options "mode=fix" } */
/* { dg-output "10.0" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
__attribute__ ((noipa)) double sum (const double *p, int n)
{
  double s = 0;
  for (int i = 0; i < n; i++)
    {
      asm volatile ("pxor %%xmm0, %%xmm0; pxor %%xmm1, %%xmm1; pxor %%xmm2, %%xmm2" : :);
      s += p[i];
    }
  return s;
}
int main (void)
{
  static const double d[] = { 1, 2, 3, 4 };
  printf ("%.1f\n", sum (d, 4));
  return 0;
}
