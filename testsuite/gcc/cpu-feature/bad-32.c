/* cpu-feature: plain i686 has neither MMX nor SSE.  */
/* { dg-options "-O2 -march=i686" } */
/* { avow-modes 32 } */
void fence (void) { asm volatile ("mfence" : : : "memory"); } /* { dg-note "mfence.*with SSE2,.*[avow:cpu-feature]" } */
void sse (void) { asm volatile ("xorps %%xmm0, %%xmm0" ::: "memory"); } /* { dg-note "xorps.*with SSE,.*[avow:cpu-feature]" } */
void mmx (void) { asm volatile ("pxor %%mm0, %%mm0; emms" ::: "memory"); } /* { dg-note "pxor.*with MMX,.*[avow:cpu-feature]" } */
/* what every processor of the mode has */
void bswap (unsigned *p) { unsigned x = *p; asm ("bswap %0" : "+r" (x)); *p = x; } /* { dg-bogus "cpu-feature" } */
void clock (unsigned *p) { asm volatile ("rdtsc" : "=a" (p[0]), "=d" (p[1])); } /* { dg-bogus "cpu-feature" } */
