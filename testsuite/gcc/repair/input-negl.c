/* An input register is changed, and used again.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "7 -6" } */
#include <stdio.h>
__attribute__ ((noipa)) static int
f (int x, int *n)
{
  int r;
  asm ("negl %1; movl %1, %0" : "=&r" (r) : "r" (x) : "cc");
  *n = r + 1;
  return x;
}
int main (void) { int n, x = f (7, &n); printf ("%d %d\n", x, n); return 0; }
