/* asm goto: the numbers of labels move when an output is added in front of them.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "5 zero, 6 not" } */
#include <stdio.h>
__attribute__ ((noipa)) static const char *
f (int x, int y, int *keep)
{
  *keep = 0;
  asm goto ("subl %1, %0; jz %l2" : : "r" (x), "r" (y) : "cc" : zero);
  *keep = x;
  return "not";
zero:
  *keep = x;
  return "zero";
}
int
main (void)
{
  int a, b;
  const char *s = f (5, 5, &a), *t = f (6, 5, &b);
  printf ("%d %s, %d %s\n", a, s, b, t);
  return 0;
}
