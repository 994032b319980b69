/* cmov leaves the output as it is when the condition does not hold.  */
/* { dg-do run } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "9 4" } */
#include <stdio.h>
__attribute__ ((noipa)) static int
clamp (int x, int limit)
{
  int r = x;
  asm ("cmpl %2, %1; cmovg %2, %0" : "=r" (r) : "r" (x), "r" (limit) : "cc");
  return r;
}
int main (void) { printf ("%d %d\n", clamp (12, 9), clamp (4, 9)); return 0; }
