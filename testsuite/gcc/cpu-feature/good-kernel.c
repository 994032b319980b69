/* cpu-feature: -mno-sse on x86-64 keeps the compiler out of the vector registers and says nothing about the
   processor.  A function that is never compiled has no options of its own.  */
/* { dg-options "-O2 -mno-sse -mno-mmx -mno-80387 -mno-red-zone" } */
/* { avow-modes 64 } */
struct area { char bytes[512] __attribute__ ((aligned (16))); };
void save (struct area *a) { asm volatile ("fxsaveq %0" : "=m" (*a)); } /* { dg-bogus "cpu-feature" } */
void zero (void) { asm volatile ("xorps %%xmm0, %%xmm0" : : : "memory"); } /* { dg-bogus "cpu-feature" } */
void init (void) { asm volatile ("fninit"); } /* { dg-bogus "cpu-feature" } */
static inline __attribute__ ((target ("avx2"))) void unused (void) { asm volatile ("vpxor %%ymm2, %%ymm2, %%ymm2" : : : "memory"); } /* { dg-bogus "cpu-feature" } */
