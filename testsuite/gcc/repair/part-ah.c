/* The statement destroys rcx, where an argument lives.  */
/* { dg-do run } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "42007" } */
#include <stdio.h>
__attribute__ ((noipa)) static long
f (long a, long b, long c, long d)
{
  asm volatile ("movb $9, %%ch" : : : "memory");
  return 1000 * d + 7;
}
int main (void) { printf ("%ld\n", f (1, 2, 3, 42)); return 0; }
