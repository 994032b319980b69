/* Two instances of a template are two statements at one place: one harmless, one not.  One message speaks of
   both; the report of each.  */
/* { dg-do run } */
/* { dg-options "-O2" } */
/* { dg-require c++ } */
/* { dg-output "6 wrong" } */
#include <cstdio>

template <int N>
__attribute__ ((noipa)) int
f (int a, int b)
{
  asm volatile ("movl $0, %%esi" : : : "cc"); /* { dg-warning "'rsi'" } */
  /* { dg-note "in this build: 'rsi' holds 'b' in .* .1 of 2 copies." "" { target *-*-* } .-1 } */
  return N ? a + b : a;
}

int
main ()
{
  int x = f<0> (6, 1), y = f<1> (6, 1);
  std::printf ("%d %s\n", x, y == 7 ? "right" : "wrong");
}
