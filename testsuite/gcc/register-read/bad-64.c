/* { dg-options "-O2 -mavx512f" } */
typedef unsigned long ul;
typedef float v16 __attribute__ ((vector_size (64)));
long syscall (long n) { long r; asm volatile ("syscall" : "=a" (r) : : "rcx", "r11", "memory"); return r; } /* { dg-warning "(rax|%0).*avow:(register-read|output-read)" } */
void r12 (ul x) { asm volatile ("addq %%r12, %0" : "+r" (x) : : "cc"); } /* { dg-warning "r12.*[avow:register-read]" } */
void mulx (ul y) { ul a, b; asm volatile ("mulx %2, %0, %1" : "=r" (a), "=r" (b) : "r" (y)); } /* { dg-warning "rdx.*[avow:register-read]" } */
void cx16 (__int128 *p, ul lo) { char ok; asm volatile ("xorl %%eax, %%eax; xorl %%edx, %%edx; lock cmpxchg16b %1; setz %0" : "=&q" (ok), "+m" (*p) : "b" (lo) : "rax", "rdx", "rcx", "cc"); } /* { dg-warning "rcx.*[avow:register-read]" } */
void mask (v16 x, v16 y) { asm volatile ("vmovaps %1, %0%{%%k1%}" : "+v" (x) : "v" (y)); } /* { dg-warning "k1.*[avow:register-read]" } */
void kmov (void) { unsigned r; asm volatile ("kmovw %%k1, %0; addl $1, %0" : "=r" (r) : : "cc"); } /* { dg-warning "k1.*[avow:register-read]" } */
void zmm (v16 x) { asm volatile ("vaddps %%zmm20, %0, %0" : "+v" (x)); } /* { dg-warning "mm20.*[avow:register-read]" } */
