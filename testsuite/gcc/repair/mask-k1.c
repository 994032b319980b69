/* The statement destroys k1, where a mask lives.  */
/* { dg-do run } */
/* { dg-require cpu-avx512f } */
/* { dg-additional-options "-mavx512f" } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "5" } */
#include <stdio.h>
__attribute__ ((noipa)) static int
f (unsigned short m)
{
  unsigned short k = m;
  int r;
  asm volatile ("" : "+k" (k));
  asm volatile ("kxorw %%k1, %%k1, %%k1; kxorw %%k2, %%k2, %%k2; kxorw %%k5, %%k5, %%k5; kxorw %%k6, %%k6, %%k6; kxorw %%k0, %%k0, %%k0; kxorw %%k3, %%k3, %%k3" : : );
  asm volatile ("kmovw %1, %0" : "=r" (r) : "k" (k));
  return r;
}
int main (void) { printf ("%d\n", f (5)); return 0; }
