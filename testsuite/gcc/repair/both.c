/* An input is changed, the output is read, a register is destroyed: all in one statement.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "30 7 99" } */
#include <stdio.h>
__attribute__ ((noipa)) static int
f (int acc, int x, int keep, int *v)
{
  int r = acc;
  asm ("addl %1, %1; leal 2(%1), %%ecx; addl %%ecx, %0; movl $0, %%edx" : "=r" (r) : "r" (x));
  v[0] = x;
  v[1] = keep;
  return r;
}
int main (void) { int v[2], r = f (14, 7, 99, v); printf ("%d %d %d\n", r, v[0], v[1]); return 0; }
