/* { dg-do run } */
/* { dg-options "-O2 -masm=intel" } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "5" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
__attribute__ ((noipa)) int id (int x) { return x; }
int main (void)
{
  int x = id (5);
  asm volatile ("mov ebx, 1\n\tmov esi, 2\n\tmov edi, 3" : :);
  printf ("%d\n", id (x));
  return 0;
}
