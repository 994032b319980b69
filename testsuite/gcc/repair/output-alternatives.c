/* An output of two alternatives whose old value matters.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "9 4" } */
#include <stdio.h>
__attribute__ ((noipa)) static int
clamp (int x, int limit)
{
  int r = x;
  asm ("cmpl %2, %1; jle 1f; movl %2, %0; 1:" : "=r,r" (r) : "r,m" (x), "r,r" (limit) : "cc"); /* { dg-note "repaired" } */
  return r;
}
int main (void) { printf ("%d %d\n", clamp (12, 9), clamp (4, 9)); return 0; }
