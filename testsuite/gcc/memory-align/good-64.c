/* memory-align: the x86-64 ABI aligns arrays of 16 bytes or more.  */
/* { dg-options "-Os -mcx16" } */
/* { avow-modes 64 } */
/* { dg-bogus "memory-align" "" { target *-*-* } 0 } */
typedef unsigned char b;
typedef unsigned long ul;
static b global[16];
void array (void) { asm volatile ("movaps %0, %%xmm0" : : "m" (global) : "xmm0"); } /* { avow-verdict verified } */
void array_p (void) { asm volatile ("movaps (%0), %%xmm0" : : "r" (global) : "memory", "xmm0"); } /* { avow-verdict verified } */
int swap (unsigned __int128 *p) { b ok; ul a = 1, d = 2; asm volatile ("lock; cmpxchg16b %0\n\tsetz %1" : "+m" (*p), "=q" (ok), "+a" (a), "+d" (d) : "b" (3L), "c" (4L) : "cc"); return ok; } /* { avow-verdict verified } */
int swap_eight (ul *p) { b ok; unsigned a = 1, d = 2; asm volatile ("lock; cmpxchg8b %0\n\tsetz %1" : "+m" (*p), "=q" (ok), "+a" (a), "+d" (d) : "b" (3), "c" (4) : "cc"); return ok; } /* { avow-verdict verified } */
