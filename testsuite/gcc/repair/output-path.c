/* One path leaves the output as it is.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "-1 3" } */
#include <stdio.h>
__attribute__ ((noipa)) static int
f (int x)
{
  int r = -1;
  asm ("testl %1, %1; jz 1f; movl %1, %0; 1:" : "=r" (r) : "r" (x) : "cc");
  return r;
}
int main (void) { int a = f (0), b = f (3); printf ("%d %d\n", a, b); return 0; }
