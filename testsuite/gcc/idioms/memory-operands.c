/* Memory that is declared in one way or another.  */
/* { dg-options "-O2 -msse2" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
#include <stddef.h>
typedef unsigned u;
u dummy_in (const u *p) { u r; asm ("movl (%1), %0" : "=r" (r) : "r" (p), "m" (*p)); return r; }
void dummy_out (u *p, u x) { asm ("movl %2, (%1)" : "=m" (*p) : "r" (p), "r" (x)); }
void dummy_inout (u *p) { asm ("incl (%1)" : "+m" (*p) : "r" (p) : "cc"); }
u vla_in (const char *p, size_t n) { u r; const char *q = p; size_t m = n; asm ("xorl %0, %0\n1:\taddb (%1), %b0\n\tinc %1\n\tdec %2\n\tjnz 1b" : "=&q" (r), "+r" (p), "+r" (m) : "m" (*(const char (*)[n]) q) : "cc"); return r; }
u open_in (const char *p, size_t n) { u r; asm ("movzbl (%1,%2), %0" : "=r" (r) : "r" (p), "r" (n), "m" (*(const char (*)[]) p)); return r; }
void vla_out (char *p, size_t n) { char *q = p; size_t m = n; asm ("rep; stosb" : "+D" (p), "+c" (m), "=m" (*(char (*)[n]) q) : "a" (0)); }
void open_out (char *p, size_t n) { char *q = p; asm ("rep; stosb" : "+D" (p), "+c" (n), "=m" (*(char (*)[]) q) : "a" (0)); }
void memcpy_ (char *d, const char *s, size_t n) { char *e = d; const char *t = s; size_t m = n; asm ("rep; movsb" : "+D" (d), "+S" (s), "+c" (m), "=m" (*(char (*)[n]) e) : "m" (*(const char (*)[n]) t)); }
size_t strlen_ (const char *s) { size_t n; const char *t = s; asm ("repne; scasb" : "=c" (n), "+D" (s) : "0" (-1L), "a" (0), "m" (*(const char (*)[]) t) : "cc"); return ~n - 1; }
#define ADDR(p) (*(volatile long *) (p))
void kernel_bits (u long_unused, volatile unsigned long *addr) { (void) long_unused; asm volatile ("lock; orb $1, %0" : "+m" (ADDR (addr)) :: "cc"); }
struct page { unsigned long a[100]; };
#define __m(x) (*(struct page *) (x))
u user_load (const u *p) { u r; asm volatile ("movl %1, %0" : "=r" (r) : "m" (__m (p))); return r; }
/* "memory" stands for all of it */
void memory_m (u *p) { asm volatile ("incl %0" : : "m" (*p) : "memory", "cc"); }
void memory_r (u *p) { asm volatile ("incl (%0); movl $1, 400(%0)" : : "r" (p) : "memory", "cc"); }
/* relaxed atomics: the operand is declared, no order is wanted */
u fetch_add (u *p, u x) { asm volatile ("lock; xaddl %0, %1" : "+r" (x), "+m" (*p) : : "cc"); return x; }
u exchange (u *p, u x) { asm volatile ("xchgl %0, %1" : "+r" (x), "+m" (*p)); return x; }
u cas (u *p, u o, u n) { asm volatile ("lock; cmpxchgl %2, %1" : "+a" (o), "+m" (*p) : "r" (n) : "cc"); return o; }
int cas_flag (u *p, u o, u n) { int ok; asm volatile ("lock\n\tcmpxchgl %3, %1" : "=@ccz" (ok), "+m" (*p), "+a" (o) : "r" (n)); return ok; }
int dec_test (u *p) { int z; asm volatile ("lock; decl %0" : "+m" (*p), "=@ccz" (z)); return z; }
int dec_goto (u *p) { asm goto ("lock; decl %0; jz %l[zero]" : : "m" (*p) : "memory", "cc" : zero); return 0; zero: return 1; }
void add (u *p, u x) { asm volatile ("lock; addl %1, %0" : "+m" (*p) : "ir" (x) : "cc"); }
void or_tied (u *p) { asm volatile ("lock; orl $1, %0" : "=m" (*p) : "m" (*p) : "cc"); }
u load (const volatile u *p) { u r; asm volatile ("movl %1, %0" : "=r" (r) : "m" (*p)); return r; }
void store (volatile u *p, u x) { asm volatile ("movl %1, %0" : "=m" (*p) : "ri" (x)); }
/* addresses only */
void prefetch (const void *p) { asm volatile ("prefetcht0 %0" : : "m" (*(const char *) p)); }
void prefetch_p (const void *p) { asm volatile ("prefetchnta %a0" : : "p" (p)); }
void *lea (void *p) { void *r; asm ("lea 16(%1), %0" : "=r" (r) : "r" (p)); return r; }
void clflush (void *p) { asm volatile ("clflush %0" : "+m" (*(volatile char *) p)); }
void invlpg (void *p) { asm volatile ("invlpg (%0)" : : "r" (p) : "memory"); }
