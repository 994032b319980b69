/* A load that GCC does not see: the store before it is dead for GCC.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "30" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
__attribute__ ((noipa)) int first (int a)
{
  int x[2], r;
  x[0] = a;
  x[1] = a + 10;
  asm volatile ("movl (%1), %0; addl 4(%1), %0" : "=&r" (r) : "r" (x) : "cc");
  return r;
}
int main (void)
{
  int junk[64];
  for (int i = 0; i < 64; i++)
    junk[i] = -77;
  asm volatile ("" : : "r" (junk) : "memory");
  printf ("%d\n", first (10));
  return 0;
}
