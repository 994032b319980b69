/* { dg-options "-O2 -msse2 -fno-pie" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
typedef float v4 __attribute__ ((vector_size (16)));
#ifdef __x86_64__
#define R "%%r"
#define S "(%%rip)"
#else
#define R "%%e"
#define S ""
#endif
u glob, tab[8];
void store (u *p) { asm volatile ("movl $1, (%0)" : : "r" (p) : "memory"); }
void store_m (u *p) { asm volatile ("movl $1, %0" : "=m" (*p)); }
void store_dummy (u *p) { asm volatile ("movl $1, (%1)" : "=m" (*p) : "r" (p)); }
void offset (u *p) { asm volatile ("movl $1, 8(%1)" : "=m" (p[2]) : "r" (p)); }
void struct_dummy (u *p) { asm volatile ("movl $1, (%1); movl $2, 4(%1)" : "=m" (*(struct { u a[2]; } *) p) : "r" (p)); }
void array_dummy (u *p) { asm volatile ("movl $1, (%1); movl $2, 4(%1)" : "=m" (*(u (*)[2]) p) : "r" (p)); }
void by_name (u *p) { asm volatile ("movl $1, (" R "cx)" : "=m" (*p) : "c" (p)); }
void xchg (u *p, u x) { asm volatile ("xchgl %0, (%2)" : "+r" (x), "+m" (*p) : "r" (p)); }
void stos (char *d) { char *e = d; asm volatile ("stosb" : "+D" (d), "=m" (*e) : "a" (0)); }
void rep (char *d, long n) { asm volatile ("rep; stosb" : "+D" (d), "+c" (n) : "a" (0) : "memory"); }
void rep_sized (char *d, long n) { char (*o)[n] = (char (*)[n]) d; long m = n; asm volatile ("rep; stosb" : "+D" (d), "+c" (m), "=m" (*o) : "a" (0)); }
void rep_unsized (char *d, long n) { char (*o)[] = (char (*)[]) d; long m = n; asm volatile ("rep; stosb" : "+D" (d), "+c" (m), "=m" (*o) : "a" (0)); }
void fst (double *p, double x) { asm volatile ("fstl %0" : "=m" (*p) : "t" (x)); }
void vec (v4 *p, v4 x) { asm volatile ("movaps %1, %0" : "=m" (*p) : "x" (x)); }
void bts (u *p, u n) { asm volatile ("btsl %1, %0" : "+m" (*p) : "r" (n) : "cc", "memory"); }
void bts_imm (u *p) { asm volatile ("btsl $5, %0" : "+m" (*p) : : "cc"); }
void bts_reg (u x, u n) { asm volatile ("btsl %1, %0" : "+r" (x) : "r" (n) : "cc"); }
void wide (unsigned long long *p) { asm volatile ("movl $1, %0; movl $1, 4+%0" : "=m" (*p)); }
void local (void) { u l[2]; asm volatile ("movl $1, 4(%1)" : "=m" (l) : "r" (l)); }
/* no stores */
void prefetch (u *p) { asm volatile ("prefetcht0 (%0)" : : "r" (p)); }
void lea (u *p) { u *q; asm volatile ("lea 4(%1), %0" : "=r" (q) : "r" (p)); }
void nopl (u *p) { asm volatile ("nopl (%0)" : : "r" (p)); }
void jmp (void) { asm volatile ("jmp 1f; movl %%eax, (" R "ax); 1:" : :); }
