/* r12 to r15 */
/* { dg-do run } */
/* { avow-options "mode=fix" } */
/* { dg-output "10" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
__attribute__ ((noipa)) int id (int x) { return x; }
int main (void)
{
  int a = id (1), b = id (2), c = id (3), d = id (4);
  asm volatile ("xorl %%ebx, %%ebx; xorl %%r12d, %%r12d; xorl %%r13d, %%r13d; xorl %%r14d, %%r14d" : : : "cc");
  printf ("%d\n", id (a) + id (b) + id (c) + id (d));
  return 0;
}
