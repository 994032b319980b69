/* A store to a global is delayed past the statement that reads it.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { dg-options "-O2 -fno-pie -no-pie" } */
/* { avow-options "mode=fix" } */
/* { dg-output "5 6" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
int glob = 1;
__attribute__ ((noipa)) int f (int *p)
{
  int r;
  glob = 5;
  asm volatile ("movl (%1), %0; movl $6, (%1)" : "=&r" (r) : "r" (p));
  int g = glob;
  glob = 7;
  printf ("%d %d\n", r, g);
  return 0;
}
int main (void) { return f (&glob); }
