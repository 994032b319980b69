/* Two pointers, one read and one written; the local arrays are seen by nobody else.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { dg-output "3 7" } */
/* { avow-broken-output "*" } */
#include <stdio.h>
int main (void)
{
  int a[2] = { 3, 4 }, b[2] = { 0, 0 };
  asm volatile ("movl (%0), %%eax; movl %%eax, (%1); addl 4(%0), %%eax; movl %%eax, 4(%1)" /* { dg-note "8 bytes of memory at operand 1, .=m" } */
                : /* { dg-note "8 bytes of memory at operand 0, .m" "" { target *-*-* } .-1 } */
                : "r" (a), "r" (b)
                : "eax", "cc");
  printf ("%d %d\n", b[0], b[1]);
  return 0;
}
