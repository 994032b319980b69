/* Only the upper bytes of the input's register are changed, but they hold the caller's value.  */
/* { dg-do run } */
/* { avow-options "mode=fix" } */
/* { dg-options "-O1" } */
/* { avow-broken-output "*" } */
/* { dg-output "12345678 6" } */
#include <stdio.h>
__attribute__ ((noipa)) static unsigned get (void) { return 0x12345678; }
__attribute__ ((noipa)) static void use (unsigned y, int r) { printf ("%x %d\n", y, r); }
static inline int
top (unsigned char x)
{
  int r;
  asm ("movzbl %%al, %%eax; bsrl %%eax, %0" : "=r" (r) : "a" (x) : "cc");
  return r;
}
int main (void) { unsigned y = get (); int r = top (y); use (y, r); return 0; }
