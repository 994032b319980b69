/* In Intel syntax.  Each extension with one effect forgotten, and told (processor manuals; isa/x86).  */
/* { dg-options "-O2 -masm=intel -msse4.2 -maes -mavx2 -mavx512f -mavx512vl -mavx512bw -mavx512vp2intersect" } */
typedef unsigned u;
typedef unsigned long ul;
typedef float v4 __attribute__ ((vector_size (16)));
typedef float v8 __attribute__ ((vector_size (32)));
typedef float v16 __attribute__ ((vector_size (64)));

void bad_stosb (char *p, ul n) { asm volatile ("rep stosb" : "+D" (p) : "c" (n), "a" (0) : "memory"); } /* { dg-warning "%1.*[avow:input-modified]" } */
void stosb (char *p, ul n) { asm volatile ("rep stosb" : "+D" (p), "+c" (n) : "a" (0) : "memory"); } /* { avow-verdict verified } */

void bad_movzx (u x) { asm volatile ("movzx esi, %b0" :  : "q" (x) : ); } /* { dg-warning "[re]si.*[avow:clobber-register]" } */
void movzx (u x) { asm volatile ("movzx esi, %b0" :  : "q" (x) : "esi"); } /* { avow-verdict verified } */

void bad_xadd (u *p, u v) { asm volatile ("lock xadd %0, %1" : "+m" (*p) : "r" (v) : "cc"); } /* { dg-warning "%1.*[avow:input-modified]" } */
void xadd (u *p, u v) { asm volatile ("lock xadd %0, %1" : "+m" (*p), "+r" (v) :  : "cc"); } /* { avow-verdict verified } */

u bad_cmov (u x, u y) { asm volatile ("test %1, %1; cmovnz %0, %1" : "=r" (x) : "r" (y) : "cc"); return x; } /* { dg-warning "%0.*[avow:output-read]" } */
void cmov (u x, u y) { asm volatile ("test %1, %1; cmovnz %0, %1" : "+r" (x) : "r" (y) : "cc"); } /* { avow-verdict verified } */

void bad_cx16 (__int128 *p, ul a, ul d) { asm volatile ("lock cmpxchg16b %0" : "+m" (*p), "+a" (a) : "b" (1L), "c" (2L), "d" (d) : "cc"); } /* { dg-warning "%4.*[avow:input-modified]" } */
void cx16 (__int128 *p, ul a, ul d) { asm volatile ("lock cmpxchg16b %0" : "+m" (*p), "+a" (a), "+d" (d) : "b" (1L), "c" (2L) : "cc"); } /* { avow-verdict verified } */

void bad_mulx (u a, u b) { asm volatile ("mulx %1, %0, %2" : "=r" (a), "=r" (b) : "r" (3) : ); } /* { dg-warning "[re]dx.*[avow:register-read]" } */
void mulx (u a, u b) { asm volatile ("mulx %1, %0, %2" : "=r" (a), "=r" (b) : "r" (3), "d" (a) : ); } /* { avow-verdict verified } */

void bad_movbe (u *p, u x) { asm volatile ("movbe dword ptr [%0], %1" :  : "r" (p), "r" (x) : ); } /* { dg-warning "[avow:memory-write]" } */
void movbe (u *p, u x) { asm volatile ("movbe dword ptr [%0], %1" :  : "r" (p), "r" (x) : "memory"); } /* { avow-verdict verified } */

void bad_rdtscp (u a, u d) { asm volatile ("rdtscp" : "=a" (a), "=d" (d) :  : ); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void rdtscp (u a, u d) { asm volatile ("rdtscp" : "=a" (a), "=d" (d) :  : "ecx"); } /* { avow-verdict verified } */

void bad_store (u *p, long i) { asm volatile ("mov dword ptr [%0 + %1*4 + 8], 1" :  : "r" (p), "r" (i) : ); } /* { dg-warning "[avow:memory-write]" } */
void store (u *p, long i) { asm volatile ("mov dword ptr [%0 + %1*4 + 8], 1" :  : "r" (p), "r" (i) : "memory"); } /* { avow-verdict verified } */

void bad_far (ul x) { asm volatile ("imul rcx, %0, 5" :  : "r" (x) : "cc"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void far (ul x) { asm volatile ("imul rcx, %0, 5" :  : "r" (x) : "cc", "rcx"); } /* { avow-verdict verified } */

void bad_raoint (u *p, u x) { asm volatile ("aadd dword ptr [%0], %1" :  : "r" (p), "r" (x), "m" (*p) : ); } /* { dg-warning "[avow:memory-write]" } */
void raoint (u *p, u x) { asm volatile ("aadd dword ptr [%0], %1" :  : "r" (p), "r" (x) : "memory"); } /* { avow-verdict verified } */

void bad_cmpccxadd (u *p, u x, u y) { asm volatile ("cmpbexadd %0, %1, %2" : "+m" (*p) : "r" (x), "r" (y) : "cc"); } /* { dg-warning "%1.*[avow:input-modified]" } */
void cmpccxadd (u *p, u x, u y) { asm volatile ("cmpbexadd %0, %1, %2" : "+m" (*p), "+r" (x) : "r" (y) : "cc"); } /* { avow-verdict verified } */

void bad_enqcmd (void *d, void *s) { asm volatile ("enqcmd %0, zmmword ptr [%1]" :  : "r" (d), "r" (s), "m" (*(char (*)[64]) s) : "cc"); } /* { dg-warning "[avow:memory-write]" } */
void enqcmd (void *d, void *s) { asm volatile ("enqcmd %0, zmmword ptr [%1]" :  : "r" (d), "r" (s) : "cc", "memory"); } /* { avow-verdict verified } */

void bad_blendvps (v4 a, v4 b) { asm volatile ("blendvps %0, %1, xmm0" : "+x" (a) : "x" (b) : ); } /* { dg-warning "xmm0.*[avow:register-read]" } */
void blendvps (v4 a, v4 b) { asm volatile ("blendvps %0, %1, xmm0" : "+x" (a) : "x" (b), "Yz" (a) : ); } /* { avow-verdict verified } */

void bad_pcmpistri (v4 x) { asm volatile ("pcmpistri %0, %0, 0" :  : "x" (x) : "cc"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void pcmpistri (v4 x) { asm volatile ("pcmpistri %0, %0, 0" :  : "x" (x) : "cc", "ecx"); } /* { avow-verdict verified } */

void bad_aesenc (v4 a, v4 k) { asm volatile ("aesenc %0, %1" : "=x" (a) : "x" (k) : ); } /* { dg-warning "%0.*[avow:output-read]" } */
void aesenc (v4 a, v4 k) { asm volatile ("aesenc %0, %1" : "+x" (a) : "x" (k) : ); } /* { avow-verdict verified } */

void bad_gather (v8 d, v8 i, v8 m, float *p) { asm volatile ("vgatherdps %0, [%2 + %3*4], %1" : "+&x" (d) : "x" (m), "r" (p), "x" (i) : "memory"); } /* { dg-warning "%1.*[avow:input-modified]" } */
void gather (v8 d, v8 i, v8 m, float *p) { asm volatile ("vgatherdps %0, [%2 + %3*4], %1" : "+&x" (d), "+&x" (m) : "r" (p), "x" (i) : "memory"); } /* { avow-verdict verified } */

void bad_zmm17 (v16 x) { asm volatile ("vmovaps zmm17, %0" :  : "v" (x) : ); } /* { dg-warning "xmm17.*[avow:clobber-register]" } */
void zmm17 (v16 x) { asm volatile ("vmovaps zmm17, %0" :  : "v" (x) : "xmm17"); } /* { avow-verdict verified } */

void bad_k2 (v16 x) { asm volatile ("vcmpeqps k2, %0, %0" :  : "v" (x) : ); } /* { dg-warning "k2.*[avow:clobber-register]" } */
void k2 (v16 x) { asm volatile ("vcmpeqps k2, %0, %0" :  : "v" (x) : "k2"); } /* { avow-verdict verified } */

void bad_merge (v16 a, v16 b, unsigned short k) { asm volatile ("vmovaps %0%{%2%}, %1" : "=v" (a) : "v" (b), "Yk" (k) : ); } /* { dg-warning "%0.*[avow:output-read]" } */
void merge (v16 a, v16 b, unsigned short k) { asm volatile ("vmovaps %0%{%2%}, %1" : "+v" (a) : "v" (b), "Yk" (k) : ); } /* { avow-verdict verified } */

void bad_vp2intersect (v16 x) { asm volatile ("vp2intersectd k2, %0, %0" :  : "v" (x) : "k2"); } /* { dg-warning "k3.*[avow:clobber-register]" } */
void vp2intersect (v16 x) { asm volatile ("vp2intersectd k2, %0, %0" :  : "v" (x) : "k2", "k3"); } /* { avow-verdict verified } */

void bad_vminmaxps (v16 x) { asm volatile ("vminmaxps zmm24, %0, %0, 0" :  : "v" (x) : ); } /* { dg-warning "xmm24.*[avow:clobber-register]" } */
void vminmaxps (v16 x) { asm volatile ("vminmaxps zmm24, %0, %0, 0" :  : "v" (x) : "xmm24"); } /* { avow-verdict verified } */

void bad_tilestored (char *p, long s) { asm volatile ("tilestored [%0 + %1*1], tmm1" :  : "r" (p), "r" (s) : ); } /* { dg-warning "[avow:memory-write]" } */
void tilestored (char *p, long s) { asm volatile ("tilestored [%0 + %1*1], tmm1" :  : "r" (p), "r" (s) : "memory"); } /* { avow-verdict verified } */

void bad_ndd (ul x) { asm volatile ("%{nf%} add rcx, %0, 1" :  : "r" (x) : ); } /* { dg-warning "rcx.*[avow:clobber-register]" } */
void ndd (ul x) { asm volatile ("%{nf%} add rcx, %0, 1" :  : "r" (x) : "rcx"); } /* { avow-verdict verified } */

void bad_ccmp (u x) { asm volatile ("test %0, %0; ccmpne %{dfv=zf%} %0, 1; setzue cl" :  : "r" (x) : "cc"); } /* { dg-warning "rcx.*[avow:clobber-register]" } */
void ccmp (u x) { asm volatile ("test %0, %0; ccmpne %{dfv=zf%} %0, 1; setzue cl" :  : "r" (x) : "cc", "rcx"); } /* { avow-verdict verified } */
