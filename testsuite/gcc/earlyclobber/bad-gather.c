/* { dg-options "-O2 -mavx512f -mavx2" } */
/* Destination, index and mask must be three registers, or the processor refuses the instruction.  */
typedef float v8 __attribute__ ((vector_size (32)));
typedef float v16 __attribute__ ((vector_size (64)));
v8 ymm (const float *p, v8 i) { v8 r; asm ("vpcmpeqd %%ymm7, %%ymm7, %%ymm7; vgatherdps %%ymm7, (%1,%2,4), %0" : "=x" (r) : "r" (p), "x" (i) : "memory", "xmm7"); return r; } /* { dg-warning "%0.*%2.*[avow:earlyclobber]" } */
v16 zmm (const float *p, v16 i) { v16 r; asm ("kxnorw %%k1, %%k1, %%k1; vgatherdps (%1,%2,4), %0%{%%k1%}" : "=v" (r) : "r" (p), "v" (i) : "memory", "k1"); return r; } /* { dg-warning "%0.*%2.*[avow:earlyclobber]" } */
