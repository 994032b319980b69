// { dg-do run }
// { avow-options "mode=fix" }
// { dg-output "5 2" }
// { avow-broken-output "*" }
#include <cstdio>
template <class T> __attribute__ ((noipa)) T id (T x) { return x; }
template <class T> struct box { T v; void set () { asm volatile ("movl $2, (%0)" : : "r" (&v)); } };
int main ()
{
  int x = id (5);
  box<int> b { 1 };
  b.set ();
  asm volatile ("movl $9, %%ebx; movl $9, %%r12d" : :);
  printf ("%d %d\n", id (x), b.v);
}
