/* The output is reached through a pointer, and its old value matters.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "7 107" } */
#include <stdio.h>
struct s { int pad; int v; };
__attribute__ ((noipa)) static int
f (struct s *p, int n)
{
  int old = p->v;
  asm ("addl %1, %0" : "=r" (p->v) : "r" (n) : "cc");
  return old;
}
int main (void) { struct s s = { 0, 7 }; int o = f (&s, 100); printf ("%d %d\n", o, s.v); return 0; }
