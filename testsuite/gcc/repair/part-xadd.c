/* The statement destroys rsi, where an argument lives.  */
/* { dg-do run } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "44007" } */
#include <stdio.h>
__attribute__ ((noipa)) static long
f (long a, long b)
{
  asm volatile ("xaddl %%esi, %%edi" : : : "rdi", "cc");
  return 1000 * b + 7;
}
int main (void) { printf ("%ld\n", f (1, 44)); return 0; }
