/* memory-align: objects that are certainly less aligned than the instruction needs.  */
/* { dg-options "-Os -msse2 -mxsave" } */
/* { avow-modes 64 32 } */
typedef unsigned char b;
typedef float v4 __attribute__ ((vector_size (16)));
struct plain { b x[32]; };
struct packed { b c; v4 v; } __attribute__ ((packed));
struct area { b x[512]; };
static struct plain global;
static struct packed inside __attribute__ ((aligned (16)));
void use (void *);
/* locals: GCC aligns them better than they ask for only when it does not compile for size */
void local (void) { b x[17]; use (x); asm volatile ("movaps %%xmm0, %0" : "=m" (x) : : "memory"); } /* { dg-warning "movaps.*multiple of 16; operand %0 \('x'\) promises nothing.*[avow:memory-align]" } { dg-warning "[avow:register-read]" } */
void local_struct (void) { struct plain x; use (&x); asm volatile ("movdqa %0, %%xmm0" : : "m" (x) : "xmm0"); } /* { dg-warning "movdqa.*promises nothing.*[avow:memory-align]" } */
void small (void) { int x[2]; use (x); asm volatile ("movaps %0, %%xmm0" : : "m" (x[0]) : "memory", "xmm0"); } /* { dg-warning "movaps.*promises a multiple of 4.*[avow:memory-align]" } { dg-warning "[avow:memory-size]" } */
void pointer (void) { b x[17]; use (x); asm volatile ("movaps (%0), %%xmm0" : : "r" (x) : "memory", "xmm0"); } /* { dg-warning "movaps.*operand %0 promises nothing.*[avow:memory-align]" } */
/* a global structure */
void structure (void) { asm volatile ("movaps %0, %%xmm0" : : "m" (global) : "xmm0"); } /* { dg-warning "movaps.*promises nothing.*[avow:memory-align]" } */
/* packed: the type of the member promises 16, its place does not */
void member (void) { asm volatile ("movaps %0, %%xmm0" : : "m" (inside.v) : "xmm0"); } /* { dg-warning "movaps.*promises nothing.*[avow:memory-align]" } */
/* an odd place in an aligned object */
void odd (void) { b x[64] __attribute__ ((aligned (64))); use (x); asm volatile ("movaps 8+%0, %%xmm0" : : "m" (x) : "xmm0"); } /* { dg-warning "movaps.*promises a multiple of 8.*[avow:memory-align]" } */
void odd_pointer (void) { b x[64] __attribute__ ((aligned (64))); use (x); asm volatile ("movaps 20(%0), %%xmm0" : : "r" (x) : "memory", "xmm0"); } /* { dg-warning "movaps.*promises a multiple of 4.*[avow:memory-align]" } */
void odd_type (v4 *p) { asm volatile ("movaps 8+%0, %%xmm0" : : "m" (*p) : "memory", "xmm0"); } /* { dg-warning "movaps.*promises a multiple of 8.*[avow:memory-align]" } */
/* other instructions */
void source (void) { b x[17]; use (x); asm volatile ("pxor %%xmm1, %%xmm1\n\tpaddd %0, %%xmm1" : : "m" (x) : "xmm1"); } /* { dg-warning "paddd.*multiple of 16.*[avow:memory-align]" } */
void nontemporal (void) { b x[17]; use (x); asm volatile ("xorps %%xmm1, %%xmm1\n\tmovntps %%xmm1, %0" : "=m" (x) : : "xmm1"); } /* { dg-warning "movntps.*multiple of 16.*[avow:memory-align]" } */
void fxsave (void) { struct area x; use (&x); asm volatile ("fxsave %0" : "=m" (x)); } /* { dg-warning "fxsave.*multiple of 16.*[avow:memory-align]" } */
/* another agreement may hold behind a pointer: a note */
void agreed (b *p) { asm volatile ("movdqa (%0), %%xmm0" : : "r" (p) : "memory", "xmm0"); } /* { dg-note "movdqa.*operand %0 \('p'\) promises nothing; it works as long as.*[avow:memory-align]" } { avow-verdict verified } */
void agreed_m (struct plain *p) { asm volatile ("movdqa %0, %%xmm0" : : "m" (*p) : "xmm0"); } /* { dg-note "movdqa.*it works as long as.*[avow:memory-align]" } { avow-verdict verified } */
void number (unsigned long p) { asm volatile ("movdqa (%0), %%xmm0" : : "r" (p) : "memory", "xmm0"); } /* { dg-note "movdqa.*promises nothing; it works.*[avow:memory-align]" } { avow-verdict verified } */
extern b elsewhere[64];
void external (void) { asm volatile ("movdqa %0, %%xmm0" : : "m" (elsewhere) : "xmm0"); } /* { dg-note "movdqa.*it works as long as.*[avow:memory-align]" } { avow-verdict verified } */
