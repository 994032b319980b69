/* The twins of bad-implicit.c.  */
/* { dg-options "-O2 -msse4.2" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;

void cpuid_b (u *p) { u a = 1, c = 0, d; asm volatile ("cpuid" : "+a" (a), "+c" (c), "=d" (d) : : "ebx"); *p = a + c + d; }
void cpuid_bd (u *p) { u a = 1, c = 0; asm volatile ("cpuid" : "+a" (a), "+c" (c) : : "bl", "edx"); *p = a + c; }
void cpuid_all (u *p) { asm volatile ("cpuid" : "=a" (p[0]), "=b" (p[1]), "=c" (p[2]), "=d" (p[3]) : "0" (1), "2" (0)); }
u mul (u x, u y) { u lo; __asm__ ("mull %2" : "=a" (lo) : "0" (x), "r" (y) : "cc", "edx"); return lo; }
u mulhi (u x, u y) { u lo, hi; __asm__ ("mull %3" : "=a" (lo), "=d" (hi) : "%0" (x), "rm" (y) : "cc"); return hi; }
u imul1 (u x, u y) { u lo; __asm__ ("imull %2" : "=a" (lo) : "0" (x), "m" (y) : "cc", "edx"); return lo; }
int idiv (int x, int y) { int q; __asm__ ("cltd; idivl %2" : "=a" (q) : "0" (x), "r" (y) : "cc", "edx"); return q; }
int idiv2 (int x, int y) { int q, r; __asm__ ("cltd; idivl %3" : "=a" (q), "=&d" (r) : "0" (x), "r" (y) : "cc"); return q + r; }
u rdtsc (void) { u a; asm volatile ("rdtsc" : "=a" (a) : : "edx"); return a; }
u rdtscp (void) { u a, d; asm volatile ("rdtscp" : "=a" (a), "=d" (d) : : "ecx"); return a + d; }
u rdpmc (u n) { u a; asm volatile ("rdpmc" : "=a" (a) : "c" (n) : "edx"); return a; }
u xgetbv (void) { u a, d; asm volatile ("xgetbv" : "=a" (a), "=d" (d) : "c" (0)); return a; }
u rdmsr (u n) { u a; asm volatile ("rdmsr" : "=a" (a) : "c" (n) : "edx", "memory"); return a; }
u rdpkru (void) { u a, d; asm volatile ("rdpkru" : "=a" (a), "=d" (d) : "c" (0)); return a; }
void cmpxchg (u *p, u n) { asm volatile ("movl $0, %%eax; lock cmpxchgl %1, %0" : "+m" (*p) : "r" (n) : "cc", "eax"); }
void movs (u *d, u *s) { asm volatile ("movsl" : "+D" (d), "+S" (s) : : "memory"); (void) d; }
void ecx_of_rep (char *d) { asm volatile ("movl $16, %%ecx; rep stosb" : "+D" (d) : "a" (0) : "memory", "ecx"); }
void ecx_of_movs (char *d, char *s) { asm volatile ("movl $16, %%ecx; rep movsb" : "+D" (d), "+S" (s) : : "memory", "ecx"); }
void ecx_of_scas (char *d) { asm volatile ("movl $16, %%ecx; repne scasb" : "+D" (d) : "a" (0) : "memory", "cc", "cx"); }
void ecx_of_cmps (char *d, char *s) { asm volatile ("movl $16, %%ecx; repe cmpsb" : "+D" (d), "+S" (s) : : "memory", "cc", "ecx"); }
void lods (u *s) { asm volatile ("lodsl" : "+S" (s) : : "memory", "eax"); }
void cltd (u x) { asm volatile ("cltd" : "+a" (x) : : "edx"); }
void loop (void) { asm volatile ("movl $8, %%ecx\n1:\tloop 1b" : : : "cc", "ecx"); }
void fnstsw (void) { asm volatile ("fnstsw %%ax" : : : "cc", "ax"); }
void xadd (u *p) { asm volatile ("movl $1, %%ebx; lock xaddl %%ebx, %0" : "+m" (*p) : : "cc", "ebx"); }
void xchg (u *p) { asm volatile ("movl $1, %%ebx; xchgl %%ebx, %0" : "+m" (*p) : : "ebx"); }
void pcmpistri (void) { asm volatile ("pxor %%xmm1, %%xmm1; pcmpistri $0, %%xmm1, %%xmm1" : : : "xmm1", "cc", "ecx"); }
void pcmpistrm (void) { asm volatile ("pxor %%xmm1, %%xmm1; pcmpistrm $0, %%xmm1, %%xmm1" : : : "xmm1", "cc", "xmm0"); }
void mulb (unsigned char y) { asm volatile ("movb $2, %%al; mulb %0" : : "m" (y) : "cc", "ax"); }
