/* A memory operand that is an input only is stored to; the compiler goes on with the old value.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "6 6" } */
#include <stdio.h>
__attribute__ ((noipa)) static int
f (int *p)
{
  *p = 5;
  asm ("incl %0" : : "m" (*p) : "cc");
  return *p;
}
int main (void) { int x, r = f (&x); printf ("%d %d\n", r, x); return 0; }
