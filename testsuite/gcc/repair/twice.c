/* Two findings about one output, mended by one change; the changes do not come in the order of the text.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { dg-options "-O2" } */
/* { avow-options "mode=fix" } */
/* { dg-output "8 9 3" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
__attribute__ ((noipa)) void
f (int *p, int c)
{
  int a = 5, b = 9;
  asm volatile ("testl %3, %3; jz 1f; addl $7, %1; 1: addl $3, %0; movl $3, (%2)" /* { dg-note "made operand 1 an input too" } */
                : "=&r" (a), "=&a" (b) /* { dg-note "made operand 0 an input too" "" { target *-*-* } .-1 } */
                : "r" (p), "r" (c)
                : "cc");
  printf ("%d %d %d\n", a, b, *p);
}
int main (void)
{
  int x = 1;
  f (&x, 0);
  return 0;
}
