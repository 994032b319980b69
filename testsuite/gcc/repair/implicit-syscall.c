/* The statement destroys rcx, where an argument lives.  */
/* { dg-do run } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "40" } */
#include <stdio.h>
__attribute__ ((noipa)) static long
f (long a, long b, long c, long d)
{
  asm volatile ("movl $39, %%eax; syscall" : : : "rax", "r11", "memory");
  return d + 0 * 1;
}
int main (void) { printf ("%ld\n", f (1, 2, 3, 40)); return 0; }
