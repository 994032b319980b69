/* A read of the counter is moved out of a loop, which then never ends: bounded here.  */
/* { dg-do run } */
/* { avow-options "mode=fix" } */
/* { dg-output "moved on" } */
/* { avow-broken-output "stuck" } */
#include <stdio.h>
static inline unsigned tsc (void)
{
  unsigned a;
  asm ("rdtsc" : "=a" (a) : : "edx");
  return a;
}
int main (void)
{
  unsigned start = tsc ();
  for (int i = 0; i < 100000; i++)
    if (tsc () != start)
      {
        puts ("moved on");
        return 0;
      }
  puts ("stuck");
  return 0;
}
