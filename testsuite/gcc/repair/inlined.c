/* The same statement in several inlined copies: all are repaired.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "1 2 3" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
__attribute__ ((noipa)) int id (int x) { return x; }
static inline __attribute__ ((always_inline)) void scratch (void) { asm volatile ("movl $8, %%ebx; movl $8, %%esi; movl $8, %%edi; movl $8, %%ecx; movl $8, %%edx" : :); }
int main (void)
{
  int a = id (1);
  scratch ();
  int b = id (2);
  scratch ();
  int c = id (3);
  scratch ();
  printf ("%d %d %d\n", id (a), id (b), id (c));
  return 0;
}
