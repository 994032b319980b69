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
u glob = 1;
const u table[4] = { 1, 2, 3, 4 };
static const u stable[4] = { 1, 2, 3, 4 };
u load (u *p) { u r; asm ("movl (%1), %0" : "=r" (r) : "r" (p) : "memory"); return r; }
u load_m (u *p) { u r; asm ("movl %1, %0" : "=r" (r) : "m" (*p)); return r; }
u load_dummy (u *p) { u r; asm ("movl (%1), %0" : "=r" (r) : "r" (p), "m" (*p)); return r; }
u load_inout (u *p) { u r; asm ("movl (%2), %0" : "=r" (r), "+m" (*p) : "r" (p)); return r; }
u offset (u *p) { u r; asm ("movl 8(%1), %0" : "=r" (r) : "r" (p), "m" (p[2])); return r; }
u array (u *p) { u r; asm ("movl (%1), %0; addl 4(%1), %0" : "=&r" (r) : "r" (p), "m" (*(const u (*)[2]) p) : "cc"); return r; }
u sized (u *p, long n) { u r; long m = n; asm ("xorl %0, %0; 1: addl (%1), %0; add $4, %1; sub $1, %2; jnz 1b" : "=&r" (r), "+r" (p), "+r" (m) : "m" (*(const u (*)[n]) p) : "cc"); return r; }
u unsized (u *p, long n) { u r; asm ("movl (%1,%2,4), %0" : "=r" (r) : "r" (p), "r" (n), "m" (*(const u (*)[]) p)); return r; }
u symbol (void) { u r; asm ("movl glob" S ", %0" : "=r" (r) : "m" (glob)); return r; }
u const_symbol (void) { u r; asm ("movl table" S ", %0" : "=r" (r)); return r; }
u const_operand (void) { u r; asm ("movl %c1" S ", %0" : "=r" (r) : "i" (table)); return r; }
u const_static (void) { u r; asm ("movl %c1" S ", %0" : "=r" (r) : "i" (stable)); return r; }
unsigned char lods (char *s) { unsigned char r; char *t = s; asm ("lodsb" : "=a" (r), "+S" (s) : "m" (*t)); return r; }
long strlen_ (char *s) { long n; char *t = s; asm ("repne; scasb" : "=c" (n), "+D" (s) : "0" (-1L), "a" (0), "m" (*(const char (*)[]) t) : "cc"); return ~n - 1; }
double fld (double *p) { double r; asm ("fldl %1" : "=t" (r) : "m" (*p)); return r; }
v4 vec (v4 *p) { v4 r; asm ("movaps %1, %0" : "=x" (r) : "m" (*p)); return r; }
u bt (u *p, u n) { int r; asm ("btl %2, %1" : "=@ccc" (r) : "m" (*p), "r" (n) : "memory"); return r; }
u bt_imm (u *p) { int r; asm ("btl $7, %1" : "=@ccc" (r) : "m" (*p)); return r; }
u own_store (u *p) { u r; asm ("movl $1, (%2); movl (%2), %0" : "=r" (r), "=m" (*p) : "r" (p)); return r; }
u own_store_m (void) { u r, t; asm ("movl $1, %1; movl %1, %0" : "=r" (r), "=m" (t)); return r; }
/* nothing is read */
void prefetch (u *p) { asm volatile ("prefetchnta (%0)" : : "r" (p)); }
u *lea (u *p, long i) { u *r; asm ("lea 4(%1,%2,4), %0" : "=r" (r) : "r" (p), "r" (i)); return r; }
void nopl (u *p) { asm volatile ("nopl 8(%0)" : : "r" (p)); }
void invlpg (u *p) { asm volatile ("invlpg (%0)" : : "r" (p) : "memory"); }
