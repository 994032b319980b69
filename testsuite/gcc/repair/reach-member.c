/* A store to a member behind a pointer to the structure.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "1 9 3" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
struct s { int a, b, c; };
__attribute__ ((noipa)) void f (struct s *p)
{
  p->a = 1;
  p->b = 2;
  p->c = 3;
  asm volatile ("movl $9, 4(%0)" : : "r" (p)); /* { dg-note "declared the 4 bytes of memory near operand 0, .=m" } */
  int b = p->b;
  p->b = 0;
  printf ("%d %d %d\n", p->a, b, p->c);
}
int main (void)
{
  struct s s;
  f (&s);
  return 0;
}
