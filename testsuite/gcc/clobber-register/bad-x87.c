/* { dg-options "-O2 -msse4.2" } */
/* GCC manual, "x86 Floating-Point asm Operands": extra stack space that the template needs
   must be clobbered; MMX registers are the same registers.  */
/* { avow-modes 64 32 } */
typedef long long ll;

void copy (double *d, double *s) { asm volatile ("fldl %1; fstpl %0" : "=m" (*d) : "m" (*s)); } /* { dg-warning "(st|x87).*avow:(clobber-register|machine-state)" } */
void copy2 (double *d, double *s) { asm volatile ("fldl %1; fldl %1; faddp; fstpl %0" : "=m" (*d) : "m" (*s) : "st(7)"); } /* { dg-warning "(st|x87).*avow:(clobber-register|machine-state)" } */
void left (double *s) { asm volatile ("fldl %0" : : "m" (*s)); } /* { dg-warning "(st|x87).*avow:(clobber-register|machine-state)" } */
void mm0 (ll *p) { asm volatile ("movq %0, %%mm0; movq %%mm0, %0" : "+m" (*p)); } /* { dg-warning "(mm0|st|x87).*avow:(clobber-register|machine-state)" } */
void mm5 (int x) { asm volatile ("movd %0, %%mm5; emms" : : "r" (x)); } /* { dg-warning "(mm|st|x87).*avow:(clobber-register|machine-state)" } */
void mm_and_other (int x) { asm volatile ("movd %0, %%mm0; movq %%mm0, %%mm3; emms" : : "r" (x) : "mm0"); } /* { dg-warning "(mm|st|x87).*avow:(clobber-register|machine-state)" } */
void finit (void) { asm volatile ("fninit" : :); } /* { dg-warning "(st|x87).*avow:(clobber-register|machine-state)" } */
