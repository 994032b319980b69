/* A string instruction with a known count.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "11 22 33" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
int main (void)
{
  int a[3] = { 11, 22, 33 }, b[3] = { 0, 0, 0 };
  void *to = b;
  const void *from = a;
  asm volatile ("cld; rep movsl" : "+D" (to), "+S" (from) : "c" (3)); /* { dg-note "declared the 12 bytes of memory at operand 3" } */
  printf ("%d %d %d\n", b[0], b[1], b[2]);
  return 0;
}
