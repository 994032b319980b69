/* { dg-options "-O2 -msse2" } */
/* { avow-modes 32 } */
typedef unsigned u;
typedef unsigned char uc;
u k_char (uc x) { u r; asm ("movl %k1, %0" : "=r" (r) : "q" (x)); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
void inc_short (short *p) { asm ("inc %0" : "+m" (*p) : : "cc"); } /* { dg-warning "%0.*[avow:width-mismatch]" } */
/* { dg-warning "avow:(width-mismatch|memory-write|memory-read|memory-size)" "" { target *-*-* } .-1 } */
double fild (int *p) { double r; asm ("fild %1" : "=t" (r) : "m" (*p)); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
u indexed (u *p, short i) { u r; asm ("movl (%1,%k2,4), %0" : "=r" (r) : "r" (p), "r" (i) : "memory"); return r; } /* { dg-warning "%2.*[avow:width-mismatch]" } */
void rep (char *d, unsigned short n) { asm volatile ("rep; stosb" : "+D" (d), "+c" (n) : "a" (0) : "memory"); } /* { dg-warning "[avow:width-mismatch]" } */
