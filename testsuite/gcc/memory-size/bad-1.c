/* memory-size: accesses that leave the object, one for each way; "memory" does not help.  */
/* { dg-options "-O2 -msse2" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
typedef unsigned char b;
struct pair { u a, b; };
static b table[16];
/* wider than the object */
u wide_read (b *p) { b x = *p; u r; asm ("movl %1, %0" : "=r" (r) : "m" (x)); return r; } /* { dg-warning "reads 4 bytes at offset 0 of the object of operand %1 \('x'\), which has 1.*[avow:memory-size]" } */
b wide_write (void) { b x; asm ("movl $1, %0" : "=m" (x)); return x; } /* { dg-warning "writes 4 bytes at offset 0.*which has 1 .*[avow:memory-size]" } */
b wide_memory (void) { b x; asm volatile ("movl $1, %0" : "=m" (x) : : "memory"); return x; } /* { dg-warning "writes 4 bytes at offset 0.*[avow:memory-size]" } */
void vector (void) { u x = 1; asm volatile ("movdqu %0, %%xmm0" : : "m" (x) : "xmm0"); } /* { dg-warning "reads 16 bytes at offset 0.*which has 4 .*[avow:memory-size]" } */
/* displacements */
u beyond_plus (void) { struct pair x = { 1, 2 }; u r; asm ("movl 8+%1, %0" : "=r" (r) : "m" (x)); return r; } /* { dg-warning "reads 4 bytes at offset 8.*which has 8 .*[avow:memory-size]" } */
u straddle (void) { struct pair x = { 1, 2 }; u r; asm ("movl 6+%1, %0" : "=r" (r) : "m" (x)); return r; } /* { dg-warning "reads 4 bytes at offset 6.*which has 8 .*[avow:memory-size]" } */
u before (void) { struct pair x = { 1, 2 }; u r; asm volatile ("movl -4+%1, %0" : "=r" (r) : "m" (x) : "memory"); return r; } /* { dg-warning "reads 4 bytes at offset -4.*[avow:memory-size]" } */
u member (void) { struct pair x = { 1, 2 }; u r; asm volatile ("movl 4+%1, %0" : "=r" (r) : "m" (x.b) : "memory"); return r; } /* { dg-warning "reads 4 bytes at offset 8.*which has 8 .*[avow:memory-size]" } */
/* through pointers */
u pointer (void) { u x[4] = { 1 }; u r; asm volatile ("movl 16(%1), %0" : "=r" (r) : "r" (x) : "memory"); return r; } /* { dg-warning "reads 4 bytes at offset 16.*'x'|reads 4 bytes at offset 16.*which has 16 .*[avow:memory-size]" } */
u pointer_copy (void) { u x[4] = { 1 }, *p = x + 1; u r; asm volatile ("movl 12(%1), %0" : "=r" (r) : "r" (p) : "memory"); return r; } /* { dg-warning "reads 4 bytes at offset 16.*which has 16 .*[avow:memory-size]" } */
void pointer_vector (void) { asm volatile ("movdqu 4(%0), %%xmm0" : : "r" (table) : "memory", "xmm0"); } /* { dg-warning "reads 16 bytes at offset 4.*which has 16 .*[avow:memory-size]" } */
void advanced (void) { asm volatile ("add $8, %0\n\tmovdqu (%0), %%xmm0" : : "r" (table) : "memory", "xmm0"); } /* { dg-warning "reads 16 bytes at offset 8.*[avow:memory-size]" } { dg-warning "[avow:input-modified]" } */
void constant (void) { asm volatile ("movdqu %0, %%xmm0" : : "m" (*"short") : "xmm0"); } /* { dg-warning "reads 16 bytes at offset 0.*which has 6 .*[avow:memory-size]" } */
/* string counts */
void fill (void) { b x[16]; void *p = x; asm volatile ("rep; stosb" : "+D" (p) : "a" (0), "c" (17L) : "memory"); } /* { dg-warning "writes 17 bytes at offset 0.*which has 16 .*[avow:memory-size]" } { dg-warning "[avow:input-modified]" } */
void fill_l (void) { b x[16]; void *p = x; long n = 5; asm volatile ("mov $5, %1\n\trep; stosl" : "+D" (p), "=c" (n) : "a" (0) : "memory"); } /* { dg-warning "writes 20 bytes at offset 0.*which has 16 .*[avow:memory-size]" } */
/* bit numbers: a variable or a member has no next word, and the program knows it: a note */
struct mask { u before; unsigned long bits; };
void in_member (struct mask *p, long n) { asm ("lock; bts %1, %0" : "+m" (p->bits) : "r" (n) : "cc"); } /* { dg-note "it works as long as it is not.*[avow:memory-size]" } { avow-verdict verified } */
void in_macro (struct mask *p, long n) { asm ("lock; bts %1, %0" : "+m" (*(&p->bits)) : "r" (n) : "cc"); } /* { dg-note "it works as long as it is not.*[avow:memory-size]" } { avow-verdict verified } */
u in_variable (u x, u n) { asm ("btcl %1, %0" : "+m" (x) : "r" (n) : "cc"); return x; } /* { dg-note "it works as long as it is not.*[avow:memory-size]" } { avow-verdict verified } */
u in_element (u *p, u i, u n) { asm ("btcl %1, %0" : "+m" (p[i]) : "r" (n) : "cc"); return *p; } /* { dg-warning "bit number from.*[avow:memory-size]" } */
u bits (u *p, u n) { u r; asm ("btl %2, %1\n\tsbbl %0, %0" : "=r" (r) : "m" (*p), "r" (n) : "cc"); return r; } /* { dg-warning "takes its bit number from operand %2 \('n'\) and leaves operand %1 when that is 32 or more.*[avow:memory-size]" } */
void set (unsigned long *p, long n) { asm ("bts %1, %0" : "+m" (*p) : "r" (n) : "cc"); } /* { dg-warning "bit number from operand %1.*[avow:memory-size]" } */
void byte_index (u *p, b n) { asm ("btsl %1, %0" : "+m" (*p) : "r" ((u) n) : "cc"); } /* { dg-warning "bit number from operand %1.*[avow:memory-size]" } */
void loose_mask (u *p, u n) { asm ("lock; btrl %1, %0" : "+m" (*p) : "r" (n & 63) : "cc"); } /* { dg-warning "bit number from operand %1.*[avow:memory-size]" } */
