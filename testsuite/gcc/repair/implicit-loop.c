/* The statement destroys rcx, where an argument lives.  */
/* { dg-do run } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "37007" } */
#include <stdio.h>
__attribute__ ((noipa)) static long
f (long a, long b, long c, long d)
{
  asm volatile ("movl $1, %%ecx; 1: loop 1b" : : : "cc");
  return 1000 * d + 7;
}
int main (void) { printf ("%ld\n", f (1, 2, 3, 37)); return 0; }
