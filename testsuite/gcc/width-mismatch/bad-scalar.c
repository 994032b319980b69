/* An input in a vector register is as wide as its type; above it is whatever the register held.  */
/* { dg-options "-O2 -mavx" } */
typedef float v4 __attribute__ ((vector_size (16)));

void store (v4 *p, float x) { asm ("movups %1, %0" : "=m" (*p) : "x" (x)); } /* { dg-warning "more than the 4 bytes.*[avow:width-mismatch]" } */
void store_d (v4 *p, double x) { asm ("vmovupd %1, %0" : "=m" (*p) : "x" (x)); } /* { dg-warning "more than the 8 bytes.*[avow:width-mismatch]" } */
v4 move (float x) { v4 r; asm ("movaps %1, %0" : "=x" (r) : "x" (x)); return r; } /* { dg-warning "more than the 4 bytes.*[avow:width-mismatch]" } */
v4 bits (v4 y, float x) { asm ("orps %1, %0" : "+x" (y) : "x" (x)); return y; } /* { dg-warning "more than the 4 bytes.*[avow:width-mismatch]" } */
