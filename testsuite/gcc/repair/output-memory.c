/* A write-only memory output is incremented: the store before it is dropped.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "42" } */
#include <stdio.h>
__attribute__ ((noipa)) static int
f (void)
{
  int x[1];
  x[0] = 41;
  asm ("incl %0" : "=m" (x[0]) : : "cc");
  return x[0];
}
__attribute__ ((noipa)) static void dirty (void) { volatile int a[64]; for (int i = 0; i < 64; i++) a[i] = 7; }
int main (void) { dirty (); printf ("%d\n", f ()); return 0; }
