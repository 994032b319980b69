/* Bytes in front of where the pointer points.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "5 8" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
__attribute__ ((noipa)) int f (int *p)
{
  int r;
  p[-1] = 5;
  asm volatile ("movl -4(%1), %0; movl $8, -4(%1)" : "=&r" (r) : "r" (p)); /* { dg-note "near operand 1, ..m" } */
  printf ("%d %d\n", r, p[-1]);
  p[-1] = 0;
  return r;
}
int main (void)
{
  int x[2] = { 1, 2 };
  return f (x + 1) != 5;
}
