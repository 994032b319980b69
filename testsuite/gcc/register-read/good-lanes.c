/* Elements of a vector register that hold anything, and do not get into the result.  */
/* { dg-options "-O2 -mssse3" } */
typedef int v4si __attribute__ ((vector_size (16)));
typedef short v4hi __attribute__ ((vector_size (8)));
int sum (v4si x) /* (x264, common/x86/predict-c.c) */
{
  int r;
  asm ("movdqa %1, %%xmm0; movhlps %%xmm0, %%xmm1; paddd %%xmm1, %%xmm0; pshuflw $14, %%xmm0, %%xmm1; paddd %%xmm1, %%xmm0; movd %%xmm0, %0" /* { avow-verdict verified } */
       : "=r" (r) : "x" (x) : "xmm0", "xmm1");
  return r;
}
float reciprocal (float x) /* (libyuv, row_gcc.cc) */
{
  float r[4];
  asm ("rcpss %1, %%xmm4; pshufd $0, %%xmm4, %%xmm4; movups %%xmm4, %0" : "=m" (r) : "x" (x) : "xmm4"); /* { avow-verdict verified } */
  return r[3];
}
int unpack (v4si x)
{
  int r;
  asm ("movq %1, %%xmm0; movhlps %%xmm0, %%xmm2; punpckldq %%xmm0, %%xmm2; psrldq $4, %%xmm2; movd %%xmm2, %0" /* { avow-verdict verified } */
       : "=r" (r) : "x" (x) : "xmm0", "xmm2");
  return r;
}
int shift (v4si x)
{
  int r;
  asm ("movlps %1, %%xmm3; psrlq $32, %%xmm3; packssdw %%xmm3, %%xmm3; movd %%xmm3, %0" /* { avow-verdict verified } */
       : "=r" (r) : "m" (x) : "xmm3");
  return r;
}
float shuffled (v4si x)
{
  float r;
  asm ("movlps %1, %%xmm3; shufps $0x11, %%xmm3, %%xmm3; addps %%xmm3, %%xmm3; movss %%xmm3, %0" /* { avow-verdict verified } */
       : "=m" (r) : "m" (x) : "xmm3");
  return r;
}
