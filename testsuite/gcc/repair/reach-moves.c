/* The pointer is an output too: its old value says where.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "0 4" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
__attribute__ ((noipa)) int f (int *p)
{
  int *q = p;
  *p = 5;
  asm volatile ("cld; stosl" : "+D" (q) : "a" (0)); /* { dg-note "declared the 4 bytes of memory at operand 2, .=m" } */
  int r = *p;
  printf ("%d %d\n", r, (int) ((char *) q - (char *) p));
  return *p;
}
int main (void)
{
  int x;
  return f (&x);
}
