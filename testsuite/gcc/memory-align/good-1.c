/* memory-align: the corrected twins of bad-1.c; instructions that do not need alignment.  */
/* { dg-options "-Os -msse2 -mavx" } */
/* { avow-modes 64 32 } */
/* { dg-bogus "memory-align" "" { target *-*-* } 0 } */
typedef unsigned char b;
typedef float v4 __attribute__ ((vector_size (16)));
struct plain { b x[32]; };
struct aligned { b x[32]; } __attribute__ ((aligned (16)));
struct area { b x[512]; } __attribute__ ((aligned (16)));
static struct aligned global;
static b raised[64] __attribute__ ((aligned (64)));
void use (void *);
void local (void) { b x[17] __attribute__ ((aligned (16))); use (x); asm volatile ("movaps %0, %%xmm0" : : "m" (x) : "xmm0"); } /* { avow-verdict verified } */
void local_type (void) { struct aligned x; use (&x); asm volatile ("movdqa 16+%0, %%xmm0" : : "m" (x) : "xmm0"); } /* { avow-verdict verified } */
void pointer (void) { b x[32] __attribute__ ((aligned (32))); use (x); asm volatile ("movaps 16(%0), %%xmm0" : : "r" (x) : "memory", "xmm0"); } /* { avow-verdict verified } */
void structure (void) { asm volatile ("movaps %0, %%xmm0" : : "m" (global) : "xmm0"); } /* { avow-verdict verified } */
void element (void) { asm volatile ("movaps %0, %%xmm0" : : "m" (raised[48]) : "memory", "xmm0"); } /* { avow-verdict verified } */
void type (v4 *p) { asm volatile ("movaps (%0), %%xmm0" : : "r" (p), "m" (*p) : "xmm0"); } /* { avow-verdict verified } */
void type_m (v4 *p) { asm volatile ("movaps %0, %%xmm0" : : "m" (*p) : "xmm0"); } /* { avow-verdict verified } */
void value (v4 x) { asm volatile ("movaps %0, %%xmm0" : : "m" (x) : "xmm0"); } /* { avow-verdict verified } */
void fxsave (struct area *p) { asm volatile ("fxsave %0" : "=m" (*p)); } /* { avow-verdict verified } */
/* no alignment needed */
void unaligned (b *p) { asm volatile ("movdqu (%0), %%xmm0" : : "r" (p) : "memory", "xmm0"); } /* { avow-verdict verified } */
void vex (b *p) { asm volatile ("vpaddd (%0), %%xmm0, %%xmm0" : : "r" (p) : "memory", "xmm0"); } /* { avow-verdict verified } */
void half (b *p) { asm volatile ("movq %0, %%xmm0" : : "m" (*(double *) p) : "xmm0"); } /* { avow-verdict verified } */
void scalar (float *p) { asm volatile ("movss %0, %%xmm0" : : "m" (*p) : "xmm0"); } /* { avow-verdict verified } */
/* an index: how far is not known */
void indexed (v4 *p, long i) { asm volatile ("movaps (%0,%1,8), %%xmm0" : : "r" (p), "r" (i) : "memory", "xmm0"); } /* { avow-verdict verified } */
/* nothing is accessed */
void prefetch (b *p) { asm volatile ("prefetcht0 3(%0)" : : "r" (p)); } /* { avow-verdict verified } */
