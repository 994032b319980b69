/* { dg-options "-O2 -mavx512f -mxsave" } */
typedef unsigned long ul;
typedef float v16 __attribute__ ((vector_size (64)));
typedef int i16 __attribute__ ((vector_size (64)));
long read (int fd, void *p, ul n) { long r; asm volatile ("syscall" : "=a" (r) : "0" (0L), "D" ((long) fd), "S" (p), "d" (n) : "rcx", "r11"); return r; } /* { dg-warning "[avow:memory-write]" } */
long uname (void *p) { long r; register void *v asm ("rdi") = p; asm volatile ("syscall" : "=a" (r) : "0" (63L), "r" (v) : "rcx", "r11"); return r; } /* { dg-warning "[avow:memory-write]" } */
void scatter (float *p, i16 i, v16 x, unsigned short k) { asm volatile ("vscatterdps %2, (%1,%3,4)%{%0%}" : "+Yk" (k) : "r" (p), "v" (x), "v" (i)); } /* { dg-warning "[avow:memory-write]" } */
void xsave (char *p) { asm volatile ("xsave (%0)" : : "r" (p), "a" (-1), "d" (-1)); } /* { dg-warning "avow:memory-(write|read)" } */
/* { dg-warning "avow:memory-(write|read)" "" { target *-*-* } .-1 } */
void cx16 (char *p, ul a, ul d) { asm volatile ("lock; cmpxchg16b (%2)" : "+a" (a), "+d" (d) : "r" (p), "b" (0L), "c" (0L) : "cc"); } /* { dg-warning "avow:memory-write" } */
/* { dg-warning "avow:memory-read" "" { target *-*-* } .-1 } */
