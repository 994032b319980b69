/* lifetime: the corrected twins of bad-1.c, and values that only look lost.  */
/* { dg-options "-O2 -mpopcnt" } */
/* { avow-modes 64 32 } */
/* { dg-bogus "lifetime" "" { target *-*-* } 0 } */
#include <stdlib.h>
#include <string.h>
typedef unsigned u;
long next (long);
static inline __attribute__ ((always_inline)) long twice (long x) { return 2 * x; }
u call (u a, u b)
{
  u t = next (b);
  register u x asm ("ecx") = a;
  register u y asm ("edx") = t;
  asm ("addl %1, %0" : "+r" (x) : "r" (y) : "cc"); /* { avow-verdict verified } */
  return x;
}
/* calls keep ebx, esi (in 64-bit mode ebx) */
void kept (u a)
{
  register u x asm ("ebx") = a;
  u t = next (a);
  asm volatile ("addl %1, %0" : "+r" (t) : "r" (x) : "cc"); /* { avow-verdict verified } */
}
/* no calls (with -mpopcnt) */
void builtin (u a, const char *p)
{
  register u x asm ("ecx") = a;
  u t = __builtin_popcount (a) + __builtin_expect (a, 1) + __builtin_bswap32 (a) + abs ((int) a) + twice (a);
  asm volatile ("addl %1, %0" : "+r" (t) : "r" (x) : "cc"); /* { avow-verdict verified } */
}
void statement (void)
{
  register u x asm ("edx") = 3;
  u n = 1;
  asm volatile ("movl $1, %%ecx" : : : "ecx");
  asm volatile ("addl %1, %0" : "+r" (n) : "r" (x) : "cc"); /* { avow-verdict verified } */
}
/* assigned again */
void again (u a)
{
  register u x asm ("ecx") = a;
  next (a);
  x = a + 1;
  asm volatile ("testl %0, %0" : : "r" (x) : "cc"); /* { avow-verdict verified } */
}
/* copied before the call */
void copied (u a)
{
  register u x asm ("ecx") = a;
  u t = x;
  next (a);
  asm volatile ("testl %0, %0" : : "r" (t) : "cc"); /* { avow-verdict verified } */
}
/* set by another statement, output only */
u output (void)
{
  register u x asm ("ecx");
  asm volatile ("movl $1, %0" : "=r" (x));
  u t = next (1);
  asm volatile ("movl $1, %0" : "=r" (x));
  return x + t;
}
long call3 (long n, long a, long b)
{
#ifdef __x86_64__
  register long r10 asm ("r10") = a;
  register long r8 asm ("r8") = b;
  long r;
  asm volatile ("syscall" : "=a" (r) : "0" (n), "r" (r10), "r" (r8) : "rcx", "r11", "memory");
#else
  register long ecx asm ("ecx") = a;
  register long edx asm ("edx") = b;
  long r;
  asm volatile ("int $0x80" : "=a" (r) : "0" (n), "r" (ecx), "r" (edx) : "memory");
#endif
  return r;
}
/* objects in scope */
u scope (void)
{
  u r, x = 1, *p = &x;
  asm volatile ("movl (%1), %0" : "=r" (r) : "r" (p) : "memory"); /* { avow-verdict verified } */
  return r;
}
u loop (u n)
{
  u s = 0;
  for (u i = 0; i < n; i++)
    {
      u x = i, r;
      asm volatile ("movl (%1), %0" : "=r" (r) : "r" (&x) : "memory"); /* { avow-verdict verified } */
      s += r;
    }
  return s;
}
u sibling (void)
{
  u r, *p;
  { u x = 1; p = &x; r = *p; }
  { u y = 2; p = &y; asm volatile ("movl (%1), %0" : "=r" (r) : "r" (p) : "memory"); } /* { avow-verdict verified } */
  return r;
}
/* only a number */
void number (u *p) { free (p); asm volatile ("" : : "r" (p) : "memory"); } /* { avow-verdict verified } */
u *number_out (u *p) { u *q; free (p); asm volatile ("mov %1, %0" : "=r" (q) : "r" (p)); return q; } /* { avow-verdict verified } */
/* another object */
u other (u *p, u *q) { u r; free (q); asm volatile ("movl (%1), %0" : "=r" (r) : "r" (p) : "memory"); return r; } /* { avow-verdict verified } */
u new_value (u *p)
{
  u r;
  free (p);
  p = malloc (4);
  asm volatile ("movl (%1), %0" : "=r" (r) : "r" (p) : "memory"); /* { avow-verdict verified } */
  return r;
}
