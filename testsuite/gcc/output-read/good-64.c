/* { dg-options "-O2 -mavx512f -mfma" } */
/* { avow-options "unverified=warn" } */
typedef unsigned long ul;
typedef float v8 __attribute__ ((vector_size (32)));
typedef float v16 __attribute__ ((vector_size (64)));
typedef int i8 __attribute__ ((vector_size (32)));
v8 fmadd (v8 x, v8 y) { v8 r = y; asm ("vfmadd231ps %1, %2, %0" : "+x" (r) : "x" (x), "x" (y)); return r; }
v8 avx (v8 x, v8 y) { v8 r; asm ("vaddps %1, %2, %0" : "=x" (r) : "x" (x), "x" (y)); return r; }
v8 ones (void) { v8 r; asm ("vpcmpeqd %0, %0, %0" : "=x" (r)); return r; }
v8 zero (void) { v8 r; asm ("vpxor %0, %0, %0" : "=x" (r)); return r; }
v8 zero128 (void) { v8 r; asm ("vxorps %x0, %x0, %x0" : "=x" (r)); return r; }
v16 masked (v16 x, unsigned short k) { v16 r = x; asm ("vmovaps %1, %0%{%2%}" : "+v" (r) : "v" (x), "Yk" (k)); return r; }
v16 zeroing (v16 x, unsigned short k) { v16 r; asm ("vmovaps %1, %0%{%2%}%{z%}" : "=v" (r) : "v" (x), "Yk" (k)); return r; }
v8 gather (float *p, i8 i) { v8 r; i8 m; asm ("vpcmpeqd %1, %1, %1; vxorps %0, %0, %0; vgatherdps %1, (%2,%3,4), %0" : "=&x" (r), "=&x" (m) : "r" (p), "x" (i) : "memory"); return r; }
ul dword (void) { ul r; asm ("movl $1, %k0" : "=r" (r)); return r; }
ul movzx (unsigned char c) { ul r; asm ("movzbl %b1, %k0" : "=r" (r) : "q" (c)); return r; }
