/* A call of a C function with nothing declared: all that the ABI lets it destroy.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { dg-options "-O2 -mno-red-zone -fno-pie -no-pie" } */
/* { avow-options "mode=fix" } */
/* { dg-output "6 21 7.5" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
int glob;
double half = .5;
__attribute__ ((noinline, used)) void
callee (void)
{
  glob = 6;
  half = 0;
  asm volatile ("movl $99, %%eax; movl $99, %%ecx; movl $99, %%edx" : : : "eax", "ecx", "edx");
}
__attribute__ ((noipa)) void
f (int a, int b, int c, int d, int e, int g, double x)
{
  glob = 5;
  double y = x + half;
  asm volatile ("call callee"); /* { dg-note "repaired: added clobbers .*ecx|repaired: added clobbers .*rcx" } */
  printf ("%d %d %g\n", glob, a + b + c + d + e + g, x + y);
}
int main (void)
{
  f (1, 2, 3, 4, 5, 6, 3.5);
  return 0;
}
