/* { dg-options "-O2 -mavx512f -mfma" } */
typedef unsigned long ul;
typedef float v4 __attribute__ ((vector_size (16)));
typedef float v8 __attribute__ ((vector_size (32)));
typedef float v16 __attribute__ ((vector_size (64)));
typedef int i8 __attribute__ ((vector_size (32)));
v8 fmadd (v8 x, v8 y) { v8 r; asm ("vfmadd231ps %1, %2, %0" : "=x" (r) : "x" (x), "x" (y)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
v16 masked (v16 x, unsigned short k) { v16 r; asm ("vmovaps %1, %0%{%2%}" : "=v" (r) : "v" (x), "Yk" (k)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
v8 gather (float *p, i8 i, i8 m) { v8 r; asm ("vgatherdps %1, (%2,%3,4), %0" : "=&x" (r), "+&x" (m) : "r" (p), "x" (i) : "memory"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
ul word (void) { ul r; asm ("movw $1, %w0" : "=r" (r)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
ul r12 (void) { register ul r asm ("r12"); asm ("addq $1, %%r12" : "=r" (r) : : "cc"); return r; } /* { dg-warning "(%0|r12).*[avow:output-read]" } */
ul pdep_ok (ul x) { ul r; asm ("adcx %1, %0" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
/* { dg-warning "avow:register-read" "" { target *-*-* } .-1 } */
_Bool cx16 (__int128 *p, ul lo, ul hi) { ul a, d; _Bool ok; asm volatile ("lock cmpxchg16b %1; setz %0" : "=&q" (ok), "+m" (*p), "=a" (a), "=d" (d) : "b" (lo), "c" (hi) : "cc"); return ok; } /* { dg-warning "(%2|rax).*[avow:output-read]" } */
/* { dg-warning "(%3|rdx).*[avow:output-read]" "" { target *-*-* } .-1 } */
