/* { dg-options "-O2 -msse4.1 -mbmi" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
typedef float v4 __attribute__ ((vector_size (16)));
typedef double d2 __attribute__ ((vector_size (16)));
typedef int i4 __attribute__ ((vector_size (16)));
u add (u x) { u r = 0; asm ("addl %1, %0" : "+r" (r) : "r" (x) : "cc"); return r; }
u add_tied (u x) { u r; asm ("addl %1, %0" : "=r" (r) : "r" (x), "0" (5) : "cc"); return r; }
u after_move (u x) { u r; asm ("movl %1, %0; addl $1, %0; bswap %0" : "=r" (r) : "r" (x) : "cc"); return r; }
u xor_zero (void) { u r; asm ("xorl %0, %0; incl %0" : "=r" (r) : : "cc"); return r; }
u sub_zero (void) { u r; asm ("subl %0, %0; incl %0" : "=r" (r) : : "cc"); return r; }
u sbb (u x) { u r; asm ("cmpl $1, %1; sbbl %0, %0" : "=r" (r) : "r" (x) : "cc"); return r; }
u and_zero (void) { u r; asm ("andl $0, %0" : "=r" (r) : : "cc"); return r; }
u or_ones (void) { u r; asm ("orl $-1, %0" : "=r" (r) : : "cc"); return r; }
u imul3 (u x) { u r; asm ("imull $3, %1, %0" : "=r" (r) : "rm" (x) : "cc"); return r; }
unsigned char setcc (u x) { unsigned char r; asm ("testl %1, %1; setz %0" : "=qm" (r) : "r" (x) : "cc"); return r; }
_Bool setcc_bool (u x) { _Bool r; asm ("testl %1, %1; setz %b0" : "=q" (r) : "r" (x) : "cc"); return r; }
int setcc_wide (u x) { int r; asm ("testl %1, %1; setz %b0; movzbl %b0, %0" : "=q" (r) : "r" (x) : "cc"); return r; }
int setcc_zeroed (u x) { int r; asm ("xorl %0, %0; testl %1, %1; setz %b0" : "=&q" (r) : "r" (x) : "cc"); return r; }
unsigned short word (void) { unsigned short r; asm ("movw $1, %0" : "=r" (r)); return r; }
unsigned short word32 (void) { unsigned short r; asm ("movl $1, %k0" : "=r" (r)); return r; }
unsigned short fnstsw (void) { unsigned short r; asm volatile ("fnstsw %0" : "=a" (r)); return r; }
unsigned char in (void) { unsigned char r; asm volatile ("inb $0x60, %0" : "=a" (r)); return r; }
unsigned char lods (char *s) { unsigned char r; asm volatile ("lodsb" : "=a" (r), "+S" (s) : : "memory"); return r; }
u cmov (u x) { u r = 1; asm ("testl %1, %1; cmovnzl %1, %0" : "+r" (r) : "r" (x) : "cc"); return r; }
u cmov_both (u x, u y) { u r; asm ("testl %1, %1; movl $0, %0; cmovnzl %2, %0" : "=&r" (r) : "r" (x), "r" (y) : "cc"); return r; }
u bsf (u x) { u r = 0; asm ("bsfl %1, %0" : "+r" (r) : "r" (x) : "cc"); return r; }
u bsf_known (u x) { u r; asm ("bsfl %1, %0; movl $32, %1; cmovzl %1, %0" : "=&r" (r), "+r" (x) : : "cc"); return r; } /* fragile on paper, settled by the cmov */
u lzcnt (u x) { u r; asm ("tzcntl %1, %0" : "=r" (r) : "r" (x) : "cc"); return r; }
u cmpxchg (u *p, u o, u n) { u r; asm volatile ("lock; cmpxchgl %2, %1" : "=a" (r), "+m" (*p) : "r" (n), "0" (o) : "cc"); return r; }
u mul (u x, u y) { u l, h; asm ("mull %3" : "=a" (l), "=d" (h) : "0" (x), "r" (y) : "cc"); return l + h; }
u div (u x, u y) { u q, r; asm ("xorl %%edx, %%edx; divl %3" : "=a" (q), "=&d" (r) : "0" (x), "r" (y) : "cc"); return q + r; }
u xchg (u *p) { u r; asm volatile ("movl $1, %0; xchgl %0, %1" : "=&r" (r), "+m" (*p)); return r; }
void inc_m (u *p) { asm ("incl %0" : "+m" (*p) : : "cc"); }
void inc_tied (u *p) { asm ("incl %0" : "=m" (*p) : "m" (*p) : "cc"); }
void mem_zero (u *p) { asm ("movw $0, %0; movw $0, 2+%0" : "=m" (*p)); }
v4 addps (v4 x) { v4 r = x; asm ("addps %1, %0" : "+x" (r) : "x" (x)); return r; }
v4 zeroed (v4 x) { v4 r; asm ("xorps %0, %0; movss %1, %0" : "=&x" (r) : "x" (x)); return r; }
v4 movss_mem (float *p) { v4 r; asm ("movss %1, %0" : "=x" (r) : "m" (*p)); return r; }
float scalar (float x) { float r; asm ("sqrtss %1, %0" : "=x" (r) : "x" (x)); return r; }
double cvt (int x) { double r; asm ("cvtsi2sd %1, %0" : "=x" (r) : "r" (x)); return r; }
double movsd (double x) { double r; asm ("movsd %1, %0" : "=x" (r) : "x" (x)); return r; }
i4 ones (void) { i4 r; asm ("pcmpeqd %0, %0" : "=x" (r)); return r; }
i4 pxor (void) { i4 r; asm ("pxor %0, %0" : "=x" (r)); return r; }
i4 psub (void) { i4 r; asm ("psubd %0, %0" : "=x" (r)); return r; }
d2 halves (double *x) { d2 r; asm ("movlpd %1, %0; movhpd %1, %0" : "=x" (r) : "m" (*x)); return r; }
/* the flags that depend on it are dead */
