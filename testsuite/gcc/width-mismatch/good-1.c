/* { dg-options "-O2 -msse2" } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
typedef unsigned long ul;
typedef unsigned char uc;
typedef unsigned short us;
ul movslq (int x) { ul r; asm ("movslq %1, %0" : "=r" (r) : "r" (x)); return r; }
ul widened (int x) { ul r; asm ("movq %1, %0" : "=r" (r) : "r" ((ul) x)); return r; }
ul zero_extended (u x) { ul r; asm ("movl %1, %k0" : "=r" (r) : "r" (x)); return r; }
ul indexed (ul *p, long i) { ul r; asm ("movq (%1,%2,8), %0" : "=r" (r) : "r" (p), "r" (i) : "memory"); return r; }
/* 32-bit addresses use 32 bits */
u lea32 (u i) { u r; asm ("leal 1(%k1,%k1), %0" : "=r" (r) : "r" (i)); return r; }
u lea_low (u i) { u r; asm ("leal 1(%q1), %0" : "=r" (r) : "r" (i)); return r; } /* the low half of a sum needs the low halves only */
u add_low (u i) { u r; asm ("movq %q1, %q0; addl $1, %0" : "=r" (r) : "r" (i) : "cc"); return r; }
u movzbl (uc x) { u r; asm ("movzbl %1, %0" : "=r" (r) : "q" (x)); return r; }
u movzwl (us x) { u r; asm ("movzwl %1, %0" : "=r" (r) : "r" (x)); return r; }
u low_byte (u x) { u r; asm ("movzbl %b1, %0" : "=r" (r) : "q" (x)); return r; }
u high_byte (us x) { u r; asm ("movzbl %h1, %0" : "=r" (r) : "Q" (x)); return r; }
u low_word (ul x) { u r; asm ("movzwl %w1, %0" : "=r" (r) : "r" (x)); return r; }
uc wide_move (uc x) { uc r; asm ("movl %k1, %k0" : "=r" (r) : "r" (x)); return r; } /* only the low byte is used */
us wide_sum (us x, us y) { asm ("addl %k1, %k0" : "+r" (x) : "r" (y) : "cc"); return x; }
int cmp (_Bool x) { int r; asm ("cmpb $0, %1" : "=@ccz" (r) : "qm" (x)); return r; }
void rep (char *d, ul n) { asm volatile ("rep; stosb" : "+D" (d), "+c" (n) : "a" (0) : "memory"); }
void rep_addr32 (char *d) { long n = 4; asm volatile ("rep; stosb" : "+D" (d), "+c" (n) : "a" (0) : "memory"); }
void constant (char *d) { asm volatile ("cld" : : "c" (4)); }
u shr_cl (u x, uc n) { asm ("shrl %1, %0" : "+r" (x) : "cI" (n) : "cc"); return x; }
u shr_b (u x, u n) { asm ("shrl %b1, %0" : "+r" (x) : "cI" (n) : "cc"); return x; }
void inc_char (char *p) { asm ("incb %0" : "+m" (*p) : : "cc"); }
void inc_short (short *p) { asm ("incw %0" : "+m" (*p) : : "cc"); }
void inc_long (long *p) { asm ("incq %0" : "+m" (*p) : : "cc"); }
void z_suffix (long *p) { asm ("inc%z0 %0" : "+m" (*p) : : "cc"); }
void z_suffix2 (short *p) { asm ("add%z0 $1, %0" : "+m" (*p) : : "cc"); }
u by_register (u *p) { u r; asm ("mov %1, %0" : "=r" (r) : "m" (*p)); return r; }
double fildl (int *p) { double r; asm ("fildl %1" : "=t" (r) : "m" (*p)); return r; }
double fildll (long *p) { double r; asm ("fildll %1" : "=t" (r) : "m" (*p)); return r; }
double fildq (long *p) { double r; asm ("fildq %1" : "=t" (r) : "m" (*p)); return r; }
double fldl (double *p) { double r; asm ("fldl %1" : "=t" (r) : "m" (*p)); return r; }
double flds (float *p) { double r; asm ("flds %1" : "=t" (r) : "m" (*p)); return r; }
double movsd (double x) { double r; asm ("movapd %1, %0" : "=x" (r) : "x" (x)); return r; }
u movd (float x) { u r; asm ("movd %1, %0" : "=r" (r) : "x" (x)); return r; }
/* part of a bigger object, on purpose */
void orb (u *p) { asm volatile ("lock; orb $1, %0" : "+m" (*p) : : "cc"); }
u low_of_long (ul *p) { u r; asm ("movl %1, %0" : "=r" (r) : "m" (*p)); return r; }
