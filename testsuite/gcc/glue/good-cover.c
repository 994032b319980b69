/* What a dummy operand covers, in the ways that real code writes it.  */
/* { dg-options "-O2 -msse2 -fno-pie" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
#include <stddef.h>
#include <string.h>
typedef unsigned u;
typedef unsigned char b;
struct item { u key; u values[4]; struct item *next; b tail[]; };
#define GET "movl (%1), %0"
/* arrays, their elements, types made up for the size */
u array (u *p) { u r; asm (GET : "=r" (r) : "r" (p), "m" (*(u (*)[4]) p)); return r; } /* { avow-verdict verified } */
u array_const (const u *p) { u r; asm (GET : "=r" (r) : "r" (p), "m" (*(const u (*)[4]) p)); return r; } /* { avow-verdict verified } */
u bytes (u *p) { u r; asm (GET : "=r" (r) : "r" (p), "m" (*(struct { b x[16]; } *) p)); return r; } /* { avow-verdict verified } */
u huge (u *p) { u r; asm (GET : "=r" (r) : "r" (p), "m" (*(struct { b x[0x10000000]; } *) p)); return r; } /* { avow-verdict verified } */
u variable (u *p, size_t n) { u r; asm (GET : "=r" (r) : "r" (p), "m" (*(u (*)[n]) p)); return r; } /* { avow-verdict verified } */
u open (u *p) { u r; asm ("movl 400(%1), %0" : "=r" (r) : "r" (p), "m" (*(u (*)[]) p)); return r; } /* { avow-verdict verified } */
u by_element (u *p) { u r; asm ("movl 4(%1), %0" : "=r" (r) : "r" (p), "m" (p[0]), "m" (p[1])); return r; } /* { avow-verdict verified } */
void across (u *p) { asm ("movq (%0), %%xmm0" : : "r" (p), "m" (p[0]), "m" (p[1]) : "xmm0"); } /* { avow-verdict verified } */
/* members */
u member (struct item *p) { u r; asm (GET : "=r" (r) : "r" (&p->values[2]), "m" (p->values[2])); return r; } /* { avow-verdict verified } */
u whole (struct item *p) { u r; asm (GET : "=r" (r) : "r" (&p->values[2]), "m" (*p)); return r; } /* { avow-verdict verified } */
u behind (struct item *p) { u r; asm ("movl 4(%1), %0" : "=r" (r) : "r" (p), "m" (p->values)); return r; } /* { avow-verdict verified } */
u chain (struct item *p) { u r; asm (GET : "=r" (r) : "r" (&p->next->key), "m" (p->next->key)); return r; } /* { avow-verdict verified } */
u tail (struct item *p) { u r; asm (GET : "=r" (r) : "r" (p->tail), "m" (p->tail)); return r; } /* { avow-verdict verified } */
/* constants added */
u advanced (u *p) { u r, *q = p + 3; asm (GET : "=r" (r) : "r" (q), "m" (p[3])); return r; } /* { avow-verdict verified } */
u back (u *p) { u r; asm ("movl -4(%1), %0" : "=r" (r) : "r" (p), "m" (p[-1])); return r; } /* { avow-verdict verified } */
u in_body (u *p) { u r; asm ("add $8, %1\n\tmovl (%1), %0" : "=r" (r), "+r" (p) : "m" (p[2]) : "cc"); return r; } /* { avow-verdict verified } */
u modifier (u *p) { u r; asm ("movl %c2(%1), %0" : "=r" (r) : "r" (p), "i" (offsetof (struct item, values)), "m" (*(struct item *) p)); return r; } /* { avow-verdict verified } */
u plus (u *p) { u r; asm ("movl 4+%1, %0" : "=r" (r) : "m" (*p), "m" (p[1])); return r; } /* { avow-verdict verified } */
u address (u *p) { u r; asm ("movl %a1, %0" : "=r" (r) : "p" (p), "m" (*p)); return r; } /* { avow-verdict verified } */
/* indexes */
u index_same (u *p, long i) { u r; asm (GET : "=r" (r) : "r" (p + i), "m" (p[i])); return r; } /* { avow-verdict verified } */
u index_copy (u *p, int i) { u r; long j = i; asm (GET : "=r" (r) : "r" (&p[j]), "m" (p[i])); return r; } /* { avow-verdict verified } */
u index_next (u *p, long i) { u r; asm ("movl 4(%1), %0" : "=r" (r) : "r" (&p[i]), "m" (p[i + 1])); return r; } /* { avow-verdict verified } */
u two_dimensions (u (*p)[4], long i) { u r; asm (GET : "=r" (r) : "r" (p[i]), "m" (p[i][0])); return r; } /* { avow-verdict verified } */
/* objects and their addresses */
static u table[8];
u object (void) { u r; asm (GET : "=r" (r) : "r" (table), "m" (table)); return r; } /* { avow-verdict verified } */
u element (void) { u r; asm (GET : "=r" (r) : "r" (&table[3]), "m" (table[3])); return r; } /* { avow-verdict verified } */
u local (u x) { u r; asm (GET : "=r" (r) : "r" (&x), "m" (x)); return r; } /* { avow-verdict verified } */
u symbol (void) { u r; asm ("movl %c1, %0" : "=r" (r) : "i" (&table[1]), "m" (table)); return r; } /* { avow-verdict verified } */
/* casts and copies */
u integer (u *p) { u r; asm (GET : "=r" (r) : "r" ((unsigned long) p), "m" (*p)); return r; } /* { avow-verdict verified } */
u const_cast (const void *p) { u r; asm (GET : "=r" (r) : "r" ((const b *) p), "m" (*(const u *) p)); return r; } /* { avow-verdict verified } */
u through (u **pp) { u r; asm (GET : "=r" (r) : "r" (*pp), "m" (**pp)); return r; } /* { avow-verdict verified } */
u loaded (struct item *p) { u r; u *q = p->values; asm (GET : "=r" (r) : "r" (q), "m" (p->values)); return r; } /* { avow-verdict verified } */
/* unions and bit-fields' neighbours */
union view { u word; b bytes[4]; };
u view (union view *p) { u r; asm (GET : "=r" (r) : "r" (&p->word), "m" (p->bytes)); return r; } /* { avow-verdict verified } */
/* strings */
void fill (b *p, size_t n) { b *q = p; size_t m = n; asm ("rep; stosb" : "+D" (q), "+c" (m), "=m" (*(b (*)[n]) p) : "a" (0)); } /* { avow-verdict verified } */
void fill_16 (b *p) { b *q = p; size_t m; asm ("rep; stosb" : "+D" (q), "=c" (m), "=m" (*(b (*)[16]) p) : "a" (0), "1" (16L)); } /* { avow-verdict verified } */
void twice (b *d, const b *s) { asm ("movsl\n\tmovsl" : "+D" (d), "+S" (s), "=m" (*(b (*)[8]) d) : "m" (*(const b (*)[8]) s)); } /* { avow-verdict verified } */
