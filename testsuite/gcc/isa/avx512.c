/* AVX-512.  Each extension with one effect forgotten, and told (processor manuals; isa/x86).  */
/* { dg-options "-O2 -mavx512f -mavx512vl -mavx512bw -mavx512dq -mavx512cd -mavx512ifma -mavx512vbmi -mavx512vbmi2 -mavx512vnni -mavx512bitalg -mavx512vpopcntdq -mavx512vp2intersect -mavx512bf16 -mavx512fp16 -mavx5124fmaps -mavx5124vnniw" } */
typedef unsigned u;
typedef unsigned long ul;
typedef float v4 __attribute__ ((vector_size (16)));
typedef float v8 __attribute__ ((vector_size (32)));
typedef float v16 __attribute__ ((vector_size (64)));

void bad_avx512f (v16 x) { asm volatile ("vmovaps %0, %%zmm17" :  : "v" (x) : ); } /* { dg-warning "xmm17.*[avow:clobber-register]" } */
void avx512f (v16 x) { asm volatile ("vmovaps %0, %%zmm17" :  : "v" (x) : "xmm17"); } /* { avow-verdict verified } */

void bad_avx512f_k2 (v16 x) { asm volatile ("vcmpeqps %0, %0, %%k2" :  : "v" (x) : ); } /* { dg-warning "k2.*[avow:clobber-register]" } */
void avx512f_k2 (v16 x) { asm volatile ("vcmpeqps %0, %0, %%k2" :  : "v" (x) : "k2"); } /* { avow-verdict verified } */

void bad_avx512f_merge (v16 a, v16 b, unsigned short k) { asm volatile ("vmovaps %1, %0%{%2%}" : "=v" (a) : "v" (b), "Yk" (k) : ); } /* { dg-warning "%0.*[avow:output-read]" } */
void avx512f_merge (v16 a, v16 b, unsigned short k) { asm volatile ("vmovaps %1, %0%{%2%}" : "+v" (a) : "v" (b), "Yk" (k) : ); } /* { avow-verdict verified } */

void bad_avx512vl (v8 x) { asm volatile ("vmovaps %0, %%ymm18" :  : "v" (x) : ); } /* { dg-warning "xmm18.*[avow:clobber-register]" } */
void avx512vl (v8 x) { asm volatile ("vmovaps %0, %%ymm18" :  : "v" (x) : "xmm18"); } /* { avow-verdict verified } */

void bad_avx512bw (ul x) { asm volatile ("kmovq %0, %%k3" :  : "r" (x) : ); } /* { dg-warning "k3.*[avow:clobber-register]" } */
void avx512bw (ul x) { asm volatile ("kmovq %0, %%k3" :  : "r" (x) : "k3"); } /* { avow-verdict verified } */

void bad_avx512dq (u x) { asm volatile ("kmovb %0, %%k4" :  : "r" (x) : ); } /* { dg-warning "k4.*[avow:clobber-register]" } */
void avx512dq (u x) { asm volatile ("kmovb %0, %%k4" :  : "r" (x) : "k4"); } /* { avow-verdict verified } */

void bad_avx512cd (v16 x) { asm volatile ("vpconflictd %0, %%zmm19" :  : "v" (x) : ); } /* { dg-warning "xmm19.*[avow:clobber-register]" } */
void avx512cd (v16 x) { asm volatile ("vpconflictd %0, %%zmm19" :  : "v" (x) : "xmm19"); } /* { avow-verdict verified } */

void bad_avx512er (v16 x) { asm volatile ("vexp2ps %0, %%zmm20" :  : "v" (x) : ); } /* { dg-warning "xmm20.*[avow:clobber-register]" } */
void avx512er (v16 x) { asm volatile ("vexp2ps %0, %%zmm20" :  : "v" (x) : "xmm20"); } /* { avow-verdict verified } */

void avx512pf (v16 i, float *p, unsigned short k) { asm volatile ("vgatherpf0dps (%1,%0,4)%{%2%}" :  : "v" (i), "r" (p), "Yk" (k) : ); } /* { avow-verdict verified } */

void bad_avx512ifma (v16 a, v16 b) { asm volatile ("vpmadd52luq %1, %1, %0" : "=v" (a) : "v" (b) : ); } /* { dg-warning "%0.*[avow:output-read]" } */
void avx512ifma (v16 a, v16 b) { asm volatile ("vpmadd52luq %1, %1, %0" : "+v" (a) : "v" (b) : ); } /* { avow-verdict verified } */

void bad_avx512vbmi (v16 a, v16 b) { asm volatile ("vpermt2b %1, %1, %0" : "=v" (a) : "v" (b) : ); } /* { dg-warning "%0.*[avow:output-read]" } */
void avx512vbmi (v16 a, v16 b) { asm volatile ("vpermt2b %1, %1, %0" : "+v" (a) : "v" (b) : ); } /* { avow-verdict verified } */

void bad_avx512vbmi2 (v16 a, char *p, ul k) { asm volatile ("vpcompressb %0, (%1)%{%2%}" :  : "v" (a), "r" (p), "Yk" (k), "m" (*(char (*)[64]) p) : ); } /* { dg-warning "[avow:memory-write]" } */
void avx512vbmi2 (v16 a, char *p, ul k) { asm volatile ("vpcompressb %0, (%1)%{%2%}" :  : "v" (a), "r" (p), "Yk" (k) : "memory"); } /* { avow-verdict verified } */

void bad_avx512vnni (v16 a, v16 b) { asm volatile ("vpdpbusd %1, %1, %0" : "=v" (a) : "v" (b) : ); } /* { dg-warning "%0.*[avow:output-read]" } */
void avx512vnni (v16 a, v16 b) { asm volatile ("vpdpbusd %1, %1, %0" : "+v" (a) : "v" (b) : ); } /* { avow-verdict verified } */

void bad_avx512bitalg (v16 x) { asm volatile ("vpopcntb %0, %%zmm21" :  : "v" (x) : ); } /* { dg-warning "xmm21.*[avow:clobber-register]" } */
void avx512bitalg (v16 x) { asm volatile ("vpopcntb %0, %%zmm21" :  : "v" (x) : "xmm21"); } /* { avow-verdict verified } */

void bad_avx512vpopcntdq (v16 x) { asm volatile ("vpopcntd %0, %%zmm22" :  : "v" (x) : ); } /* { dg-warning "xmm22.*[avow:clobber-register]" } */
void avx512vpopcntdq (v16 x) { asm volatile ("vpopcntd %0, %%zmm22" :  : "v" (x) : "xmm22"); } /* { avow-verdict verified } */

void bad_avx512vp2intersect (v16 x) { asm volatile ("vp2intersectd %0, %0, %%k2" :  : "v" (x) : "k2"); } /* { dg-warning "k3.*[avow:clobber-register]" } */
void avx512vp2intersect (v16 x) { asm volatile ("vp2intersectd %0, %0, %%k2" :  : "v" (x) : "k2", "k3"); } /* { avow-verdict verified } */

void bad_avx512bf16 (v16 a, v16 b) { asm volatile ("vdpbf16ps %1, %1, %0" : "=v" (a) : "v" (b) : ); } /* { dg-warning "%0.*[avow:output-read]" } */
void avx512bf16 (v16 a, v16 b) { asm volatile ("vdpbf16ps %1, %1, %0" : "+v" (a) : "v" (b) : ); } /* { avow-verdict verified } */

void bad_avx512fp16 (v16 x) { asm volatile ("vaddph %0, %0, %%zmm23" :  : "v" (x) : ); } /* { dg-warning "xmm23.*[avow:clobber-register]" } */
void avx512fp16 (v16 x) { asm volatile ("vaddph %0, %0, %%zmm23" :  : "v" (x) : "xmm23"); } /* { avow-verdict verified } */

void bad_avx5124fmaps (v16 a, float *p) { register v16 b4 asm ("xmm4") = a, b5 asm ("xmm5") = a, b6 asm ("xmm6") = a, b7 asm ("xmm7") = a; asm volatile ("v4fmaddps (%1), %%zmm4, %0" : "+v" (a) : "r" (p), "v" (b4), "v" (b5), "v" (b6) : "memory"); } /* { dg-warning "xmm7.*[avow:register-read]" } */
void avx5124fmaps (v16 a, float *p) { register v16 b4 asm ("xmm4") = a, b5 asm ("xmm5") = a, b6 asm ("xmm6") = a, b7 asm ("xmm7") = a; asm volatile ("v4fmaddps (%1), %%zmm4, %0" : "+v" (a) : "r" (p), "v" (b4), "v" (b5), "v" (b6), "v" (b7) : "memory"); } /* { avow-verdict verified } */

void bad_avx5124vnniw (v16 a, int *p) { register v16 b4 asm ("xmm4") = a, b5 asm ("xmm5") = a, b6 asm ("xmm6") = a, b7 asm ("xmm7") = a; asm volatile ("vp4dpwssd (%1), %%zmm5, %0" : "+v" (a) : "r" (p), "v" (b5), "v" (b6), "v" (b7) : "memory"); } /* { dg-warning "xmm4.*[avow:register-read]" } */
void avx5124vnniw (v16 a, int *p) { register v16 b4 asm ("xmm4") = a, b5 asm ("xmm5") = a, b6 asm ("xmm6") = a, b7 asm ("xmm7") = a; asm volatile ("vp4dpwssd (%1), %%zmm5, %0" : "+v" (a) : "r" (p), "v" (b4), "v" (b5), "v" (b6), "v" (b7) : "memory"); } /* { avow-verdict verified } */

void bad_avx512f_gather (v16 d, v16 i, float *p, unsigned short k) { asm volatile ("vgatherdps (%2,%3,4), %0%{%1%}" : "+&v" (d) : "Yk" (k), "r" (p), "v" (i) : "memory"); } /* { dg-warning "%1.*[avow:input-modified]" } */
void avx512f_gather (v16 d, v16 i, float *p, unsigned short k) { asm volatile ("vgatherdps (%2,%3,4), %0%{%1%}" : "+&v" (d), "+&Yk" (k) : "r" (p), "v" (i) : "memory"); } /* { avow-verdict verified } */

void bad_avx10_2 (v16 x) { asm volatile ("vminmaxps $0, %0, %0, %%zmm24" :  : "v" (x) : ); } /* { dg-warning "xmm24.*[avow:clobber-register]" } */
void avx10_2 (v16 x) { asm volatile ("vminmaxps $0, %0, %0, %%zmm24" :  : "v" (x) : "xmm24"); } /* { avow-verdict verified } */

void bad_avx10_2_flags (v16 x) { asm volatile ("vcomxss %x0, %x0; setl %%cl" :  : "v" (x) : "cc"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void avx10_2_flags (v16 x) { asm volatile ("vcomxss %x0, %x0; setl %%cl" :  : "v" (x) : "cc", "ecx"); } /* { avow-verdict verified } */

void bad_avx10_2_vdpphps (v16 a, v16 b) { asm volatile ("vdpphps %1, %1, %0" : "=v" (a) : "v" (b) : ); } /* { dg-warning "%0.*[avow:output-read]" } */
void avx10_2_vdpphps (v16 a, v16 b) { asm volatile ("vdpphps %1, %1, %0" : "+v" (a) : "v" (b) : ); } /* { avow-verdict verified } */

void bad_avx512bmm (v16 a, v16 b) { asm volatile ("vbmacor16x16x16 %1, %1, %0" : "=v" (a) : "v" (b) : ); } /* { dg-warning "%0.*[avow:output-read]" } */
void avx512bmm (v16 a, v16 b) { asm volatile ("vbmacor16x16x16 %1, %1, %0" : "+v" (a) : "v" (b) : ); } /* { avow-verdict verified } */

void bad_movrs_vector (char *x) { asm volatile ("vmovrsb (%0), %%zmm25" :  : "r" (x) : "memory"); } /* { dg-warning "xmm25.*[avow:clobber-register]" } */
void movrs_vector (char *x) { asm volatile ("vmovrsb (%0), %%zmm25" :  : "r" (x) : "memory", "xmm25"); } /* { avow-verdict verified } */
