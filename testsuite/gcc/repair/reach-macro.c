/* In a macro the operand may be anything, and is not written twice.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "2" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
#define SET(p, v) asm volatile ("movl %1, (%0)" : : "r" (p), "r" (v)) /* { dg-note "declared the 4 bytes" "" { target *-*-* } } */
static int x, n;
static int *next (void) { n++; return &x; }
int main (void)
{
  x = 1;
  SET (next (), 2);
  printf ("%d\n", x);
  return n != 1;
}
