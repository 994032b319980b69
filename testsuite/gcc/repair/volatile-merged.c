/* Two reads of the time stamp counter become one.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "different" } */
/* { avow-broken-output "same" } */
#include <stdio.h>
static inline unsigned tsc (void)
{
  unsigned a;
  asm ("rdtsc" : "=a" (a) : : "edx"); /* { dg-note "repaired.*volatile" } */
  return a;
}
int main (void)
{
  unsigned a = tsc (), b = tsc ();
  puts (a == b ? "same" : "different");
  return 0;
}
