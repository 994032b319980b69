/* The operand has side effects, so the source gets "memory" where the compiler gets an operand.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "2" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
static int x, n;
__attribute__ ((noipa)) int *next (void) { n++; return &x; }
int main (void)
{
  x = 1;
  int *p = next ();
  x = 1;
  asm volatile ("movl $2, (%0)" : : "r" ((void) next, p)); /* { dg-note "declared the 4 bytes of memory at operand 0, .=m" } */
  printf ("%d\n", x);
  x = 0;
  return n != 1;
}
