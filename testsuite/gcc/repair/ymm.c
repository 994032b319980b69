/* The upper half of a vector.  */
/* { dg-do run } */
/* { dg-options "-O2 -mavx2" } */
/* { dg-require cpu-avx2 } */
/* { avow-options "mode=fix" } */
/* { dg-output "1 2 3 4" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
typedef double v4 __attribute__ ((vector_size (32)));
__attribute__ ((noipa)) v4 keep (v4 x)
{
  asm volatile ("vpxor %%xmm0, %%xmm0, %%xmm0; vpxor %%xmm1, %%xmm1, %%xmm1" : :);
  return x;
}
int main (void)
{
  v4 r = keep ((v4) { 1, 2, 3, 4 });
  printf ("%g %g %g %g\n", r[0], r[1], r[2], r[3]);
  return 0;
}
