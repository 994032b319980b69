/* Flags changed without "cc".  On x86 GCC assumes that of every asm, so the level is note.  */
/* { dg-options "-O2 -msse4.2 -mbmi" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
void add (u x) { asm volatile ("addl $1, %0" : "+r" (x)); } /* { dg-note "[avow:clobber-flags]" } */
void inc (u x) { asm volatile ("incl %0" : "+r" (x)); } /* { dg-note "[avow:clobber-flags]" } */
void neg (u x) { asm volatile ("negl %0" : "+r" (x)); } /* { dg-note "[avow:clobber-flags]" } */
void zero (u x) { asm volatile ("xorl %0, %0" : "=r" (x)); } /* { dg-note "[avow:clobber-flags]" } */
void cmp (u x) { asm volatile ("cmpl $1, %0" : : "r" (x)); } /* { dg-note "[avow:clobber-flags]" } */
void test (u x) { asm volatile ("testl %0, %0" : : "r" (x)); } /* { dg-note "[avow:clobber-flags]" } */
void shl (u x) { asm volatile ("shll $2, %0" : "+r" (x)); } /* { dg-note "[avow:clobber-flags]" } */
void shl_cl (u x) { asm volatile ("shll %%cl, %0" : "+r" (x) : "c" (3)); } /* { dg-note "[avow:clobber-flags]" } */
void rol (u x) { asm volatile ("roll $2, %0" : "+r" (x)); } /* { dg-note "[avow:clobber-flags]" } */
void bt (u x) { asm volatile ("btl $2, %0" : : "r" (x)); } /* { dg-note "[avow:clobber-flags]" } */
void bsf (u x) { asm volatile ("bsfl %0, %0" : "+r" (x)); } /* { dg-note "[avow:clobber-flags]" } */
void popcnt (u x) { asm volatile ("popcntl %0, %0" : "+r" (x)); } /* { dg-note "[avow:clobber-flags]" } */
void andn (u x) { asm volatile ("andnl %0, %0, %0" : "+r" (x)); } /* { dg-note "[avow:clobber-flags]" } */
void mul (u x) { asm volatile ("mull %0" : "+a" (x) : : "edx"); } /* { dg-note "[avow:clobber-flags]" } */
void imul (u x) { asm volatile ("imull $3, %0, %0" : "+r" (x)); } /* { dg-note "[avow:clobber-flags]" } */
void div (u x) { asm volatile ("xorl %%edx, %%edx; divl %1" : "+a" (x) : "r" (x | 1) : "edx"); } /* { dg-note "[avow:clobber-flags]" } */
void comiss (float x) { asm volatile ("comiss %0, %0" : : "x" (x)); } /* { dg-note "[avow:clobber-flags]" } */
void ptest (float x) { asm volatile ("ptest %0, %0" : : "x" (x)); } /* { dg-note "[avow:clobber-flags]" } */
void fcomi (long double x) { asm volatile ("fcomi %%st(0), %%st" : : "t" (x)); } /* { dg-note "[avow:clobber-flags]" } */
void lock (u *p) { asm volatile ("lock incl %0" : "+m" (*p)); } /* { dg-note "[avow:clobber-flags]" } */
void xadd (u *p, u x) { asm volatile ("lock; xaddl %0, %1" : "+r" (x), "+m" (*p)); } /* { dg-note "[avow:clobber-flags]" } */
void cmpxchg (u *p, u x, u n) { asm volatile ("lock; cmpxchgl %2, %1" : "+a" (x), "+m" (*p) : "r" (n)); } /* { dg-note "[avow:clobber-flags]" } */
void cmc (void) { asm volatile ("clc" : :); } /* { dg-note "[avow:clobber-flags]" } */
void stc (void) { asm volatile ("stc" : : : "memory"); } /* { dg-note "[avow:clobber-flags]" } */
void sahf (u x) { asm volatile ("sahf" : : "a" (x << 8)); } /* { dg-note "[avow:clobber-flags]" } */
void scas (char *d) { long n = 4; asm volatile ("repne scasb" : "+D" (d), "+c" (n) : "a" (0) : "memory"); } /* { dg-note "[avow:clobber-flags]" } */
void cmps (char *d, char *s) { asm volatile ("cmpsb" : "+D" (d), "+S" (s) : : "memory"); } /* { dg-note "[avow:clobber-flags]" } */
void branch (u x) { asm volatile ("jmp 1f; 2: incl %0; 1:" : "+r" (x)); } /* unreachable: says nothing { dg-bogus "avow:clobber-flags" } */
void one_path (u x) { asm volatile ("jecxz 1f; incl %0; 1:" : "+c" (x)); } /* { dg-note "[avow:clobber-flags]" } */
void loop (u x) { long n = 3; asm volatile ("1: notl %0; decl %k1; jnz 1b" : "+r" (x), "+r" (n)); } /* { dg-note "[avow:clobber-flags]" } */
void scratch (void) { asm volatile ("xorl %%eax, %%eax" : : : "eax"); } /* { dg-note "[avow:clobber-flags]" } */
int go (u x) { asm goto ("testl %0, %0; jz %l1" : : "r" (x) : : out); return 1; out: return 0; } /* { dg-note "[avow:clobber-flags]" } */
void rdrand (u x) { asm volatile ("rdrand %0" : "=r" (x)); } /* { dg-note "[avow:clobber-flags]" } */
void lines (u x) { asm volatile ("movl $1, %0\n\tnop\n\tsubl $1, %0\n" : "=r" (x)); } /* { dg-note "[avow:clobber-flags]" } */
