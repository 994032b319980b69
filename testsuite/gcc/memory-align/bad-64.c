/* memory-align: what GCC aligns of its own accord, as long as it does not compile for size; cmpxchg16b.  */
/* { dg-options "-O2 -mcx16" } */
/* { avow-modes 64 } */
typedef unsigned char b;
typedef unsigned long ul;
struct two { ul a, b; };
void use (void *);
void local (void) { b x[17]; use (x); asm volatile ("movaps %0, %%xmm0" : : "m" (x) : "xmm0"); } /* { dg-note "movaps.*it works as long as.*[avow:memory-align]" } { avow-verdict verified } */
/* 8 bytes are not enough to be aligned */
int swap (void) { struct two x = { 1, 2 }; b ok; ul a = 1, d = 2; use (&x); asm volatile ("lock; cmpxchg16b %0\n\tsetz %1" : "+m" (x), "=q" (ok), "+a" (a), "+d" (d) : "b" (3L), "c" (4L) : "cc"); return ok; } /* { dg-note "cmpxchg16b.*multiple of 16; operand %0.*[avow:memory-align]" } { avow-verdict verified } */
int swap_p (ul p[2]) { b ok; ul a = 1, d = 2; asm volatile ("lock; cmpxchg16b %0\n\tsetz %1" : "+m" (*p), "=q" (ok), "+a" (a), "+d" (d) : "b" (3L), "c" (4L) : "memory", "cc"); return ok; } /* { dg-note "cmpxchg16b.*promises a multiple of 8; it works.*[avow:memory-align]" } { avow-verdict verified } */
int swap_size (void) { static struct two x; b ok; ul a = 1, d = 2; asm volatile ("lock; cmpxchg16b %0\n\tsetz %1" : "+m" (x), "=q" (ok), "+a" (a), "+d" (d) : "b" (3L), "c" (4L) : "cc"); return ok; } /* { dg-warning "cmpxchg16b.*promises a multiple of 8 .*[avow:memory-align]" } */
