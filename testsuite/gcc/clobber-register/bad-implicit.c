/* Registers that an instruction writes without naming them.  */
/* { dg-options "-O2 -msse4.2" } */
/* { avow-modes 64 32 } */
typedef unsigned u;

void cpuid_b (u *p) { u a = 1, c = 0, d; asm volatile ("cpuid" : "+a" (a), "+c" (c), "=d" (d)); *p = a + c + d; } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void cpuid_bd (u *p) { u a = 1, c = 0; asm volatile ("cpuid" : "+a" (a), "+c" (c)); *p = a + c; } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
/* { dg-warning "[re]dx.*[avow:clobber-register]" "" { target *-*-* } .-1 } */
u mul (u x, u y) { u lo; __asm__ ("mull %2" : "=a" (lo) : "0" (x), "b" (y) : "cc"); return lo; } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
u imul1 (u x, u y) { u lo; __asm__ ("imull %2" : "=a" (lo) : "0" (x), "m" (y) : "cc"); return lo; } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
int idiv (int x, int y) { int q; __asm__ ("cltd; idivl %2" : "=a" (q) : "0" (x), "b" (y) : "cc"); return q; } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
u rdtsc (void) { u a; asm volatile ("rdtsc" : "=a" (a)); return a; } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
u rdtscp (void) { u a, d; asm volatile ("rdtscp" : "=a" (a), "=d" (d)); return a + d; } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
u rdpmc (u n) { u a; asm volatile ("rdpmc" : "=a" (a) : "c" (n)); return a; } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
u xgetbv (void) { u a; asm volatile ("xgetbv" : "=a" (a) : "c" (0)); return a; } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
u rdmsr (u n) { u a; asm volatile ("rdmsr" : "=a" (a) : "c" (n)); return a; } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
u rdpkru (void) { u a; asm volatile ("rdpkru" : "=a" (a) : "c" (0)); return a; } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
void cmpxchg (u *p, u n) { asm volatile ("movl $0, %%eax; lock cmpxchgl %1, %0" : "+m" (*p) : "c" (n) : "cc"); } /* { dg-warning "[re]ax.*[avow:clobber-register]" } */
void movs (u *d, u *s) { asm volatile ("movsl" : "+D" (d) : "m" (*s), "m" (*d) : "memory"); (void) d; } /* { dg-warning "[re]si.*avow:(clobber-register|register-read)" } */
void ecx_of_rep (char *d) { asm volatile ("movl $16, %%ecx; rep stosb" : "+D" (d) : "a" (0) : "memory"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void ecx_of_movs (char *d, char *s) { asm volatile ("movl $16, %%ecx; rep movsb" : "+D" (d), "+S" (s) : : "memory"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void ecx_of_scas (char *d) { asm volatile ("movl $16, %%ecx; repne scasb" : "+D" (d) : "a" (0) : "memory", "cc"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void ecx_of_cmps (char *d, char *s) { asm volatile ("movl $16, %%ecx; repe cmpsb" : "+D" (d), "+S" (s) : : "memory", "cc"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void lods (u *s) { asm volatile ("lodsl" : "+S" (s) : : "memory"); } /* { dg-warning "[re]ax.*[avow:clobber-register]" } */
void edi_alone (char *d) { asm volatile ("mov %0, %%" "edi" : : "m" (*d) : "memory"); } /* { dg-warning "[re]di.*[avow:clobber-register]" } */
void lahf (void) { asm volatile ("cmpl %%eax, %%eax; lahf" : : : "cc"); } /* { dg-warning "[re]ax.*avow:(clobber-register|register-read)" } */
void cltd (u x) { asm volatile ("cltd" : "+a" (x)); } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
void loop (void) { asm volatile ("movl $8, %%ecx\n1:\tloop 1b" : : : "cc"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void fnstsw (void) { asm volatile ("fnstsw %%ax" : : : "cc"); } /* { dg-warning "[re]ax.*[avow:clobber-register]" } */
void xadd (u *p) { asm volatile ("movl $1, %%ebx; lock xaddl %%ebx, %0" : "+m" (*p) : : "cc"); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void xchg (u *p) { asm volatile ("movl $1, %%ebx; xchgl %%ebx, %0" : "+m" (*p)); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void pcmpistri (void) { asm volatile ("pxor %%xmm1, %%xmm1; pcmpistri $0, %%xmm1, %%xmm1" : : : "xmm1", "cc"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void pcmpistrm (void) { asm volatile ("pxor %%xmm1, %%xmm1; pcmpistrm $0, %%xmm1, %%xmm1" : : : "xmm1", "cc"); } /* { dg-warning "mm0.*[avow:clobber-register]" } */
void mulb (unsigned char y) { asm volatile ("movb $2, %%al; mulb %0" : : "m" (y) : "cc"); } /* { dg-warning "[re]ax.*[avow:clobber-register]" } */
void xbegin (void) { asm volatile ("xbegin 1f\n1:\txabort $0" : : : "memory"); } /* { dg-warning "[re]ax.*[avow:clobber-register]" } */
