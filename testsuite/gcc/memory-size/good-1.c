/* memory-size: the corrected twins of bad-1.c, and what stays inside or cannot be known.  */
/* { dg-options "-O2 -msse2" } */
/* { avow-modes 64 32 } */
/* { dg-bogus "memory-size" "" { target *-*-* } 0 } */
typedef unsigned u;
typedef unsigned char b;
struct pair { u a, b; };
static b table[16];
u read (u *p) { u x = *p; u r; asm ("movl %1, %0" : "=r" (r) : "m" (x)); return r; } /* { avow-verdict verified } */
void vector (void) { u x[4] = { 1 }; asm volatile ("movdqu %0, %%xmm0" : : "m" (x) : "xmm0"); } /* { avow-verdict verified } */
u last (void) { struct pair x = { 1, 2 }; u r; asm ("movl 4+%1, %0" : "=r" (r) : "m" (x)); return r; } /* { avow-verdict verified } */
u member (void) { struct pair x = { 1, 2 }; u r; asm volatile ("movl -4+%1, %0" : "=r" (r) : "m" (x.b), "m" (x)); return r; } /* { avow-verdict verified } */
/* beyond the operand's type and inside the object: "memory" covers it */
u neighbour (void) { struct pair x = { 1, 2 }; u r; asm volatile ("movl 4+%1, %0" : "=r" (r) : "m" (x.a) : "memory"); return r; } /* { avow-verdict verified } */
void first (void) { asm volatile ("movdqu %0, %%xmm0" : : "m" (table[0]) : "memory", "xmm0"); } /* { avow-verdict verified } */
/* two members side by side */
void both (struct pair *p) { asm volatile ("movq %%xmm0, (%2)" : "=m" (p->a), "=m" (p->b) : "r" (p) : "xmm0"); } /* { dg-warning "[avow:register-read]" } */
u pointer (void) { u x[4] = { 1 }; u r; asm volatile ("movl 12(%1), %0" : "=r" (r) : "r" (x) : "memory"); return r; } /* { avow-verdict verified } */
u biased (void) { u x[4] = { 1 }, *p = x + 8; u r; asm volatile ("movl -20(%1), %0" : "=r" (r) : "r" (p) : "memory"); return r; } /* { avow-verdict verified } */
/* another object's size is not known here */
extern b label, more[8];
u external (void) { u r; asm volatile ("movl 16+%1, %0" : "=r" (r) : "m" (label) : "memory"); return r; } /* { avow-verdict verified } */
u external_array (void) { u r; asm volatile ("movl 6(%1), %0" : "=r" (r) : "r" (more) : "memory"); return r; } /* { avow-verdict verified } */
__attribute__ ((weak)) b replaced[4];
u weak (void) { u r; asm volatile ("movl 8+%1, %0" : "=r" (r) : "m" (replaced) : "memory"); return r; } /* { avow-verdict verified } */
u anything (b *p) { u r; asm volatile ("movl %1, %0" : "=r" (r) : "m" (*p) : "memory"); return r; } /* { avow-verdict verified } */
/* a path that these operands do not take */
void small_copy (b *d)
{
  b x[4] = { 1 };
  asm volatile ("cmpl $8, %2\n\tjb 1f\n\tmovq (%1), %%xmm0\n\tmovq %%xmm0, (%0)\n1:" : : "r" (d), "r" (x), "r" (4) : "memory", "cc", "xmm0"); /* { avow-verdict verified } */
}
/* a loop: how far it goes is not known */
u sum (void) { b x[16] = { 1 }; b *p = x; u r, n = 16; asm volatile ("xorl %0, %0\n1:\tincl %0\n\tcmpb $0, (%1)\n\tinc %1\n\tdecl %2\n\tjnz 1b" : "=&r" (r), "+r" (p), "+r" (n) : : "memory", "cc"); return r; } /* { avow-verdict verified } */
/* flexible and variable arrays */
struct flex { u n; b data[]; };
static struct flex five = { 5, { 1, 2, 3, 4, 5 } };
u flex (void) { u r; asm volatile ("movzbl 8(%1), %0" : "=r" (r) : "r" (&five) : "memory"); return r; } /* { avow-verdict verified } */
u vla (int n) { b x[n]; u r; asm volatile ("movl 8(%1), %0" : "=r" (r) : "r" (x) : "memory"); return r; } /* { avow-verdict verified } */
/* string counts */
void fill (void) { b x[16]; void *p = x; long n; asm volatile ("rep; stosb" : "+D" (p), "=c" (n) : "a" (0), "1" (16L) : "memory"); } /* { avow-verdict verified } */
void fill_dummy (b *d) { b *p = d; long n; asm volatile ("rep; stosl" : "+D" (p), "=c" (n), "=m" (*(b (*)[16]) d) : "a" (0), "1" (4L)); } /* { avow-verdict verified } */
void fill_n (long n) { b x[16]; void *p = x; asm volatile ("rep; stosb" : "+D" (p), "+c" (n) : "a" (0) : "memory"); } /* { avow-verdict verified } */
/* bit numbers that stay inside */
void masked (u *p, u n) { asm ("btsl %1, %0" : "+m" (*p) : "r" (n & 31) : "cc"); } /* { avow-verdict verified } */
void masked_var (u *p, u n) { u i = n & 31; asm ("lock; btsl %1, %0" : "+m" (*p) : "r" (i) : "cc"); } /* { avow-verdict verified } */
void modulo (u *p, u n) { asm ("btsl %1, %0" : "+m" (*p) : "r" (n % 32) : "cc"); } /* { avow-verdict verified } */
void byte_index (u (*p)[8], b n) { asm ("btsl %1, %0" : "+m" (*p) : "r" ((u) n) : "cc"); } /* { avow-verdict verified } */
void immediate (u *p) { asm ("btsl %1, %0" : "+m" (*p) : "I" (5) : "cc"); } /* { avow-verdict verified } */
void kernel (long n, volatile unsigned long *p) { asm volatile ("lock; bts %1, %0" : : "m" (*p), "Ir" (n) : "memory", "cc"); } /* { avow-verdict verified } */
void array (u (*p)[8], u n) { asm ("btsl %1, %0" : "+m" (*p) : "r" (n) : "cc"); } /* { avow-verdict unverified "covers" } */
void made (u *p, u n) { asm ("andl $31, %1\n\tbtsl %1, %0" : "+m" (*p), "+r" (n) : : "cc"); } /* { avow-verdict unverified "covers" } */
