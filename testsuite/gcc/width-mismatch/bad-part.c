/* What is left of a wider computation.  */
/* { dg-options "-O2" } */
/* { avow-modes 64 } */
#include <stddef.h>
typedef unsigned u;

u swapped (u x) { u r; asm ("movq %q1, %q0; rorq $32, %q0" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
u swapped_part (u x) { u r; asm ("movq %q1, %q0; rorq $32, %q0; movl %k0, %k0" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
u high (u x) { u r; asm ("movq %q1, %q0; shrq $32, %q0" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
u reversed (u x) { u r; asm ("movq %q1, %q0; bswapq %q0" : "=r" (r) : "r" (x)); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
long sum (u x, u y) { long r; asm ("leaq (%q1,%q2), %0" : "=r" (r) : "r" (x), "r" (y)); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
/* { dg-warning "%2.*[avow:width-mismatch]" "" { target *-*-* } .-1 } */
u shifted (u x, u y) { u r; asm ("leaq (%q1,%q2), %q0; shrq $4, %q0" : "=r" (r) : "r" (x), "r" ((size_t) y) : "cc"); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
int zero (u x) { int z; asm ("imulq $3, %q1, %q1; testq %q1, %q1" : "=@ccz" (z), "+r" (x)); return z; } /* { dg-warning "%1.*[avow:width-mismatch]" } */

/* GCC 12 loads -1 by "movl $-1, %ecx": the count is 0xffffffff, and the length comes out wrong.  */
size_t length (const char *s)
{
  size_t n;
  asm ("repne scasb" : "=c" (n), "+D" (s) : "a" (0), "0" (-1) : "cc", "memory"); /* { dg-warning "%3 has.*constant.*[avow:width-mismatch]" } */
  return ~n - 1;
}
/* An input with a number of its own is named by that.  */
size_t length_of (const char *s, int max)
{
  size_t n;
  asm ("repne scasb" : "=c" (n), "+D" (s) : "a" (0), "0" (max) : "cc", "memory"); /* { dg-warning "%3 .'max'..*[avow:width-mismatch]" } */
  return ~n - 1;
}
