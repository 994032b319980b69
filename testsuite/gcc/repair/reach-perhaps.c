/* A store under a condition: the value before it matters, so it is an input as well.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "6 2" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
__attribute__ ((noipa)) int f (int *p, int c)
{
  *p = 6;
  asm volatile ("testl %1, %1; jz 1f; movl $2, (%0); 1:" : : "r" (p), "r" (c) : "cc"); /* { dg-note "declared the 4 bytes of memory at operand 0, ..m" } */
  return *p;
}
int main (void)
{
  int x;
  int a = f (&x, 0), b = f (&x, 1);
  printf ("%d %d\n", a, b);
  return 0;
}
