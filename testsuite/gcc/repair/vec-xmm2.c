/* The statement destroys xmm2, where an argument lives.  */
/* { dg-do run } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "7" } */
#include <stdio.h>
__attribute__ ((noipa)) static double
f (double a, double b, double c, double d)
{
  asm volatile ("cvtsi2sdl %%eax, %%xmm2" : : : "memory");
  return c * 2;
}
int main (void) { printf ("%g\n", f (1.5, 2.5, 3.5, 4.5)); return 0; }
