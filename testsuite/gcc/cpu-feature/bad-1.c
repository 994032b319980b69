/* cpu-feature: an extension that the function is not compiled for is a note, and one for each statement.  */
/* { dg-options "-O2 -march=x86-64" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
u popcnt (u x) { u r; asm ("popcntl %1, %0" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-note "popcntl.*POPCNT.*-mpopcnt|popcntl.*POPCNT.*[avow:cpu-feature]" } */
void avx (void) { asm volatile ("vpxor %%ymm2, %%ymm2, %%ymm2" : : : "xmm2"); } /* { dg-note "vpxor.*with AVX2.*[avow:cpu-feature]" } */
void two (void) { asm volatile ("vpxor %%xmm2, %%xmm2, %%xmm2\n\tvpxor %%ymm2, %%ymm2, %%ymm2" : : : "xmm2"); } /* { dg-note "vpxor %%xmm2.*with AVX,.*[avow:cpu-feature]" } */
void mask (void) { asm volatile ("kxorw %%k1, %%k1, %%k1" : : : "memory"); } /* { dg-note "kxorw.*with AVX512F,.*[avow:cpu-feature]" } */
__attribute__ ((target ("avx"))) void half (void) { asm volatile ("vpxor %%xmm2, %%xmm2, %%xmm2\n\tvpxor %%ymm2, %%ymm2, %%ymm2" : : : "xmm2"); } /* { dg-note "vpxor %%ymm2.*with AVX2,.*[avow:cpu-feature]" } */
#pragma GCC push_options
#pragma GCC target ("no-sse4.1")
u crc (u x, u y) { asm ("crc32l %1, %0" : "+r" (x) : "r" (y)); return x; } /* { dg-note "crc32l.*with SSE4_2,.*[avow:cpu-feature]" } */
#pragma GCC pop_options
/* In an inline function it is the function that it is compiled in that counts; each copy is judged
   where it stands in the source.  */
static inline u lz (u x) { u r; asm ("lzcntl %1, %0" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-note "lzcntl.*with LZCNT,.*[avow:cpu-feature]" } */
u use (u x) { return lz (x); }
