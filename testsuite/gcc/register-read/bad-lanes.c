/* Twins of good-lanes.c, in which the element that holds anything gets into the result.  */
/* { dg-options "-O2 -mssse3" } */
typedef int v4si __attribute__ ((vector_size (16)));
int sum (v4si x)
{
  int r;
  asm ("movdqa %1, %%xmm0; movhlps %%xmm0, %%xmm1; paddd %%xmm1, %%xmm0; pshufd $2, %%xmm0, %%xmm1; paddd %%xmm1, %%xmm0; movd %%xmm0, %0" /* { dg-warning "paddd %%xmm1.*xmm1.*[avow:register-read]" } */
       : "=r" (r) : "x" (x) : "xmm0", "xmm1");
  return r;
}
float reciprocal (float x)
{
  float r[4];
  asm ("rcpss %1, %%xmm4; pshufd $1, %%xmm4, %%xmm4; movups %%xmm4, %0" : "=m" (r) : "x" (x) : "xmm4"); /* { dg-warning "pshufd.*xmm4.*[avow:register-read]" } */
  return r[3];
}
int unpack (v4si x)
{
  int r;
  asm ("movq %1, %%xmm0; movhlps %%xmm0, %%xmm2; punpckhdq %%xmm0, %%xmm2; movd %%xmm2, %0" /* { dg-warning "punpckhdq.*xmm2.*[avow:register-read]" } */
       : "=r" (r) : "x" (x) : "xmm0", "xmm2");
  return r;
}
int shift (v4si x)
{
  int r;
  asm ("movlps %1, %%xmm3; psrlq $32, %%xmm3; packssdw %%xmm3, %%xmm3; psrldq $4, %%xmm3; movd %%xmm3, %0" /* { dg-warning "psrlq.*xmm3.*[avow:register-read]" } */
       : "=r" (r) : "m" (x) : "xmm3");
  return r;
}
int count (v4si x)
{
  int r;
  asm ("movd %1, %%xmm0; psrld %%xmm5, %%xmm0; movd %%xmm0, %0" : "=r" (r) : "m" (x) : "xmm0", "xmm5"); /* { dg-warning "psrld.*xmm5.*[avow:register-read]" } */
  return r;
}
float shuffled (v4si x)
{
  float r;
  asm ("movlps %1, %%xmm3; shufps $0x12, %%xmm3, %%xmm3; addps %%xmm3, %%xmm3; movss %%xmm3, %0" /* { dg-warning "shufps.*xmm3.*[avow:register-read]" } */
       : "=m" (r) : "m" (x) : "xmm3");
  return r;
}
/* the upper half of the source comes into the lower one of the destination */
v4si upper (v4si x) { asm ("movhlps %%xmm9, %0" : "+x" (x)); return x; } /* { dg-warning "xmm9.*[avow:register-read]" } */
