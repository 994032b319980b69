/* SSE, MMX, AES, SHA.  Each extension with one effect forgotten, and told (processor manuals; isa/x86).  */
/* { dg-options "-O2 -msse4.2 -msse4a -maes -mpclmul -mgfni -msha -mkl -mwidekl -mfxsr" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
typedef unsigned long ul;
typedef float v4 __attribute__ ((vector_size (16)));

void bad_mmx (u x) { asm volatile ("movd %0, %%mm3; emms" :  : "r" (x) : ); } /* { dg-warning "mm3.*[avow:clobber-register]" } */
void mmx (u x) { asm volatile ("movd %0, %%mm3; emms" :  : "r" (x) : "mm3"); } /* { avow-verdict verified } */

void bad_sse (v4 x) { asm volatile ("movaps %0, %%xmm3" :  : "x" (x) : ); } /* { dg-warning "xmm3.*[avow:clobber-register]" } */
void sse (v4 x) { asm volatile ("movaps %0, %%xmm3" :  : "x" (x) : "xmm3"); } /* { avow-verdict verified } */

void bad_sse2 (v4 x) { asm volatile ("movdqa %0, %%xmm4" :  : "x" (x) : ); } /* { dg-warning "xmm4.*[avow:clobber-register]" } */
void sse2 (v4 x) { asm volatile ("movdqa %0, %%xmm4" :  : "x" (x) : "xmm4"); } /* { avow-verdict verified } */

void bad_sse3 (v4 x) { asm volatile ("movshdup %0, %%xmm5" :  : "x" (x) : ); } /* { dg-warning "xmm5.*[avow:clobber-register]" } */
void sse3 (v4 x) { asm volatile ("movshdup %0, %%xmm5" :  : "x" (x) : "xmm5"); } /* { avow-verdict verified } */

void bad_ssse3 (v4 x) { asm volatile ("pabsb %0, %%xmm6" :  : "x" (x) : ); } /* { dg-warning "xmm6.*[avow:clobber-register]" } */
void ssse3 (v4 x) { asm volatile ("pabsb %0, %%xmm6" :  : "x" (x) : "xmm6"); } /* { avow-verdict verified } */

void bad_sse4_1 (v4 a, v4 b) { asm volatile ("blendvps %%xmm0, %1, %0" : "+x" (a) : "x" (b) : ); } /* { dg-warning "xmm0.*[avow:register-read]" } */
void sse4_1 (v4 a, v4 b) { asm volatile ("blendvps %%xmm0, %1, %0" : "+x" (a) : "x" (b), "Yz" (a) : ); } /* { avow-verdict verified } */

void bad_sse4_2_ecx (v4 x) { asm volatile ("pcmpistri $0, %0, %0" :  : "x" (x) : "cc"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void sse4_2_ecx (v4 x) { asm volatile ("pcmpistri $0, %0, %0" :  : "x" (x) : "cc", "ecx"); } /* { avow-verdict verified } */

void bad_sse4_2_flags (v4 a) { asm volatile ("pcmpistri $0, %0, %0; setc %%cl" :  : "x" (a) : "cc"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void sse4_2_flags (v4 a) { asm volatile ("pcmpistri $0, %0, %0; setc %%cl" :  : "x" (a) : "cc", "ecx"); } /* { avow-verdict verified } */

void bad_sse4a (v4 a) { asm volatile ("extrq $8, $4, %0" :  : "x" (a) : ); } /* { dg-warning "%0.*[avow:input-modified]" } */
void sse4a (v4 a) { asm volatile ("extrq $8, $4, %0" : "+x" (a) :  : ); } /* { avow-verdict verified } */

void bad_aes (v4 a, v4 k) { asm volatile ("aesenc %1, %0" : "=x" (a) : "x" (k) : ); } /* { dg-warning "%0.*[avow:output-read]" } */
void aes (v4 a, v4 k) { asm volatile ("aesenc %1, %0" : "+x" (a) : "x" (k) : ); } /* { avow-verdict verified } */

void bad_pclmul (v4 a, v4 k) { asm volatile ("pclmulqdq $0, %1, %0" : "=x" (a) : "x" (k) : ); } /* { dg-warning "%0.*[avow:output-read]" } */
void pclmul (v4 a, v4 k) { asm volatile ("pclmulqdq $0, %1, %0" : "+x" (a) : "x" (k) : ); } /* { avow-verdict verified } */

void bad_gfni (v4 a, v4 k) { asm volatile ("gf2p8mulb %1, %0" : "=x" (a) : "x" (k) : ); } /* { dg-warning "%0.*[avow:output-read]" } */
void gfni (v4 a, v4 k) { asm volatile ("gf2p8mulb %1, %0" : "+x" (a) : "x" (k) : ); } /* { avow-verdict verified } */

void bad_sha_xmm0 (v4 a, v4 b) { asm volatile ("sha256rnds2 %%xmm0, %1, %0" : "+x" (a) : "x" (b) : ); } /* { dg-warning "xmm0.*[avow:register-read]" } */
void sha_xmm0 (v4 a, v4 b) { asm volatile ("sha256rnds2 %%xmm0, %1, %0" : "+x" (a) : "x" (b), "Yz" (b) : ); } /* { avow-verdict verified } */

void bad_fxsave (char *p) { asm volatile ("fxsave (%0)" :  : "r" (p), "m" (*(char (*)[512]) p) : ); } /* { dg-warning "[avow:memory-write]" } */
void fxsave (char *p) { asm volatile ("fxsave (%0)" :  : "r" (p) : "memory"); } /* { avow-verdict verified } */

void x87 (double d) { asm volatile ("fldl %0; fstp %%st" :  : "m" (d) : "st(7)"); } /* { avow-verdict verified } */

void bad_keylocker (u k, v4 x) { asm volatile ("encodekey128 %1, %%ecx" : "+Yz" (x) : "r" (k) : "cc", "ecx", "xmm1", "xmm2", "xmm4", "xmm6"); } /* { dg-warning "xmm5.*[avow:clobber-register]" } */
void keylocker (u k, v4 x) { asm volatile ("encodekey128 %1, %%ecx" : "+Yz" (x) : "r" (k) : "cc", "ecx", "xmm1", "xmm2", "xmm4", "xmm5", "xmm6"); } /* { avow-verdict verified } */

void bad_amd_3dnow (double x) { asm volatile ("pf2id %0, %%mm4; femms" :  : "m" (x) : ); } /* { dg-warning "mm4.*[avow:clobber-register]" } */
void amd_3dnow (double x) { asm volatile ("pf2id %0, %%mm4; femms" :  : "m" (x) : "mm4"); } /* { avow-verdict verified } */
