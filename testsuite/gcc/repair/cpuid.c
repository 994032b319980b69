/* cpuid writes ebx, ecx and edx.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "42" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
__attribute__ ((noipa)) int id (int x) { return x; }
__attribute__ ((noipa)) int after (int x, unsigned a) { return x + (a == 0xffffffff); }
int main (void)
{
  int x = id (40);
  int y = id (2);
  unsigned a = 0, c = 0;
  asm volatile ("cpuid" : "+a" (a), "+c" (c));
  printf ("%d\n", after (x, a) + y);
  return 0;
}
