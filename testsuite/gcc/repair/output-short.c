/* A 16-bit result in a 32-bit output: the upper half is that of the variable.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "1234abcd" } */
#include <stdio.h>
__attribute__ ((noipa)) static unsigned
f (unsigned x)
{
  unsigned r = x;
  asm ("movw $0xabcd, %w0" : "=r" (r));
  return r;
}
int main (void) { printf ("%x\n", f (0x12345678)); return 0; }
