/* Register files that are saved and taken back.  */
/* { dg-options "-O2 -msse2" } */
/* { avow-modes 64 32 } */
struct fx { char b[512]; } __attribute__ ((aligned (16)));
void x87 (char *p) { asm volatile ("fnsave %0; frstor %0" : "=m" (*(char (*)[108]) p)); } /* { avow-verdict verified } */
void changed (struct fx *p) { asm volatile ("fxsave %0; pxor %%xmm0, %%xmm0; movdqa %%xmm0, %%xmm3; fxrstor %0" : "=m" (*p)); } /* { avow-verdict verified } */
void through (struct fx *p) { asm volatile ("fxsave (%0); pxor %%xmm0, %%xmm0; fxrstor (%0)" : : "r" (p) : "memory"); } /* { avow-verdict verified } */
void apart (struct fx *p) { asm volatile ("fxsave (%0); movl $0, 512(%0); pxor %%xmm0, %%xmm0; fxrstor (%0)" : : "r" (p) : "memory"); } /* { avow-verdict verified } */
void on_a_path (struct fx *p, int x) { asm volatile ("fxsave (%0); testl %1, %1; jz 1f; pxor %%xmm1, %%xmm1; 1: fxrstor (%0)" : : "r" (p), "r" (x) : "cc", "memory"); } /* { avow-verdict verified } */
