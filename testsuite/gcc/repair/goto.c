/* asm goto with a register that it does not declare.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "5 no" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
__attribute__ ((noipa)) int id (int x) { return x; }
int main (void)
{
  int x = id (5), z = id (0);
  asm goto ("movl $8, %%ebx; movl $8, %%esi; movl $8, %%edi; testl %0, %0; jnz %l[yes]" : : "a" (z) : "cc" : yes);
  printf ("%d no\n", id (x));
  return 0;
yes:
  printf ("%d yes\n", id (x));
  return 0;
}
