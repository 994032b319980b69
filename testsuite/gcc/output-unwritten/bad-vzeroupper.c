/* vzeroupper clears what is above the low 16 bytes, and writes nothing to these. */
/* { dg-require x86 } */
/* { dg-options "-O2 -mavx" } */
/* { avow-modes 64 } */
#include <emmintrin.h>

__m128i
unset (void)
{
  register __m128i r __asm__ ("xmm1");
  asm ("vzeroupper" : "=x" (r) : : "xmm0", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", /* { dg-warning "[avow:output-unwritten]" } */
       "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15");
  return r;
}

__m128i
kept (void)
{
  register __m128i r __asm__ ("xmm1");
  asm ("vpxor %%xmm1, %%xmm1, %%xmm1\n\tvzeroupper" : "=x" (r) : : "xmm0", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", /* { avow-verdict verified } */
       "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15");
  return r;
}
