/* { dg-options "-O2 -msse2 -mno-red-zone" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
void shift (u x, u *r) { asm ("shll $2, %1; movl %1, %0" : "=m" (*r), "+r" (x) : : "cc"); }
void bswap (u x) { asm volatile ("bswap %0" : "=r" (x) : "0" (x)); }
void no_output (u x) { asm volatile ("addl $1, %0" : "+r" (x) : : "cc"); }
void byte (u x) { asm volatile ("movb $1, %b0" : "+q" (x)); }
void high (u x) { asm volatile ("movb $1, %h0" : "+Q" (x)); }
void xchg (u *p, u x) { asm volatile ("xchgl %1, %0" : "+m" (*p), "+r" (x)); }
void xadd (u *p, u x) { asm volatile ("lock; xaddl %1, %0" : "+m" (*p), "+r" (x) : : "cc"); }
void by_name (u x) { asm volatile ("decl %[n]" : [n] "+r" (x) : : "cc"); }
void by_register (u x) { asm volatile ("decl %%ecx" : "+c" (x) : : "cc"); }
void tied_name (u x) { asm volatile ("decl %[n]" : [n] "=r" (x) : "[n]" (x) : "cc"); }
void loop (long n) { asm volatile ("1: nop; loop 1b" : "+c" (n)); }
void counted (u n) { asm volatile ("1: nop; decl %0; jnz 1b" : "+r" (n) : : "cc"); }
int go (u x) { asm goto ("decl %0; jz %l[out]" : "+r" (x) : : "cc" : out); return 1; out: return 0; }
void movs (char *d, char *s, long n) { asm volatile ("rep movsb" : "+D" (d), "+S" (s), "+c" (n) : : "memory"); }
void movs_dummies (char *d, char *s, long n) { long a, b, c; asm volatile ("rep movsb" : "=&D" (a), "=&S" (b), "=&c" (c) : "0" (d), "1" (s), "2" (n) : "memory"); }
void stos (char *d, long n) { asm volatile ("cld\n\trep\n\tstosb" : "+c" (n), "+D" (d) : "a" (0) : "memory"); }
void scas (char *d, long n) { asm volatile ("repne; scasb" : "+c" (n), "+D" (d) : "a" (0) : "memory", "cc"); }
void lods (char *s, u r) { asm volatile ("lodsl" : "=a" (r), "+S" (s) : : "memory"); }
u div (u x, u y) { u q, r; asm ("divl %4" : "=a" (q), "=d" (r) : "0" (x), "1" (0), "r" (y) : "cc"); return q; }
void cmpxchg (u *p, u o, u n) { asm volatile ("lock; cmpxchgl %2, %0" : "+m" (*p), "+a" (o) : "r" (n) : "cc"); }
void inc_m (u x) { asm volatile ("incl %0" : "+m" (x) : : "cc"); }
void inc_tied (u x) { asm volatile ("incl %0" : "=m" (x) : "m" (x) : "cc"); }
void mov_m (u *p) { asm volatile ("movl $0, %0" : "=m" (*p)); }
/* "memory" does duty for every memory operand */
void mov_memory (u *p) { asm volatile ("movl $0, %0" : : "m" (*p) : "memory"); }
void rm (u x) { asm volatile ("incl %0" : "+rm" (x) : : "cc"); }
void alternatives (u x, u y) { asm volatile ("movl $1, %1" : "+r,m" (x), "=r,r" (y)); }
void sse (float x) { asm volatile ("addss %0, %0" : "+x" (x)); }
void popped (double *d, double x) { asm volatile ("fstpl %0" : "=m" (*d) : "t" (x) : "st"); }
void variable (u x) { register u v asm ("esi") = x; asm volatile ("incl %0" : "+r" (v) : : "cc"); }
/* restored */
void inverse (long x) { asm volatile ("add $1, %0; nop; sub $1, %0" : : "r" (x) : "cc"); }
void lea_back (long x) { asm volatile ("lea 8(%0), %0; nop; lea -8(%0), %0" : : "r" (x)); }
void via (long x) { long t; asm volatile ("mov %1, %0; add $1, %1; mov %0, %1" : "=&r" (t) : "r" (x) : "cc"); }
void pushed (long x) { asm volatile ("push %0; add $1, %0; pop %0" : : "r" (x) : "cc"); }
void rep_back (char *d) { asm volatile ("movl $4, %%ecx; cld; rep stosb; sub $4, %%" 
#ifdef __x86_64__
  "rdi"
#else
  "edi"
#endif
  : : "D" (d), "a" (0) : "memory", "ecx", "cc"); }
void ecx_zero (long x) { asm volatile ("" : : "c" (x)); }
