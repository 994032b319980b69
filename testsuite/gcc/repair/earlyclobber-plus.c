/* "+" and an input of the same value share a register.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "11" } */
/* { avow-broken-output "12" } */
#include <stdio.h>
__attribute__ ((noipa)) unsigned id (unsigned x) { return x; }
__attribute__ ((noipa)) unsigned f (void)
{
  unsigned x = id (5), lo = x;
  asm ("incl %0; addl %1, %0" : "+r" (lo) : "r" (x) : "cc"); /* { dg-note "repaired" } */
  return lo;
}
int main (void)
{
  printf ("%u\n", f ());
  return 0;
}
