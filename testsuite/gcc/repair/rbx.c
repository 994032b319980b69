/* A callee-saved register is destroyed: x lives in it.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "12345" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
__attribute__ ((noipa)) int get (void) { return 12345; }
__attribute__ ((noipa)) void use (void) { asm volatile ("" ::: "memory"); }
int main (void)
{
  int x = get ();
  asm volatile ("movl $1, %%ebx\n\tmovl $2, %%esi\n\tmovl $3, %%edi" ::: "memory"); /* { dg-note "repaired.*bx" } */
  use ();
  printf ("%d\n", x);
  return 0;
}
