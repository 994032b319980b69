/* { dg-options "-O2 -msse4.1 -mbmi" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
typedef float v4 __attribute__ ((vector_size (16)));
typedef double d2 __attribute__ ((vector_size (16)));
typedef int i4 __attribute__ ((vector_size (16)));
u add (u x) { u r; asm ("addl %1, %0" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
u rol (void) { u r; asm ("roll $3, %0" : "=r" (r) : : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
u inc (void) { u r; asm ("incl %0" : "=r" (r) : : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
u not (void) { u r; asm ("notl %0" : "=r" (r)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
u bswap (void) { u r; asm ("bswap %0" : "=r" (r)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
u imul (u x) { u r; asm ("imull %1, %0" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
u shld (u x) { u r; asm ("shldl $3, %1, %0" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
u bts (u x) { u r; asm ("btsl %1, %0" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
u copied (u x) { u r, s; asm ("movl %0, %1; movl %2, %0" : "=r" (r), "=&r" (s) : "r" (x)); return r + s; } /* { dg-warning "%0.*[avow:output-read]" } */
u decides (u x) { u r; asm ("testl %0, %0; movl $1, %0; jz 1f; movl $2, %0; 1:" : "=r" (r) : : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
u address (u *x) { u *r; u v; asm ("movl (%0), %1" : "=r" (r), "=r" (v) : : "memory"); return v; } /* { dg-warning "%0.*avow:output-(read|unwritten)" } */
/* { dg-warning "%0.*avow:output-(read|unwritten)" "" { target *-*-* } .-1 } */
u xor_other (u x) { u r, s; asm ("xorl %1, %0; movl %2, %1" : "=&r" (r), "=r" (s) : "r" (x) : "cc"); return r + s; } /* { dg-warning "%0.*[avow:output-read]" } */
/* { dg-warning "%1.*[avow:output-read]" "" { target *-*-* } .-1 } */
/* written in part */
int setcc (u x) { int r; asm ("testl %1, %1; setz %b0" : "=q" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
u byte (void) { u r; asm ("movb $1, %b0" : "=q" (r)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
u high (void) { u r; asm ("movb $1, %h0" : "=Q" (r)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
u word (void) { u r; asm ("movw $1, %w0" : "=r" (r)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
u al (void) { u r; asm ("movb $1, %%al" : "=a" (r)); return r; } /* { dg-warning "(%0|[re]ax).*[avow:output-read]" } */
u fnstsw (void) { u r; asm volatile ("fnstsw %%ax" : "=a" (r)); return r; } /* { dg-warning "(%0|[re]ax).*[avow:output-read]" } */
u lodsb (char *s) { u r; asm volatile ("lodsb" : "=a" (r), "+S" (s) : : "memory"); return r; } /* { dg-warning "(%0|[re]ax).*[avow:output-read]" } */
u in (void) { u r; asm volatile ("inb $0x60, %b0" : "=a" (r)); return r; } /* { dg-warning "(%0|[re]ax).*[avow:output-read]" } */
u mem_byte (void) { u r; asm ("movb $1, %0" : "=m" (r)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
u mem_word (void) { u r; asm ("movw $1, %0" : "=m" (r)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
/* written under a condition */
u cmov (u x) { u r; asm ("testl %1, %1; cmovnzl %1, %0" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
u bsf (u x) { u r; asm ("bsfl %1, %0" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-note "%0.*[avow:output-read]" } */
u bsr (u x) { u r; asm ("bsrl %1, %0" : "=r" (r) : "rm" (x) : "cc"); return r; } /* { dg-note "%0.*[avow:output-read]" } */
u cmpxchg (u *p, u n) { u r; asm volatile ("lock; cmpxchgl %2, %1" : "=a" (r), "+m" (*p) : "r" (n) : "cc"); return r; } /* { dg-warning "(%0|[re]ax).*[avow:output-read]" } */
/* implicit reads */
u mul (u y) { u l, h; asm ("mull %2" : "=a" (l), "=d" (h) : "r" (y) : "cc"); return l + h; } /* { dg-warning "(%0|[re]ax).*[avow:output-read]" } */
u div (u x, u y) { u q, r; asm ("divl %3" : "=a" (q), "=d" (r) : "0" (x), "r" (y) : "cc"); return q + r; } /* { dg-warning "(%1|[re]dx).*[avow:output-read]" } */
u cpuid (u *p) { u a, b, c, d; asm volatile ("cpuid" : "=a" (a), "=b" (b), "=c" (c), "=d" (d) : "2" (0)); return a + b + c + d; } /* { dg-warning "(%0|[re]ax).*[avow:output-read]" } */
char *stos (u n) { char *d; asm volatile ("stosb" : "=D" (d) : "a" (n) : "memory"); return d; } /* { dg-warning "(%0|[re]di).*[avow:output-read]" } */
long rep (char *d) { long n; asm volatile ("rep; stosb" : "+D" (d), "=c" (n) : "a" (0) : "memory"); return n; } /* { dg-warning "(%1|[re]cx).*[avow:output-read]" } */
u loop (void) { long n; asm volatile ("1: nop; loop 1b" : "=c" (n)); return n; } /* { dg-warning "(%0|[re]cx).*[avow:output-read]" } */
u xchg (u *p) { u r; asm volatile ("xchgl %0, %1" : "=r" (r), "+m" (*p)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
u xadd (u *p) { u r; asm volatile ("lock; xaddl %0, %1" : "=r" (r), "+m" (*p) : : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
/* memory */
void inc_m (u *p) { asm ("incl %0" : "=m" (*p) : : "cc"); } /* { dg-warning "%0.*[avow:output-read]" } */
void lock_m (u *p) { asm volatile ("lock; addl $1, %0" : "=m" (*p) : : "cc"); } /* { dg-warning "%0.*[avow:output-read]" } */
u xchg_m (u *p, u x) { asm volatile ("xchgl %0, %1" : "+r" (x), "=m" (*p)); return x; } /* { dg-warning "%1.*[avow:output-read]" } */
u rm (void) { u r; asm ("incl %0" : "=rm" (r) : : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
u alternatives (u x) { u r; asm ("addl %1, %0" : "=r,m" (r) : "rm,r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
/* vectors: SSE keeps what it does not write */
v4 addps (v4 x) { v4 r; asm ("addps %1, %0" : "=x" (r) : "x" (x)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
v4 movss (v4 x) { v4 r; asm ("movss %1, %0" : "=x" (r) : "x" (x)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
v4 sqrtss (v4 x) { v4 r; asm ("sqrtss %1, %0" : "=x" (r) : "x" (x)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
d2 movsd (d2 x) { d2 r; asm ("movsd %1, %0" : "=x" (r) : "x" (x)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
d2 cvt (int x) { d2 r; asm ("cvtsi2sd %1, %0" : "=x" (r) : "r" (x)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
d2 movlpd (double *x) { d2 r; asm ("movlpd %1, %0" : "=x" (r) : "m" (*x)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
i4 pinsrd (int x) { i4 r; asm ("pinsrd $1, %1, %0" : "=x" (r) : "r" (x)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
float addss (float x) { float r; asm ("addss %1, %0" : "=x" (r) : "x" (x)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
i4 pcmpgt (i4 x) { i4 r; asm ("pcmpgtd %1, %0" : "=x" (r) : "x" (x)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
