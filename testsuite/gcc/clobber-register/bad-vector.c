/* x87, MMX, SSE, AVX and mask registers.  */
/* { dg-options "-O2 -mavx512f" } */
typedef float v4 __attribute__ ((vector_size (16)));
typedef float v8 __attribute__ ((vector_size (32)));

void xmm3 (void) { asm volatile ("pxor %%xmm3, %%xmm3" ::); } /* { dg-warning "mm3.*[avow:clobber-register]" } */
void xmm15 (v4 x) { asm volatile ("movaps %0, %%xmm15" :: "x" (x)); } /* { dg-warning "mm15.*[avow:clobber-register]" } */
void scalar (double x) { asm volatile ("movsd %0, %%xmm7" :: "m" (x)); } /* { dg-warning "mm7.*[avow:clobber-register]" } */
void ymm5 (void) { asm volatile ("vpxor %%ymm5, %%ymm5, %%ymm5" ::); } /* { dg-warning "mm5.*[avow:clobber-register]" } */
void xmm_by_vex (void) { asm volatile ("vpxor %%xmm5, %%xmm5, %%xmm5" ::); } /* { dg-warning "mm5.*[avow:clobber-register]" } */
void zmm20 (void) { asm volatile ("vpxord %%zmm20, %%zmm20, %%zmm20" ::); } /* { dg-warning "mm20.*[avow:clobber-register]" } */
void zmm8 (void) { asm volatile ("vpxord %%zmm8, %%zmm8, %%zmm8" ::); } /* { dg-warning "mm8.*[avow:clobber-register]" } */
void k2 (int x) { asm volatile ("kmovw %0, %%k2" :: "r" (x)); } /* { dg-warning "k2.*[avow:clobber-register]" } */
void compare (v8 a) { asm volatile ("vcmpps $0, %0, %0, %%k3" :: "v" (a)); } /* { dg-warning "k3.*[avow:clobber-register]" } */
void gather (float *p, v8 i) { asm volatile ("vpcmpeqd %%ymm6, %%ymm6, %%ymm6; vpxor %%ymm4, %%ymm4, %%ymm4; vgatherdps %%ymm6, (%0,%1,4), %%ymm4" :: "r" (p), "x" (i) : "ymm4", "memory"); } /* { dg-warning "mm6.*[avow:clobber-register]" } */
void cvt (int x) { asm volatile ("pxor %%xmm2, %%xmm2; cvtsi2sd %0, %%xmm2" :: "r" (x)); } /* { dg-warning "mm2.*[avow:clobber-register]" } */
void gpr_from_vector (v4 x) { asm volatile ("movmskps %0, %%ebx" :: "x" (x)); } /* { dg-warning "rbx.*[avow:clobber-register]" } */
void aes (v4 x) { asm volatile ("aeskeygenassist $1, %0, %%xmm1" :: "x" (x)); } /* { dg-warning "mm1.*[avow:clobber-register]" } */
/* The upper halves of all of them: */
void zeroupper (void) { asm volatile ("vzeroupper" ::); } /* { dg-warning "mm.*[avow:clobber-register]" } */
/* A second register, and a clobber of another one.  */
void other (void) { asm volatile ("pxor %%xmm3, %%xmm3; pxor %%xmm4, %%xmm4" ::: "xmm3"); } /* { dg-warning "mm4.*[avow:clobber-register]" } */
void saved_half (v4 *t) { asm volatile ("vmovups %%xmm6, %0; vpxor %%ymm6, %%ymm6, %%ymm6; vmovups %0, %%xmm6" : "=m" (*t)); } /* { dg-warning "mm6.*avow:(clobber-register|register-read)" } */
void basic (void) { __asm__ ("pxor %xmm3, %xmm3"); } /* { dg-warning "mm3.*[avow:clobber-register]" } */
