/* { dg-options "-O2 -msse2 -fno-pie" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
typedef float v4 __attribute__ ((vector_size (16)));
#ifdef __x86_64__
#define R "%%r"
#define S "(%%rip)"
#else
#define R "%%e"
#define S ""
#endif
u glob, glob2, tab[8];
void store (u *p) { asm volatile ("movl $1, (%0)" : : "r" (p)); } /* { dg-warning "[avow:memory-write]" } */
void offset (u *p) { asm volatile ("movl $1, 8(%0)" : : "r" (p)); } /* { dg-warning "[avow:memory-write]" } */
void indexed (u *p, long i) { asm volatile ("movl $1, (%0,%1,4)" : : "r" (p), "r" (i)); } /* { dg-warning "[avow:memory-write]" } */
void by_name (u *p) { asm volatile ("movl $1, (" R "cx)" : : "c" (p)); } /* { dg-warning "[avow:memory-write]" } */
void named (u *p) { asm volatile ("movl $1, (%[p])" : : [p] "r" (p)); } /* { dg-warning "[avow:memory-write]" } */
void a_modifier (u *p) { asm volatile ("movl $1, %a0" : : "r" (p)); } /* { dg-warning "[avow:memory-write]" } */
void p_constraint (u *p) { asm volatile ("movl $1, %a0" : : "p" (p)); } /* { dg-warning "[avow:memory-write]" } */
void xchg (u *p, u x) { asm volatile ("xchgl %0, (%1)" : "+r" (x) : "r" (p)); } /* { dg-warning "[avow:memory-write]" } */
/* { dg-warning "[avow:memory-read]" "" { target *-*-* } .-1 } */
void copied (u *p) { asm volatile ("mov %0, " R "cx; movl $1, 4(" R "cx)" : : "r" (p) : "ecx"); } /* { dg-warning "[avow:memory-write]" } */
void moved (u *p) { asm volatile ("add $4, %0; movl $1, (%0)" : "+r" (p) : : "cc"); } /* { dg-warning "[avow:memory-write]" } */
void one_way (u *p, u x) { asm volatile ("testl %1, %1; jz 1f; movl $1, (%0); 1:" : : "r" (p), "r" (x) : "cc"); } /* { dg-warning "[avow:memory-write]" } */
void loop (u *p, long n) { asm volatile ("1: movl $1, (%0); add $4, %0; sub $1, %1; jnz 1b" : "+r" (p), "+r" (n) : : "cc"); } /* { dg-warning "[avow:memory-write]" } */
int go (u *p) { asm goto ("movl $1, (%0); testl %k0, %k0; jz %l1" : : "r" (p) : "cc" : out); return 1; out: return 0; } /* { dg-warning "[avow:memory-write]" } */
void stos (char *d) { asm volatile ("stosb" : "+D" (d) : "a" (0)); } /* { dg-warning "[avow:memory-write]" } */
void rep (char *d, long n) { asm volatile ("rep; stosb" : "+D" (d), "+c" (n) : "a" (0)); } /* { dg-warning "[avow:memory-write]" } */
void movs (char *d, char *s, long n) { asm volatile ("rep\n\tmovsb" : "+D" (d), "+S" (s), "+c" (n)); } /* { dg-warning "[avow:memory-write]" } */
/* { dg-warning "[avow:memory-read]" "" { target *-*-* } .-1 } */
void ins (char *d, u port) { asm volatile ("insb" : "+D" (d) : "d" (port)); } /* { dg-warning "[avow:memory-write]" } */
void symbol (void) { asm volatile ("movl $1, glob" S : :); } /* { dg-warning "[avow:memory-write]" } */
void symbol_operand (void) { asm volatile ("movl $1, %c0" S : : "i" (&glob)); } /* { dg-warning "[avow:memory-write]" } */
void symbol_p (void) { asm volatile ("incl %P0" S : : "i" (&glob) : "cc"); } /* { dg-warning "[avow:memory-write]" } */
/* { dg-warning "[avow:memory-read]" "" { target *-*-* } .-1 } */
void fst (double *p, double x) { asm volatile ("fstl (%0)" : : "r" (p), "t" (x)); } /* { dg-warning "[avow:memory-write]" } */
void vec (v4 *p, v4 x) { asm volatile ("movaps %1, (%0)" : : "r" (p), "x" (x)); } /* { dg-warning "[avow:memory-write]" } */
void stream (v4 *p, v4 x) { asm volatile ("movntps %1, 16(%0)" : : "r" (p), "x" (x)); } /* { dg-warning "[avow:memory-write]" } */
void masked (char *p, v4 x) { asm volatile ("maskmovdqu %1, %1" : : "D" (p), "x" (x)); } /* { dg-warning "[avow:memory-write]" } */
void fxsave (char *p) { asm volatile ("fxsave (%0)" : : "r" (p)); } /* { dg-warning "[avow:memory-write]" } */
void fnstenv (char *p) { asm volatile ("fnstenv (%0)" : : "r" (p)); } /* { dg-warning "[avow:memory-write]" } */
void stmxcsr (u *p) { asm volatile ("stmxcsr (%0)" : : "r" (p)); } /* { dg-warning "[avow:memory-write]" } */
void sgdt (char *p) { asm volatile ("sgdt (%0)" : : "r" (p)); } /* { dg-warning "[avow:memory-write]" } */
void setcc (char *p, u x) { asm volatile ("testl %1, %1; setz (%0)" : : "r" (p), "r" (x) : "cc"); } /* { dg-warning "[avow:memory-write]" } */
/* an output for something else, or for less */
void other (u *p, u *q) { u *o = &glob2; (void) q; asm volatile ("movl $1, (%1)" : "=m" (*o) : "r" (&glob)); } /* { dg-warning "[avow:memory-write]" } */
void beside (u *p) { asm volatile ("movl $1, (%1); movl $2, 4(%1)" : "=m" (*p) : "r" (p)); } /* { dg-warning "avow:memory-(write|size)" } */
void beyond (u *p) { asm volatile ("movl $1, %0; movl $1, 4+%0" : "=m" (*p)); } /* { dg-warning "avow:memory-(write|size)" } */
void before (u *p) { asm volatile ("movl $1, %0; movl $1, -4+%0" : "=m" (*p)); } /* { dg-warning "avow:memory-(write|size)" } */
void wider (unsigned short *p) { asm volatile ("movl $1, %0" : "=m" (*p)); } /* { dg-warning "avow:(memory-write|memory-size|width-mismatch)" } */
void only_input (u *p) { asm volatile ("movl $1, (%0)" : : "r" (p), "m" (*p)); } /* { dg-warning "[avow:memory-write]" } */
void by_address (u *p) { asm volatile ("lea %0, " R "cx; movl $1, (" R "cx)" : : "m" (*p) : "ecx"); } /* { dg-warning "avow:(memory-write|input-modified)" } */
void local (void) { u l[2]; asm volatile ("movl $1, 4(%0)" : : "r" (l)); asm volatile ("" : : "m" (l)); } /* { dg-warning "[avow:memory-write]" } */
void out_of_order (u **p) { u *q; asm volatile ("mov %1, %0; movl $1, (%0)" : "=&r" (q) : "m" (*p)); } /* { dg-warning "[avow:memory-write]" } */
