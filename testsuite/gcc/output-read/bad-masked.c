/* A masked store leaves the elements that the mask does not select as they were. */
/* { dg-require x86 } */
/* { dg-options "-O2 -mavx512f" } */
/* { avow-modes 64 } */
typedef int v16 __attribute__ ((vector_size (64)));

void
store (v16 *p, v16 x, unsigned short m)
{
  asm ("vmovdqu32 %1, %0%{%2%}" : "+m" (*p) : "v" (x), "Yk" (m)); /* { avow-verdict verified } */
}

/* xor under a mask keeps what the mask leaves out. */
v16
clear (v16 x, unsigned short m)
{
  v16 r;
  asm ("vpxord %0, %0, %0%{%1%}" : "=v" (r) : "Yk" (m)); /* { dg-warning "[avow:output-read]" } */
  asm ("vpxord %0, %0, %0%{%1%}" : "+v" (x) : "Yk" (m)); /* { avow-verdict verified } */
  asm ("vpxord %0, %0, %0" : "=v" (r)); /* { avow-verdict verified } */
  return r + x;
}
