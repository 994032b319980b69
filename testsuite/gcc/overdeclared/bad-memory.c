/* overdeclared, when asked to refine: "memory" where all that is reached is known.  */
/* { dg-options "-O2 -msse2" } */
/* { avow-modes 64 32 } */
/* { avow-options "refine" } */
typedef unsigned u;
void sums (u *to, const u *from) { asm volatile ("movl (%1), %%eax; addl 4(%1), %%eax; movl %%eax, (%0)" : : "r" (to), "r" (from) : "eax", "cc", "memory"); } /* { dg-note "reaches only what operands point to.*[avow:overdeclared]" } { avow-verdict verified } */
u load (const u *from) { u r; asm ("movl (%1), %0; addl 4(%1), %0" : "=&r" (r) : "r" (from) : "cc", "memory"); return r; } /* { dg-note "reaches only what an operand points to.*[avow:overdeclared]" } */
void wide (float *x) { asm volatile ("movups (%0), %%xmm0; addps %%xmm0, %%xmm0; movups %%xmm0, (%0)" : : "r" (x) : "xmm0", "memory"); } /* { dg-note "reaches only what an operand points to.*[avow:overdeclared]" } */
void more (float *x) { asm volatile ("movups %0, %%xmm0; addps %%xmm0, %%xmm0; movups %%xmm0, %0" : : "m" (*x) : "xmm0", "memory"); } /* { dg-note "reaches only what an operand points to.*[avow:overdeclared]" } */
