/* "&" is needed in each alternative: it says nothing of the others.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "7" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
__attribute__ ((noipa)) unsigned id (unsigned x) { return x; }
__attribute__ ((noipa)) unsigned add4 (void)
{
  unsigned r, x = id (3);
  asm ("movl $4, %0; addl %1, %0" : "=r,r" (r) : "r,i" (x) : "cc"); /* { dg-note "repaired" } */
  return r;
}
int main (void)
{
  printf ("%u\n", add4 ());
  return 0;
}
