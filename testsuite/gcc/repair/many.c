/* Five values live across the statement, more than the call-saved registers hold.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "1 2 3 4 5" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
__attribute__ ((noipa)) int id (int x) { return x; }
__attribute__ ((noipa)) void show (int a, int b, int c, int d, int e) { printf ("%d %d %d %d %d\n", a, b, c, d, e); }
int main (void)
{
  int a = id (1), b = id (2), c = id (3), d = id (4), e = id (5);
  asm volatile ("movl $7, %%eax; movl $7, %%ebx; movl $7, %%ecx; movl $7, %%edx; movl $7, %%esi; movl $7, %%edi" ::: "memory");
  show (a, b, c, d, e);
  return 0;
}
