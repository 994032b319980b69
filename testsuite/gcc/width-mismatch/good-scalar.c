/* The upper bytes do not get anywhere.  */
/* { dg-options "-O2 -mavx" } */
/* { avow-options "unverified=warn" } */
typedef float v4 __attribute__ ((vector_size (16)));

float move (float x) { float r; asm ("movaps %1, %0" : "=x" (r) : "x" (x)); return r; }
float bits (float y, float x) { asm ("orps %1, %0" : "+x" (y) : "x" (x)); return y; }
double clear (double x) { asm ("vandpd %1, %0, %0" : "+x" (x) : "x" (x)); return x; }
void store (float *p, float x) { asm ("movss %1, %0" : "=m" (*p) : "x" (x)); }
void store_d (double *p, double x) { asm ("vmovlpd %1, %0" : "=m" (*p) : "x" (x)); }
float add (float y, float x) { asm ("addss %1, %0" : "+x" (y) : "x" (x)); return y; }
float add_all (float y, float x) { asm ("addps %1, %0" : "+x" (y) : "x" (x)); return y; }
v4 spread (float x) { v4 r; asm ("vbroadcastss %1, %0" : "=x" (r) : "x" (x)); return r; }
v4 shuffled (float x) { v4 r; asm ("movaps %1, %0; shufps $0, %0, %0" : "=x" (r) : "x" (x)); return r; }
