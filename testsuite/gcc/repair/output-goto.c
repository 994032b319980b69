/* An output of an asm goto; the labels behind it move.  */
/* { dg-do run } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "11 out" } */
#include <stdio.h>
__attribute__ ((noipa)) static const char *
f (int x, int *r)
{
  int v = x;
  asm goto ("incl %0; jnz %l1" : "=r" (v) : : "cc" : out);
  *r = v;
  return "through";
out:
  *r = v;
  return "out";
}
int main (void) { int r; const char *s = f (10, &r); printf ("%d %s\n", r, s); return 0; }
