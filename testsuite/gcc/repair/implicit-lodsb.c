/* The statement destroys rsi, where an argument lives.  */
/* { dg-do run } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "41" } */
#include <stdio.h>
__attribute__ ((noipa)) static long
f (long a, long b)
{
  asm volatile ("leaq -256(%%rsp), %%rsi; lodsb" : : : "rax", "memory");
  return b + 0 * 1;
}
int main (void) { printf ("%ld\n", f (1, 41)); return 0; }
