/* AVX and AVX2.  Each extension with one effect forgotten, and told (processor manuals; isa/x86).  */
/* { dg-options "-O2 -mavx2 -mfma -mf16c -mvaes -mvpclmulqdq -mfma4 -mxop -mavxvnni" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
typedef unsigned long ul;
typedef float v4 __attribute__ ((vector_size (16)));
typedef float v8 __attribute__ ((vector_size (32)));

void bad_avx (v8 x) { asm volatile ("vmovaps %0, %%ymm3" :  : "x" (x) : ); } /* { dg-warning "xmm3.*[avow:clobber-register]" } */
void avx (v8 x) { asm volatile ("vmovaps %0, %%ymm3" :  : "x" (x) : "xmm3"); } /* { avow-verdict verified } */

void bad_avx2_gather (v8 d, v8 i, v8 m, float *p) { asm volatile ("vgatherdps %1, (%2,%3,4), %0" : "+&x" (d) : "x" (m), "r" (p), "x" (i) : "memory"); } /* { dg-warning "%1.*[avow:input-modified]" } */
void avx2_gather (v8 d, v8 i, v8 m, float *p) { asm volatile ("vgatherdps %1, (%2,%3,4), %0" : "+&x" (d), "+&x" (m) : "r" (p), "x" (i) : "memory"); } /* { avow-verdict verified } */

void bad_fma3 (v8 a, v8 b, v8 c) { asm volatile ("vfmadd231ps %2, %1, %0" : "=x" (a) : "x" (b), "x" (c) : ); } /* { dg-warning "%0.*[avow:output-read]" } */
void fma3 (v8 a, v8 b, v8 c) { asm volatile ("vfmadd231ps %2, %1, %0" : "+x" (a) : "x" (b), "x" (c) : ); } /* { avow-verdict verified } */

void bad_f16c (v4 x) { asm volatile ("vcvtph2ps %x0, %%xmm5" :  : "x" (x) : ); } /* { dg-warning "xmm5.*[avow:clobber-register]" } */
void f16c (v4 x) { asm volatile ("vcvtph2ps %x0, %%xmm5" :  : "x" (x) : "xmm5"); } /* { avow-verdict verified } */

void bad_vaes (v8 x) { asm volatile ("vaesenc %0, %0, %%ymm5" :  : "x" (x) : ); } /* { dg-warning "xmm5.*[avow:clobber-register]" } */
void vaes (v8 x) { asm volatile ("vaesenc %0, %0, %%ymm5" :  : "x" (x) : "xmm5"); } /* { avow-verdict verified } */

void bad_vpclmul (v8 x) { asm volatile ("vpclmulqdq $0, %0, %0, %%ymm5" :  : "x" (x) : ); } /* { dg-warning "xmm5.*[avow:clobber-register]" } */
void vpclmul (v8 x) { asm volatile ("vpclmulqdq $0, %0, %0, %%ymm5" :  : "x" (x) : "xmm5"); } /* { avow-verdict verified } */

void bad_avxvnni (v8 a, v8 b) { asm volatile ("%{vex%} vpdpbusd %1, %1, %0" : "=x" (a) : "x" (b) : ); } /* { dg-warning "%0.*[avow:output-read]" } */
void avxvnni (v8 a, v8 b) { asm volatile ("%{vex%} vpdpbusd %1, %1, %0" : "+x" (a) : "x" (b) : ); } /* { avow-verdict verified } */

void bad_avxvnniint8 (v8 a, v8 b) { asm volatile ("vpdpbssd %1, %1, %0" : "=x" (a) : "x" (b) : ); } /* { dg-warning "%0.*[avow:output-read]" } */
void avxvnniint8 (v8 a, v8 b) { asm volatile ("vpdpbssd %1, %1, %0" : "+x" (a) : "x" (b) : ); } /* { avow-verdict verified } */

void bad_avxvnniint16 (v8 a, v8 b) { asm volatile ("vpdpwsud %1, %1, %0" : "=x" (a) : "x" (b) : ); } /* { dg-warning "%0.*[avow:output-read]" } */
void avxvnniint16 (v8 a, v8 b) { asm volatile ("vpdpwsud %1, %1, %0" : "+x" (a) : "x" (b) : ); } /* { avow-verdict verified } */

void bad_avxifma (v8 a, v8 b) { asm volatile ("%{vex%} vpmadd52luq %1, %1, %0" : "=x" (a) : "x" (b) : ); } /* { dg-warning "%0.*[avow:output-read]" } */
void avxifma (v8 a, v8 b) { asm volatile ("%{vex%} vpmadd52luq %1, %1, %0" : "+x" (a) : "x" (b) : ); } /* { avow-verdict verified } */

void bad_avxneconvert (v8 a, short *p) { asm volatile ("vbcstnesh2ps (%1), %0" : "=x" (a) : "r" (p) : ); } /* { dg-warning "[avow:memory-read]" } */
void avxneconvert (v8 a, short *p) { asm volatile ("vbcstnesh2ps (%1), %0" : "=x" (a) : "r" (p), "m" (*p) : ); } /* { avow-verdict verified } */

void bad_fma4 (v8 x) { asm volatile ("vfmaddps %0, %0, %0, %%ymm6" :  : "x" (x) : ); } /* { dg-warning "xmm6.*[avow:clobber-register]" } */
void fma4 (v8 x) { asm volatile ("vfmaddps %0, %0, %0, %%ymm6" :  : "x" (x) : "xmm6"); } /* { avow-verdict verified } */

void bad_xop (v8 x) { asm volatile ("vpcmov %0, %0, %0, %%ymm7" :  : "x" (x) : ); } /* { dg-warning "xmm7.*[avow:clobber-register]" } */
void xop (v8 x) { asm volatile ("vpcmov %0, %0, %0, %%ymm7" :  : "x" (x) : "xmm7"); } /* { avow-verdict verified } */

void bad_sha512 (v8 a, v8 b, v4 c) { asm volatile ("vsha512rnds2 %2, %1, %0" : "=x" (a) : "x" (b), "x" (c) : ); } /* { dg-warning "%0.*[avow:output-read]" } */
void sha512 (v8 a, v8 b, v4 c) { asm volatile ("vsha512rnds2 %2, %1, %0" : "+x" (a) : "x" (b), "x" (c) : ); } /* { avow-verdict verified } */

void bad_sm3 (v4 a, v4 b) { asm volatile ("vsm3msg1 %1, %1, %0" : "=x" (a) : "x" (b) : ); } /* { dg-warning "%0.*[avow:output-read]" } */
void sm3 (v4 a, v4 b) { asm volatile ("vsm3msg1 %1, %1, %0" : "+x" (a) : "x" (b) : ); } /* { avow-verdict verified } */

void bad_sm4 (v4 x) { asm volatile ("vsm4key4 %0, %0, %%xmm4" :  : "x" (x) : ); } /* { dg-warning "xmm4.*[avow:clobber-register]" } */
void sm4 (v4 x) { asm volatile ("vsm4key4 %0, %0, %%xmm4" :  : "x" (x) : "xmm4"); } /* { avow-verdict verified } */

void bad_avx_maskmov (v8 a, v8 m, float *p) { asm volatile ("vmaskmovps %0, %1, (%2)" :  : "x" (a), "x" (m), "r" (p), "m" (*(float (*)[8]) p) : ); } /* { dg-warning "[avow:memory-write]" } */
void avx_maskmov (v8 a, v8 m, float *p) { asm volatile ("vmaskmovps %0, %1, (%2)" :  : "x" (a), "x" (m), "r" (p) : "memory"); } /* { avow-verdict verified } */

void bad_vpcmpestri_ecx (v4 x, u a, u d) { asm volatile ("vpcmpestri $0, %0, %0" :  : "x" (x), "a" (a), "d" (d) : "cc"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void vpcmpestri_ecx (v4 x, u a, u d) { asm volatile ("vpcmpestri $0, %0, %0" :  : "x" (x), "a" (a), "d" (d) : "cc", "ecx"); } /* { avow-verdict verified } */
