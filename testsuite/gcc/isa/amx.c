/* AMX: no compiler keeps values in tiles, so what can be forgotten is memory and vectors.  Each extension with one effect forgotten, and told (processor manuals; isa/x86).  */
/* { dg-options "-O2 -mavx512f" } */
typedef unsigned u;
typedef unsigned long ul;
typedef float v4 __attribute__ ((vector_size (16)));
typedef float v8 __attribute__ ((vector_size (32)));
typedef float v16 __attribute__ ((vector_size (64)));

void bad_tile_config (char *p) { asm volatile ("ldtilecfg (%0)" :  : "r" (p) : ); } /* { dg-warning "[avow:memory-read]" } */
void tile_config (char *p) { asm volatile ("ldtilecfg (%0)" :  : "r" (p), "m" (*(char (*)[64]) p) : ); } /* { avow-verdict verified } */

void bad_tile_load (char *p, long s) { asm volatile ("tileloadd (%0,%1,1), %%tmm1" :  : "r" (p), "r" (s) : ); } /* { dg-warning "[avow:memory-read]" } */
void tile_load (char *p, long s) { asm volatile ("tileloadd (%0,%1,1), %%tmm1" :  : "r" (p), "r" (s) : "memory"); } /* { avow-verdict verified } */

void bad_tile_store (char *p, long s) { asm volatile ("tilestored %%tmm1, (%0,%1,1)" :  : "r" (p), "r" (s) : ); } /* { dg-warning "[avow:memory-write]" } */
void tile_store (char *p, long s) { asm volatile ("tilestored %%tmm1, (%0,%1,1)" :  : "r" (p), "r" (s) : "memory"); } /* { avow-verdict verified } */

void amx_int8 (void) { asm volatile ("tdpbssd %%tmm1, %%tmm2, %%tmm3" :  :  : ); } /* { avow-verdict verified } */

void amx_bf16 (void) { asm volatile ("tdpbf16ps %%tmm1, %%tmm2, %%tmm3" :  :  : ); } /* { avow-verdict verified } */

void amx_fp16 (void) { asm volatile ("tdpfp16ps %%tmm1, %%tmm2, %%tmm3" :  :  : ); } /* { avow-verdict verified } */

void amx_complex (void) { asm volatile ("tcmmimfp16ps %%tmm1, %%tmm2, %%tmm3" :  :  : ); } /* { avow-verdict verified } */

void amx_tf32 (void) { asm volatile ("tmmultf32ps %%tmm1, %%tmm2, %%tmm3" :  :  : ); } /* { avow-verdict verified } */

void amx_fp8 (void) { asm volatile ("tdphf8ps %%tmm1, %%tmm2, %%tmm3" :  :  : ); } /* { avow-verdict verified } */

void amx_transpose (void) { asm volatile ("ttdpbf16ps %%tmm1, %%tmm2, %%tmm3" :  :  : ); } /* { avow-verdict verified } */

void bad_amx_movrs (char *p, long s) { asm volatile ("tileloaddrs (%0,%1,1), %%tmm1" :  : "r" (p), "r" (s) : ); } /* { dg-warning "[avow:memory-read]" } */
void amx_movrs (char *p, long s) { asm volatile ("tileloaddrs (%0,%1,1), %%tmm1" :  : "r" (p), "r" (s) : "memory"); } /* { avow-verdict verified } */

void bad_amx_avx512 (u x) { asm volatile ("tilemovrow %0, %%tmm1, %%zmm26" :  : "r" (x) : ); } /* { dg-warning "xmm26.*[avow:clobber-register]" } */
void amx_avx512 (u x) { asm volatile ("tilemovrow %0, %%tmm1, %%zmm26" :  : "r" (x) : "xmm26"); } /* { avow-verdict verified } */
