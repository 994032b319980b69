/* rep stosb with its registers as outputs but no "memory".  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "3 3" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
int main (void)
{
  char b[16] = { 1, 2 };
  void *d = b;
  long n = sizeof b;
  asm volatile ("rep; stosb" : "+D" (d), "+c" (n) : "a" (3));
  printf ("%d %d\n", b[0], b[1]);
  return 0;
}
