/* The old value of a write-only output is read.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "15" } */
#include <stdio.h>
__attribute__ ((noipa)) static int
f (int a, int b)
{
  int sum = a;
  asm ("addl %1, %0" : "=r" (sum) : "r" (b) : "cc");
  return sum;
}
int main (void) { printf ("%d\n", f (10, 5)); return 0; }
