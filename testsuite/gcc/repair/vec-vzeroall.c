/* The statement destroys xmm3, where an argument lives.  */
/* { dg-do run } */
/* { dg-require cpu-avx } */
/* { dg-additional-options "-mavx" } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "9" } */
#include <stdio.h>
__attribute__ ((noipa)) static double
f (double a, double b, double c, double d)
{
  asm volatile ("vzeroall" : : : "memory");
  return d * 2;
}
int main (void) { printf ("%g\n", f (1.5, 2.5, 3.5, 4.5)); return 0; }
