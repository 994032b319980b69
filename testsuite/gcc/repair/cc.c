/* (no patch: a note) Nothing but "cc" is missing: GCC assumes it, so the program is right either way; the repair adds it.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "4" } */
#include <stdio.h>
int main (void)
{
  int x = 3;
  asm volatile ("incl %0" : "+r" (x)); /* { dg-note "repaired.*cc" } */
  printf ("%d\n", x);
  return 0;
}
