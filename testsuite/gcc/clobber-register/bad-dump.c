/* Register files that come back from another place, or from one that was written to, or as they were changed before.  */
/* { dg-options "-O2 -msse2" } */
/* { avow-modes 64 32 } */
struct fx { char b[512]; } __attribute__ ((aligned (16)));
void lost (struct fx *p) { asm volatile ("fxsave %0; pxor %%xmm0, %%xmm0" : "=m" (*p)); } /* { dg-warning "xmm0.*[avow:clobber-register]" } */
void other (struct fx *p, struct fx *q) { asm volatile ("fxsave %0; pxor %%xmm0, %%xmm0; fxrstor %1" : "=m" (*p) : "m" (*q)); } /* { dg-warning "[avow:clobber-register]" } */
void before (struct fx *p) { asm volatile ("pxor %%xmm0, %%xmm0; fxsave %0; fxrstor %0" : "=m" (*p)); } /* { dg-warning "xmm0.*[avow:clobber-register]" } */
void stored_to (struct fx *p) { asm volatile ("fxsave (%0); movl $0, 160(%0); fxrstor (%0)" : : "r" (p) : "memory"); } /* { dg-warning "[avow:clobber-register]" } */
void perhaps (struct fx *p, int *q) { asm volatile ("fxsave (%0); movl $0, (%1); fxrstor (%0)" : : "r" (p), "r" (q) : "memory"); } /* { dg-warning "[avow:clobber-register]" } */
void one_path (struct fx *p, int x) { asm volatile ("testl %1, %1; jz 1f; fxsave (%0); 1: pxor %%xmm1, %%xmm1; fxrstor (%0)" : : "r" (p), "r" (x) : "cc", "memory"); } /* { dg-warning "[avow:clobber-register]" } */
void alone (struct fx *p) { asm volatile ("fxrstor (%0)" : : "r" (p) : "memory"); } /* { dg-warning "[avow:clobber-register]" } */
