/* cpu-feature: the corrected twins of bad-1.c: options, attributes, pragmas; and what needs no option.  */
/* { dg-options "-O2 -march=x86-64 -mpopcnt" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
u popcnt (u x) { u r; asm ("popcntl %1, %0" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-bogus "cpu-feature" } */
__attribute__ ((target ("avx2"))) void avx (void) { asm volatile ("vpxor %%ymm2, %%ymm2, %%ymm2" : : : "xmm2"); } /* { dg-bogus "cpu-feature" } */
__attribute__ ((target ("arch=skylake-avx512"))) void mask (void) { asm volatile ("kxorw %%k1, %%k1, %%k1" : : : "k1"); } /* { dg-bogus "cpu-feature" } */
#pragma GCC push_options
#pragma GCC target ("sse4.2")
u crc (u x, u y) { asm ("crc32l %1, %0" : "+r" (x) : "r" (y)); return x; } /* { dg-bogus "cpu-feature" } */
#pragma GCC pop_options
__attribute__ ((target ("lzcnt"))) u lz (u x) { u r; asm ("lzcntl %1, %0" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-bogus "cpu-feature" } */
/* baseline */
void fence (void) { asm volatile ("mfence" : : : "memory"); } /* { dg-bogus "cpu-feature" } */
void sse2 (void) { asm volatile ("pxor %%xmm0, %%xmm0" : : : "xmm0"); } /* { dg-bogus "cpu-feature" } */
void cpuid (u *p) { asm volatile ("cpuid" : "=a" (p[0]), "=b" (p[1]), "=c" (p[2]), "=d" (p[3]) : "0" (0), "2" (0)); } /* { dg-bogus "cpu-feature" } */
void relax (void) { asm volatile ("pause" : : : "memory"); } /* { dg-bogus "cpu-feature" } */
void bsf (u *p) { asm ("rep; bsfl %0, %0" : "+r" (*p) : : "cc"); } /* { dg-bogus "cpu-feature" } */
