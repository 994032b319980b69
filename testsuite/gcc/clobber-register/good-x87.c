/* { dg-options "-O2 -msse4.2" } */
/* { avow-modes 64 32 } */
#define X87 "st", "st(1)", "st(2)", "st(3)", "st(4)", "st(5)", "st(6)", "st(7)"
#define MMX "mm0", "mm1", "mm2", "mm3", "mm4", "mm5", "mm6", "mm7"
typedef long long ll;

void copy (double *d, double *s) { asm volatile ("fldl %1; fstpl %0" : "=m" (*d) : "m" (*s) : "st(7)"); }
void copy1 (double *d, double *s) { asm volatile ("fldl %1; fstpl %0" : "=m" (*d) : "m" (*s) : "st"); }
void copy2 (double *d, double *s) { asm volatile ("fldl %1; fldl %1; faddp; fstpl %0" : "=m" (*d) : "m" (*s) : "st(6)", "st(7)"); }
void copy8 (double *d, double *s) { asm volatile ("fldl %1; fldl %1; faddp; fstpl %0" : "=m" (*d) : "m" (*s) : X87); }
void mm0 (ll *p) { asm volatile ("movq %0, %%mm0; movq %%mm0, %0; emms" : "+m" (*p) : : X87, MMX); }
void mm5 (int x) { asm volatile ("movd %0, %%mm5; emms" : : "r" (x) : X87, MMX); }
void mm_st (int x) { asm volatile ("movd %0, %%mm5; emms" : : "r" (x) : X87); }
void finit (void) { asm volatile ("fninit" : : : X87); }
long double square (long double x) { __asm__ ("fmul %%st(0), %%st" : "+t" (x)); return x; }
double root (double x) { double r; __asm__ ("fsqrt" : "=t" (r) : "0" (x)); return r; }
double atan2_ (double y, double x) { double r; __asm__ ("fpatan" : "=t" (r) : "0" (x), "u" (y) : "st(1)"); return r; }
void sincos_ (double x, double *s, double *c) { __asm__ ("fsincos" : "=t" (*c), "=u" (*s) : "0" (x)); }
double remainder_ (double x, double y) { double r; __asm__ ("1: fprem; fnstsw %%ax; testb $4, %%ah; jnz 1b" : "=t" (r) : "0" (x), "u" (y) : "ax", "cc"); return r; }
