/* { dg-options "-O2 -msse4.1 -mno-red-zone" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
typedef float v4 __attribute__ ((vector_size (16)));
void low (u *p, u x) { asm volatile ("addb %b1, %0" : "+m" (*p) : "q" (x) : "cc"); }
void by_name (u *p, u x) { asm volatile ("addb %%cl, %0" : "+m" (*p) : "c" (x) : "cc"); }
void set_before (u x) { asm volatile ("movl $1, %%ecx; addl %%ecx, %0" : "+r" (x) : : "ecx", "cc"); }
void zeroed (u x) { asm volatile ("xorl %%ecx, %%ecx; addl %%ecx, %0" : "+r" (x) : : "ecx", "cc"); }
void vector_zeroed (v4 x) { asm volatile ("pxor %%xmm1, %%xmm1; addps %%xmm1, %0" : "+x" (x) : : "xmm1"); }
void all_ones (v4 x) { asm volatile ("pcmpeqd %%xmm1, %%xmm1; addps %%xmm1, %0" : "+x" (x) : : "xmm1"); }
void both_paths (u x) { asm volatile ("testl %0, %0; movl $2, %%ecx; jz 1f; movl $1, %%ecx; 1: addl %%ecx, %0" : "+r" (x) : : "ecx", "cc"); }
void part (u x) { asm volatile ("movb $1, %%cl; addb %%cl, %b0" : "+q" (x) : : "ecx", "cc"); }
void extended (u x) { asm volatile ("movb $1, %%cl; movzbl %%cl, %%ecx; addl %%ecx, %0" : "+r" (x) : : "ecx", "cc"); }
void output (u x) { u r; asm volatile ("movl %1, %%eax; incl %%eax" : "=a" (r) : "rm" (x) : "cc"); }
void saved (u x) { asm volatile ("push %%" 
#ifdef __x86_64__
  "rbx; movl %0, %%ebx; pop %%rbx"
#else
  "ebx; movl %0, %%ebx; pop %%ebx"
#endif
  : : "r" (x)); }
u mul (u x, u y) { u h; asm volatile ("mull %2" : "=d" (h), "+a" (x) : "r" (y) : "cc"); return h; }
u div (u x, u y) { asm volatile ("xorl %%edx, %%edx; divl %1" : "+a" (x) : "r" (y) : "edx", "cc"); return x; }
void shl (u x, u n) { asm volatile ("shll %%cl, %0" : "+r" (x) : "c" (n) : "cc"); }
void shl8 (u x, unsigned char n) { asm volatile ("shll %1, %0" : "+r" (x) : "cI" (n) : "cc"); }
void xgetbv (void) { u a, d; asm volatile ("xgetbv" : "=a" (a), "=d" (d) : "c" (0)); }
void wrmsr (u n, u x, u y) { asm volatile ("wrmsr" : : "c" (n), "a" (x), "d" (y) : "memory"); }
void outb (u x, u p) { asm volatile ("outb %b0, %w1" : : "a" (x), "Nd" (p)); }
void blendv (v4 x, v4 y, v4 m) { asm volatile ("blendvps %2, %1, %0" : "+x" (x) : "x" (y), "Yz" (m)); }
/* flags set in the same statement */
u setcc (u x) { unsigned char r; asm ("cmpl $1, %1; setz %0" : "=q" (r) : "r" (x) : "cc"); return r; }
u adc (u x, u y) { asm ("addl %1, %0; adcl $0, %0" : "+&r" (x) : "r" (y) : "cc"); return x; }
u sbb (u x) { u r; asm ("cmpl $1, %1; sbbl %0, %0" : "=r" (r) : "r" (x) : "cc"); return r; }
u bt (u x, u n) { u r; asm ("btl %2, %1; sbbl %0, %0" : "=r" (r) : "rm" (x), "Ir" (n) : "cc"); return r; }
u clc (u x) { asm ("clc; adcl $0, %0" : "+r" (x) : : "cc"); return x; }
u carry_kept_by_inc (u x) { asm ("clc; incl %0; adcl $0, %0" : "+r" (x) : : "cc"); return x; }
u carry_kept_by_lea (u x) { asm ("addl $5, %0; movl $1, %%ecx; notl %%ecx; adcl $0, %0" : "+r" (x) : : "cc", "ecx"); return x; }
u carry_loop (long n, u x) { asm ("clc\n1:\tadcl $1, %0\n\tdecl %k1\n\tjnz 1b" : "+r" (x), "+r" (n) : : "cc"); return x; }
u repe (char *d, char *s, long n) { unsigned char z; asm volatile ("cmpl %%eax, %%eax; repe cmpsb; setz %0" : "=q" (z), "+D" (d), "+S" (s), "+c" (n) : : "memory", "cc"); return z; }
int ucomis (double x) { unsigned char p; asm ("ucomisd %1, %1; setp %0" : "=q" (p) : "x" (x) : "cc"); return p; }
int fcomi (double x) { int p; asm ("fucomi %%st(0), %%st" : "=@ccp" (p) : "t" (x)); return p; }
double fadd (double x, double y) { asm volatile ("fadd %%st(1), %%st" : "+t" (x) : "u" (y)); return x; }
u variable (u x) { register u v asm ("esi") = x; u r; asm volatile ("leal 1(%%esi), %0" : "=r" (r) : "r" (v)); return r; }
/* looked at, and nothing comes of it */
void nop_xchg (void) { asm volatile ("xchgw %%ax, %%ax" : :); }
u bsf (u x, u y) { asm ("xorl %%ecx, %%ecx; bsfl %1, %%ecx; shll %%cl, %0" : "+r" (y) : "r" (x) : "ecx", "cc"); return y; }
u bsf_tested (u x, u y) { asm ("bsfl %1, %%ecx; jz 1f; shll %%cl, %0; 1:" : "+r" (y) : "r" (x) : "ecx", "cc"); return y; }
