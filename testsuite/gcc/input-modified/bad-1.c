/* { dg-options "-O2 -msse2" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
void shift (u x, u *r) { asm ("shll $2, %1; movl %1, %0" : "=m" (*r) : "r" (x) : "cc"); } /* { dg-warning "%1.*[avow:input-modified]" } */
void bswap (u x, u *r) { asm ("bswap %1; movl %1, %0" : "=m" (*r) : "r" (x)); } /* { dg-warning "%1.*[avow:input-modified]" } */
void no_output (u x) { asm volatile ("addl $1, %0" : : "r" (x) : "cc"); } /* { dg-warning "%0.*[avow:input-modified]" } */
void byte (u x) { asm volatile ("movb $1, %b0" : : "q" (x)); } /* { dg-warning "%0.*[avow:input-modified]" } */
void high (u x) { asm volatile ("movb $1, %h0" : : "Q" (x)); } /* { dg-warning "%0.*[avow:input-modified]" } */
void word (u x) { asm volatile ("movw $1, %w0" : : "r" (x)); } /* { dg-warning "%0.*[avow:input-modified]" } */
void second (u x, u y) { asm volatile ("addl %1, %0; negl %1" : "+&r" (x) : "r" (y) : "cc"); } /* { dg-warning "%1.*[avow:input-modified]" } */
void xchg (u *p, u x) { asm volatile ("xchgl %1, %0" : "+m" (*p) : "r" (x)); } /* { dg-warning "%1.*[avow:input-modified]" } */
void xadd (u *p, u x) { asm volatile ("lock; xaddl %1, %0" : "+m" (*p) : "r" (x) : "cc"); } /* { dg-warning "%1.*[avow:input-modified]" } */
void by_name (u x) { asm volatile ("decl %[n]" : : [n] "r" (x) : "cc"); } /* { dg-warning "[avow:input-modified]" } */
void by_register (u x) { asm volatile ("decl %%ecx" : : "c" (x) : "cc"); } /* { dg-warning "[avow:input-modified]" } */
void by_part (u x) { asm volatile ("decb %%cl" : : "c" (x) : "cc"); } /* { dg-warning "[avow:input-modified]" } */
void loop (long n) { asm volatile ("1: nop; loop 1b" : : "c" (n)); } /* { dg-warning "[avow:input-modified]" } */
void counted (u n) { asm volatile ("1: nop; decl %0; jnz 1b" : : "r" (n) : "cc"); } /* { dg-warning "%0.*[avow:input-modified]" } */
void one_way (u x, u y) { asm volatile ("testl %1, %1; jz 1f; incl %0; 1:" : : "r" (x), "r" (y) : "cc"); } /* { dg-warning "%0.*[avow:input-modified]" } */
void one_way_on (u x, u y) { asm volatile ("testl %1, %1; jz 1f; incl %0; 1: nop" : : "r" (x), "r" (y) : "cc"); } /* { dg-warning "%0.*[avow:input-modified]" } */
void other_way (u x, u y) { asm volatile ("testl %1, %1; jnz 1f; jmp 2f; 1: incl %0; 2: nop" : : "r" (x), "r" (y) : "cc"); } /* { dg-warning "%0.*[avow:input-modified]" } */
void mostly_undone (u x, u y) { asm volatile ("incl %0; testl %1, %1; jz 1f; decl %0; 1: nop" : : "r" (x), "r" (y) : "cc"); } /* { dg-warning "%0.*[avow:input-modified]" } */
int go (u x) { asm goto ("decl %0; jz %l1" : : "r" (x) : "cc" : out); return 1; out: return 0; } /* { dg-warning "%0.*[avow:input-modified]" } */
/* string instructions move their pointers and count down */
void movs (char *d, char *s, long n) { asm volatile ("rep movsb" : : "D" (d), "S" (s), "c" (n) : "memory"); } /* { dg-warning "(%0|[re]di).*[avow:input-modified]" } */
/* { dg-warning "(%1|[re]si).*[avow:input-modified]" "" { target *-*-* } .-1 } */
/* { dg-warning "(%2|[re]cx).*[avow:input-modified]" "" { target *-*-* } .-2 } */
void stos (char *d, long n) { asm volatile ("rep stosb" : "+D" (d) : "a" (0), "c" (n) : "memory"); } /* { dg-warning "(%2|[re]cx).*[avow:input-modified]" } */
void stos_d (char *d, long n) { asm volatile ("cld\n\trep\n\tstosb" : "+c" (n) : "a" (0), "D" (d) : "memory"); } /* { dg-warning "(%2|[re]di).*[avow:input-modified]" } */
void scas (char *d, long n) { asm volatile ("repne; scasb" : "+c" (n) : "a" (0), "D" (d) : "memory", "cc"); } /* { dg-warning "(%2|[re]di).*[avow:input-modified]" } */
void cmps (char *d, char *s, long n) { asm volatile ("repe\n\tcmpsb" : "+c" (n), "+D" (d) : "S" (s) : "memory", "cc"); } /* { dg-warning "(%2|[re]si).*[avow:input-modified]" } */
void lods (char *s, u r) { asm volatile ("lodsl" : "=a" (r) : "S" (s) : "memory"); } /* { dg-warning "(%1|[re]si).*[avow:input-modified]" } */
/* implicit operands */
u div (u x, u y) { u q; asm ("divl %3" : "=a" (q) : "0" (x), "d" (0), "r" (y) : "cc"); return q; } /* { dg-warning "(%2|[re]dx).*[avow:input-modified]" } */
void mul (u x, u y) { u hi; asm volatile ("mull %2" : "=d" (hi) : "a" (x), "r" (y) : "cc"); } /* { dg-warning "(%1|[re]ax).*[avow:input-modified]" } */
void cmpxchg (u *p, u o, u n) { asm volatile ("lock; cmpxchgl %2, %0" : "+m" (*p) : "a" (o), "r" (n) : "cc"); } /* { dg-warning "(%1|[re]ax).*[avow:input-modified]" } */
void cpuid (u x) { u b, c = 0, d; asm volatile ("cpuid" : "=b" (b), "+c" (c), "=d" (d) : "a" (x)); } /* { dg-warning "([re]ax|%3).*[avow:input-modified]" } */
void rdtsc (u x) { u d; asm volatile ("rdtsc" : "=d" (d) : "a" (x)); } /* { dg-warning "[avow:input-modified]" } */
void edx (u x, u y) { asm volatile ("cltd" : : "a" (x), "d" (y)); } /* { dg-warning "[avow:input-modified]" } */
/* memory */
void inc_m (u x) { asm volatile ("incl %0" : : "m" (x) : "cc"); } /* { dg-warning "%0.*avow:(input-modified|memory-write)" } */
void mov_m (u *p) { asm volatile ("movl $0, %0" : : "m" (*p)); } /* { dg-warning "%0.*avow:(input-modified|memory-write)" } */
void movb_m (u *p) { asm volatile ("movb $0, %0" : : "m" (*p)); } /* { dg-warning "%0.*avow:(input-modified|memory-write)" } */
void upper_m (u *p) { asm volatile ("movb $0, 3+%0" : : "m" (*p)); } /* { dg-warning "%0.*avow:(input-modified|memory-write)" } */
void lock_m (u *p) { asm volatile ("lock; orl $1, %0" : : "m" (*p) : "cc"); } /* { dg-warning "%0.*avow:(input-modified|memory-write)" } */
void rm (u x) { asm volatile ("incl %0" : : "rm" (x) : "cc"); } /* { dg-warning "%0.*avow:(input-modified|memory-write)" } */
void alternatives (u x, u y) { asm volatile ("movl $1, %1" : "+r,m" (x) : "r,r" (y)); } /* { dg-warning "%1.*[avow:input-modified]" } */
/* vectors, x87 */
void sse (float x) { asm volatile ("addss %0, %0" : : "x" (x)); } /* { dg-warning "%0.*[avow:input-modified]" } */
void cleared (double x) { asm volatile ("pxor %0, %0" : : "x" (x)); } /* { dg-warning "%0.*[avow:input-modified]" } */
void popped (double *d, double x) { asm volatile ("fstpl %0" : "=m" (*d) : "t" (x)); } /* { dg-warning "avow:(input-modified|machine-state|clobber-register)" } */
void x87 (double x) { asm volatile ("fchs" : : "t" (x)); } /* { dg-warning "[avow:input-modified]" } */
void variable (u x) { register u v asm ("esi") = x; asm volatile ("incl %0" : : "r" (v) : "cc"); } /* { dg-warning "[avow:input-modified]" } */
void not_restored (long x) { long t; asm volatile ("mov %1, %0; add $1, %1" : "=&r" (t) : "r" (x) : "cc"); } /* { dg-warning "%1.*[avow:input-modified]" } */
void tied_other (u x, u y) { asm volatile ("addl %2, %0; incl %2" : "=&r" (x) : "0" (x), "r" (y) : "cc"); } /* { dg-warning "%2.*[avow:input-modified]" } */
