/* Dummies that miss by a little.  */
/* { dg-options "-O2 -msse2" } */
/* { avow-modes 64 32 } */
#include <stddef.h>
typedef unsigned u;
typedef unsigned char b;
struct item { u key; u values[4]; };
u beyond (u *p) { u r; asm ("movl 16(%1), %0" : "=r" (r) : "r" (p), "m" (*(u (*)[4]) p)); return r; } /* { dg-warning "[avow:memory-read]" } */
u short_array (u *p) { u r; asm ("movl (%1), %0" : "=r" (r) : "r" (p), "m" (*(b (*)[3]) p)); return r; } /* { dg-warning "[avow:memory-size]" } */
u other_member (struct item *p) { u r; asm ("movl (%1), %0" : "=r" (r) : "r" (&p->values[2]), "m" (p->values[1])); return r; } /* { dg-warning "[avow:memory-read]" } */
u pointer_itself (u *p) { u r; asm ("movl (%1), %0" : "=r" (r) : "r" (p), "m" (p)); return r; } /* { avow-verdict unverified "covers" } */
u back (u *p) { u r; asm ("movl -4(%1), %0" : "=r" (r) : "r" (p), "m" (*p)); return r; } /* { dg-warning "[avow:memory-read]" } */
u index_next (u *p, long i) { u r; asm ("movl 4(%1), %0" : "=r" (r) : "r" (&p[i]), "m" (p[i])); return r; } /* { dg-warning "[avow:memory-read]" } */
void input_only (u *p) { asm ("movl $1, (%0)" : : "r" (p), "m" (*p)); } /* { dg-warning "[avow:memory-write]" } */
u output_only (u *p) { u r; asm ("movl (%2), %0\n\tmovl %0, (%2)" : "=&r" (r), "=m" (*p) : "r" (p)); return r; } /* { dg-warning "[avow:memory-read]" } */
void gap_between (u *p) { asm ("movdqu (%0), %%xmm0" : : "r" (p), "m" (p[0]), "m" (p[1]), "m" (p[3]) : "xmm0"); } /* { dg-warning "[avow:memory-size]" } */
void fill (b *p) { b *q = p; long m; asm ("rep; stosb" : "+D" (q), "=c" (m), "=m" (*(b (*)[15]) p) : "a" (0), "1" (16L)); } /* { dg-warning "[avow:memory-size]" } */
