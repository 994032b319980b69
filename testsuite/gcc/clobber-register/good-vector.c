/* { dg-options "-O2 -mavx512f" } */
/* { avow-options "unverified=warn" } */
typedef float v4 __attribute__ ((vector_size (16)));
typedef float v8 __attribute__ ((vector_size (32)));

void xmm3 (void) { asm volatile ("pxor %%xmm3, %%xmm3" ::: "xmm3"); }
void xmm15 (v4 x) { asm volatile ("movaps %0, %%xmm15" :: "x" (x) : "xmm15"); }
void scalar (double x) { asm volatile ("movsd %0, %%xmm7" :: "m" (x) : "xmm7"); }
/* one family: each name is the register as a whole for GCC */
void ymm5 (void) { asm volatile ("vpxor %%ymm5, %%ymm5, %%ymm5" ::: "xmm5"); }
void ymm5y (void) { asm volatile ("vpxor %%ymm5, %%ymm5, %%ymm5" ::: "ymm5"); }
void ymm5z (void) { asm volatile ("vpxor %%ymm5, %%ymm5, %%ymm5" ::: "zmm5"); }
void xmm_by_vex (void) { asm volatile ("vpxor %%xmm5, %%xmm5, %%xmm5" ::: "xmm5"); }
void zmm20 (void) { asm volatile ("vpxord %%zmm20, %%zmm20, %%zmm20" ::: "xmm20"); }
void zmm8 (void) { asm volatile ("vpxord %%zmm8, %%zmm8, %%zmm8" ::: "zmm8"); }
void k2 (int x) { asm volatile ("kmovw %0, %%k2" :: "r" (x) : "k2"); }
void compare (v8 a) { asm volatile ("vcmpps $0, %0, %0, %%k3" :: "v" (a) : "k3"); }
void gather (float *p, v8 i) { asm volatile ("vpcmpeqd %%ymm6, %%ymm6, %%ymm6; vpxor %%ymm4, %%ymm4, %%ymm4; vgatherdps %%ymm6, (%0,%1,4), %%ymm4" :: "r" (p), "x" (i) : "ymm4", "ymm6", "memory"); }
void cvt (int x) { asm volatile ("pxor %%xmm2, %%xmm2; cvtsi2sd %0, %%xmm2" :: "r" (x) : "xmm2"); }
void gpr_from_vector (v4 x) { asm volatile ("movmskps %0, %%ebx" :: "x" (x) : "rbx"); }
void zeroupper (void) { asm volatile ("vzeroupper" ::: "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15"); }
void zeroall (void) { asm volatile ("vzeroall" ::: "ymm0", "ymm1", "ymm2", "ymm3", "ymm4", "ymm5", "ymm6", "ymm7", "ymm8", "ymm9", "ymm10", "ymm11", "ymm12", "ymm13", "ymm14", "ymm15"); }
v8 output (v4 x) { v8 r; __asm__ ("vinsertf128 $1, %1, %t1, %0" : "=x" (r) : "x" (x)); return r; }
v4 three (v4 x) { v4 r; __asm__ ("vaddps %1, %1, %0" : "=x" (r) : "x" (x)); return r; }
