/* A memory operand of one element, of which the instruction writes four.  */
/* { dg-do run } */
/* { avow-modes 64 } */
/* { avow-options "mode=fix" } */
/* { dg-output "0 0" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
__attribute__ ((noipa, target ("sse2"))) int f (int *x, int k)
{
  x[0] = x[1] = k;
  asm volatile ("pxor %%xmm0, %%xmm0; movdqu %%xmm0, %0" : "=m" (x[0]) : : "xmm0"); /* { dg-note "declared the 16 bytes of memory at operand 0, .=m" } */
  return x[1];
}
int main (void)
{
  int x[4] = { 1, 2, 3, 4 };
  int b = f (x, 10);
  printf ("%d %d\n", x[0], b);
  return 0;
}
