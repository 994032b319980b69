/* Vectors in their own width, and scalars, which code reads whole and of which nothing more comes.  */
/* { dg-options "-O2 -mavx2" } */
/* { avow-modes 64 32 } */
typedef int v4 __attribute__ ((vector_size (16)));
typedef int v8 __attribute__ ((vector_size (32)));

v8 wide (v8 x) { v8 r; asm ("vpaddd %1, %1, %0" : "=x" (r) : "x" (x)); return r; }
v4 narrow (v8 x) { v4 r; asm ("vpaddd %x1, %x1, %x0" : "=x" (r) : "x" (x)); return r; }
/* The low half of the result comes from the low half of the source; a note.  */
v4 low (v4 x) { v4 r; asm ("vpaddd %t1, %t1, %t0" : "=x" (r) : "x" (x)); return r; }
double root (double x) { double r; asm ("vsqrtsd %1, %1, %0" : "=x" (r) : "x" (x)); return r; }
double copy (double x) { double r; asm ("vmovaps %1, %0" : "=x" (r) : "x" (x)); return r; }
