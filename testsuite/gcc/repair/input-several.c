/* Three inputs are changed; the template names operands in every way, and has percent signs.  */
/* { dg-do run } */
/* { avow-modes 64 32 } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "327" } */
#include <stdio.h>
__attribute__ ((noipa)) static int
f (int a, int b, int c)
{
  int r;
  asm ("imull $100, %k[a]; imull $10, %2 # 100%% %=\n\t"
       "addl %2, %1; addl %[c], %1; incl %3; movl %1, %0"
       : "=&r" (r) : [a] "r" (a), "r" (b), [c] "r" (c) : "cc");
  return r + a + b + c;
}
int main (void) { printf ("%d\n", f (3, 2, 1)); return 0; }
