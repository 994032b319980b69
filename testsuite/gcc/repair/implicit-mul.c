/* The statement destroys rdx, where an argument lives.  */
/* { dg-do run } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "33" } */
#include <stdio.h>
__attribute__ ((noipa)) static long
f (long a, long b, long c)
{
  asm volatile ("movl $2, %%eax; mull %%eax" : : : "eax", "cc");
  return c + 0 * 1;
}
int main (void) { printf ("%ld\n", f (1, 2, 33)); return 0; }
