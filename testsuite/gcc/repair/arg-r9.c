/* The statement destroys r9, where an argument lives.  */
/* { dg-do run } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "16007" } */
#include <stdio.h>
__attribute__ ((noipa)) static long
f (long a, long b, long c, long d, long e, long g)
{
  asm volatile ("movl $1, %%r9d" : : : "cc");
  return 1000 * g + 7;
}
int main (void) { printf ("%ld\n", f (11, 12, 13, 14, 15, 16)); return 0; }
