// References and members: the old value is that of the object behind them.
// { dg-do run }
// { dg-require c++ }
// { avow-modes 64 32 }
// { avow-options "mode=fix" }
// { avow-broken-output "*" }
// { dg-output "12 5 6" }
#include <cstdio>
struct counter
{
  int n;
  __attribute__ ((noipa)) void add (int by) { asm ("addl %1, %0" : "=r" (n) : "r" (by) : "cc"); }
};
template <typename T> __attribute__ ((noipa)) T twice (T &x)
{
  T old = x;
  asm ("addl %0, %0; movl %0, %%ecx" : : "r" (x) : "cc");
  return old + x;
}
int
main ()
{
  counter c = { 7 };
  int x = 3;
  c.add (5);
  std::printf ("%d 5 %d\n", c.n, twice (x));
}
