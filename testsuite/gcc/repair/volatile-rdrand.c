/* { dg-do run } */
/* { dg-require cpu-rdrand } */
/* { dg-options "-O2 -mrdrnd" } */
/* { avow-options "mode=fix" } */
/* { dg-output "different" } */
/* { avow-broken-output "same" } */
#include <stdio.h>
static inline unsigned long rnd (void)
{
  unsigned long r;
  asm ("1: rdrand %0; jnc 1b" : "=r" (r) : : "cc");
  return r;
}
int main (void)
{
  puts (rnd () == rnd () ? "same" : "different");
  return 0;
}
