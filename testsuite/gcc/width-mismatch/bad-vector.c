/* A vector read wider than its type.  Where it is not known which elements get into the result: a note, because most
   instructions work lane by lane, and bring nothing from the upper lanes into a result that is read no wider.  */
/* { dg-options "-O2 -mavx2" } */
/* { avow-modes 64 32 } */
typedef int v4 __attribute__ ((vector_size (16)));
typedef int v8 __attribute__ ((vector_size (32)));

v8 wide (v4 x) { v8 r; asm ("vpaddd %t1, %t1, %t0" : "=x" (r) : "x" (x)); return r; } /* { dg-warning "16 bytes.*%1.*[avow:width-mismatch]" } */
v4 narrow (v4 x) { v4 r; asm ("vpaddd %t1, %t1, %t0" : "=x" (r) : "x" (x)); return r; } /* { avow-verdict verified } */
int mask (v4 x) { int r; asm ("vpmovmskb %t1, %0" : "=r" (r) : "x" (x)); return r; } /* { dg-note "%1.*[avow:width-mismatch]" } */
void store (v8 *p, v4 x) { asm ("vmovdqu %t1, %0" : "=m" (*p) : "x" (x)); } /* { dg-warning "%1.*[avow:width-mismatch]" } */
