/* The same with "cc", and what does not change the flags.  { dg-bogus "avow:clobber-flags" "" { target *-*-* } 0 } */
/* { dg-options "-O2 -msse4.2 -mbmi -mno-red-zone" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
void add (u x) { asm volatile ("addl $1, %0" : "+r" (x) : : "cc"); }
void add_flags (u x) { asm volatile ("addl $1, %0" : "+r" (x) : : "flags"); }
void shl_cl (u x) { asm volatile ("shll %%cl, %0" : "+r" (x) : "c" (3) : "cc"); }
void one_path (u x) { asm volatile ("jecxz 1f; incl %0; 1:" : "+c" (x) : : "cc"); }
int go (u x) { asm goto ("testl %0, %0; jz %l1" : : "r" (x) : "cc" : out); return 1; out: return 0; }
/* a flag output is the declaration */
int flag (u x) { int r; asm ("testl %1, %1" : "=@ccz" (r) : "r" (x)); return r; }
int flag2 (u x) { int c, o; asm ("addl $1, %0" : "+r" (x), "=@ccc" (c), "=@cco" (o)); return c + o; }
/* no flags */
void lea (u x) { asm volatile ("leal 3(,%1,2), %0" : "=r" (x) : "r" ((long) x)); }
void mov (u x) { asm volatile ("movl $3, %0" : "=r" (x)); }
void not (u x) { asm volatile ("notl %0" : "+r" (x)); }
void bswap (u x) { asm volatile ("bswap %0" : "+r" (x)); }
void xchg (u *p, u x) { asm volatile ("xchgl %0, %1" : "+r" (x), "+m" (*p)); }
void movs (char *d, char *s) { long n = 4; asm volatile ("rep movsb" : "+D" (d), "+S" (s), "+c" (n) : : "memory"); }
void lods (char *s) { asm volatile ("lodsb" : "+S" (s) : : "memory", "eax"); }
void jecxz (u x) { asm volatile ("jecxz 1f; notl %0; 1:" : "+c" (x)); }
void loop (long n) { asm volatile ("1: nop; loop 1b" : "+c" (n)); }
void cpuid (u *p) { asm volatile ("cpuid" : "=a" (p[0]), "=b" (p[1]), "=c" (p[2]), "=d" (p[3]) : "0" (1), "2" (0)); }
void sse (float x) { asm volatile ("addss %0, %0; cvtss2sd %0, %0" : "+x" (x)); }
void mfence (void) { asm volatile ("mfence" : : : "memory"); }
void nop (void) { asm volatile ("rep; nop" : :); }
void prefetch (char *p) { asm volatile ("prefetcht0 %a0" : : "p" (p)); }
/* saved and restored */
void saved (u x) { asm volatile ("pushf; addl $1, %0; popf" : "+r" (x)); }
void empty (u x) { asm volatile ("" : "+r" (x)); }
