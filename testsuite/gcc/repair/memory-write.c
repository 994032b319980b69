/* A store that GCC does not see.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "2" } */
/* { avow-broken-output "1" } */
#include <stdio.h>
int main (void)
{
  int x = 1;
  asm volatile ("movl $2, (%0)" : : "r" (&x)); /* { dg-note "repaired.*memory" } */
  printf ("%d\n", x);
  return 0;
}
