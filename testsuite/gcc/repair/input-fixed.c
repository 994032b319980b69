/* mull changes eax, which is an input only.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "100002" } */
#include <stdio.h>
__attribute__ ((noipa)) static unsigned
high (unsigned x, unsigned y)
{
  unsigned h;
  asm ("mull %2" : "=d" (h) : "a" (x), "r" (y) : "cc");
  return h + x;
}
int main (void) { printf ("%u\n", high (100000, 100000)); return 0; }
