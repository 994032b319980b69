/* A basic asm has no clobber list; it gets one.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "9 100%" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
__attribute__ ((noipa)) int id (int x) { return x; }
int main (void)
{
  int x = id (9);
  asm ("movl $1, %ebx\n\tmovl $1, %esi\n\tmovl $1, %edi # 100% {a|b}");
  printf ("%d 100%%\n", id (x));
  return 0;
}
