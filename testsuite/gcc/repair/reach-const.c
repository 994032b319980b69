/* A store through a pointer to const: `*p' could not be an output.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "2" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
__attribute__ ((noipa)) int f (int *x)
{
  const int *p = x;
  *x = 1;
  asm volatile ("movl $2, (%0)" : : "r" (p)); /* { dg-note "declared the 4 bytes of memory at operand 0, .=m" } */
  return *x;
}
int main (void)
{
  int x;
  printf ("%d\n", f (&x));
  return 0;
}
