/* A scratch operand of which a part is written and stored again, by way of vector registers (pulseaudio, svolume_mmx.c).  */
/* { dg-options "-O2 -mmmx" } */
void scale (short *p, const int *factor)
{
  int t;
  asm volatile ("movd (%1), %%mm0; movw (%2), %w0; movd %0, %%mm1; pxor %%mm4, %%mm4; punpcklwd %%mm4, %%mm1\n\t" /* { avow-verdict verified } */
                "movq %%mm1, %%mm5; pmulhw %%mm0, %%mm1; pslld $16, %%mm1; psrld $16, %%mm0; psrad $16, %%mm1\n\t"
                "pmaddwd %%mm5, %%mm0; paddd %%mm1, %%mm0; packssdw %%mm0, %%mm0; movd %%mm0, %0; movw %w0, (%2); xorl %0, %0; emms"
                : "=&r" (t) : "r" (factor), "r" (p)
                : "memory", "st", "st(1)", "st(2)", "st(3)", "st(4)", "st(5)", "st(6)", "st(7)", "mm0", "mm1", "mm4", "mm5");
}
typedef float v4 __attribute__ ((vector_size (16)));
v4 added_before (unsigned a)
{
  v4 r;
  asm ("movd %1, %0; paddd %0, %0; movhlps %0, %0; unpcklps %0, %0" : "=x" (r) : "r" (a)); /* { avow-verdict verified } */
  return r;
}
