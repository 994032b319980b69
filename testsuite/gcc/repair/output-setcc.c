/* setcc writes one byte of an int.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "1 0" } */
#include <stdio.h>
__attribute__ ((noipa)) static int
equal (int a, int b)
{
  int r;
  asm ("cmpl %2, %1; sete %b0" : "=q" (r) : "r" (a), "r" (b) : "cc");
  return r;
}
__attribute__ ((noipa)) static int big (void) { return 0x7fffff00; }
int
main (void)
{
  int a, b;
  big ();
  a = equal (1000000, 1000000);
  big ();
  b = equal (1000000, 1000001);
  printf ("%d %d\n", a, b);
  return 0;
}
