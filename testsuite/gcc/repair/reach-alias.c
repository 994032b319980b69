/* The object is not of the type that the pointer has: its bytes are declared as characters.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "7" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
__attribute__ ((noipa)) int f (float *x)
{
  *x = 1;
  asm volatile ("movl $0x40e00000, (%0)" : : "r" ((int *) x)); /* { dg-note "declared the 4 bytes of memory at operand 0, .=m" } */
  return (int) *x;
}
int main (void)
{
  float x;
  printf ("%d\n", f (&x));
  return 0;
}
