/* { dg-options "-O2 -msse2" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
typedef float v4 __attribute__ ((vector_size (16)));
u two (u x, u y) { u r; asm ("movl %1, %0; addl %2, %0" : "=r" (r) : "r" (x), "r" (y) : "cc"); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
u zero_first (u x) { u r; asm ("xorl %0, %0; subl %1, %0" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
u rm (u x) { u r; asm ("movl $1, %0; addl %1, %0" : "=r" (r) : "rm" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
u ri (u x) { u r; asm ("movl $1, %0; addl %1, %0" : "=r" (r) : "ri" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
u setcc (u x) { u r; asm ("xorl %0, %0; testl %1, %1; setz %b0" : "=q" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
u first_of_two (u x, u y) { u r, s; asm ("movl $1, %0; movl %2, %1" : "=r" (r), "=r" (s) : "r" (x)); return r + s; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
u old_value (u *p, u n) { u r; asm ("movl %1, %0; movl %2, %1" : "=r" (r), "+m" (*p) : "r" (n)); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
/* the address of a memory operand */
u address (u *p) { u r; asm ("movl $1, %0; addl %1, %0" : "=r" (r) : "m" (*p) : "cc"); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
u address_out (u *p) { u r; asm ("movl $1, %0; movl $2, %1" : "=r" (r), "=m" (*p)); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
u address_inout (u *p) { u r; asm ("movl $1, %0; lock; incl %1" : "=r" (r), "+m" (*p) : : "cc"); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
u indexed (u *p, long i) { u r; asm ("movl $1, %0; addl %1, %0" : "=r" (r) : "m" (p[i]) : "cc"); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
u twice (u *p) { u r; asm ("movl %1, %0; addl 4+%1, %0" : "=r" (r) : "m" (*(u (*)[2]) p) : "cc"); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
u through_pointer (u *p) { u r; asm ("movl (%1), %0; addl 4(%1), %0" : "=r" (r) : "r" (p) : "cc", "memory"); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
/* a fixed register is one that an input may be given */
u fixed (u x) { u r; asm ("movl $1, %%eax; addl %1, %%eax" : "=a" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "(%0|[re]ax).*[avow:earlyclobber]" } */
u mul (u x, u y) { u l, h; asm ("mull %3; addl %3, %0" : "=a" (l), "=d" (h) : "0" (x), "r" (y) : "cc"); return l + h; } /* { dg-warning "(%1|[re]dx).*[avow:earlyclobber]" } */
u div (u x, u y) { u q, r; asm ("xorl %%edx, %%edx; divl %3" : "=a" (q), "=d" (r) : "0" (x), "r" (y) : "cc"); return q + r; } /* { dg-warning "(%1|[re]dx).*[avow:earlyclobber]" } */
void rdtsc (u *p) { u a, d; asm volatile ("rdtsc; movl %%eax, %2" : "=a" (a), "=d" (d), "=m" (*p)); } /* { dg-warning "(%[01]|[re][ad]x).*[avow:earlyclobber]" } */
void rdtsc2 (u *p) { u a, d; asm volatile ("rdtsc; movl %%eax, (%2)" : "=a" (a), "=d" (d) : "r" (p) : "memory"); } /* { dg-warning "(%[01]|[re][ad]x).*[avow:earlyclobber]" } */
/* saved, so not clobbered, so an input may be in it */
#ifdef __x86_64__
#define BX "rbx"
#else
#define BX "ebx"
#endif
u saved (u x) { u r; long t; asm ("mov %%" BX ", %1; movl $5, %%ebx; addl %2, %%ebx; movl %%ebx, %0; mov %1, %%" BX : "=&r" (r), "=&r" (t) : "r" (x) : "cc"); return r; } /* { dg-warning "[re]bx.*[avow:earlyclobber]" } */
/* the value of a "+" operand is an input; another input with the same value may share its register */
u add64 (u l, u h, u x, u y) { asm ("addl %2, %0; adcl %3, %1" : "+r" (l), "+r" (h) : "r" (x), "r" (y) : "cc"); return l ^ h; } /* { dg-note "%0.*[avow:earlyclobber]" } */
u tied (u l, u h, u x, u y) { u a, b; asm ("addl %4, %0; adcl %5, %1" : "=r" (a), "=r" (b) : "0" (l), "1" (h), "r" (x), "r" (y) : "cc"); return a ^ b; } /* { dg-note "%0.*[avow:earlyclobber]" } */
u plus (u x, u y) { asm ("incl %0; addl %1, %0" : "+r" (x) : "r" (y) : "cc"); return x; } /* { dg-note "%0.*[avow:earlyclobber]" } */
/* control flow */
u one_way (u x, u y) { u r; asm ("testl %1, %1; jz 1f; movl $3, %0; addl %2, %0; jmp 2f; 1: movl %2, %0; 2:" : "=r" (r) : "r" (x), "r" (y) : "cc"); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
u loop (u x, u n) { u r; asm ("1: leal 1(%k1), %0; subl $1, %2; jnz 1b" : "=r" (r) : "r" ((long) x), "r" (n) : "cc"); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
/* { dg-warning "%2.*[avow:input-modified]" "" { target *-*-* } .-1 } */
int go (u x, u y) { u r; asm goto ("movl $1, %0; cmpl %1, %2; jz %l[out]" : "=r" (r) : "r" (x), "r" (y) : "cc" : out); return r; out: return 0; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
/* one of the alternatives is enough */
u alternatives (u x) { u r; asm ("movl $1, %0; addl %1, %0" : "=&r,r" (r) : "m,r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
v4 vector (v4 x, v4 y) { v4 r; asm ("movaps %1, %0; addps %2, %0" : "=x" (r) : "x" (x), "x" (y)); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
float scalar (float x) { float r; asm ("xorps %0, %0; subss %1, %0" : "=x" (r) : "x" (x)); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
v4 vmem (v4 *x, u a) { v4 r; u t; asm ("movl %3, %1; movups %2, %0" : "=x" (r), "=r" (t) : "m" (*x), "r" (a)); return r; } /* { dg-warning "%1.*[avow:earlyclobber]" } */
u named (u x, u y) { u r; asm ("movl %[x], %[r]; addl %[y], %[r]" : [r] "=r" (r) : [x] "r" (x), [y] "r" (y) : "cc"); return r; } /* { dg-warning "[avow:earlyclobber]" } */
u parts (u x) { u r; asm ("movb $1, %b0; movb $2, %h0; movzbl %b0, %0; addl %1, %0" : "=Q" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
char *stos (char *p, u x) { char *d; asm volatile ("mov %1, %0; movb %b2, (%0)" : "=r" (d) : "r" (p), "q" (x) : "memory"); return d; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
