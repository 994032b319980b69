/* The statement destroys rdi, where an argument lives.  */
/* { dg-do run } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "38" } */
#include <stdio.h>
__attribute__ ((noipa)) static long
f (long a)
{
  asm volatile ("leaq -256(%%rsp), %%rdi; movb $0, %%al; cld" : : : "rax", "cc");
  return a + 0 * 1;
}
int main (void) { printf ("%ld\n", f (38)); return 0; }
