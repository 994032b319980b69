/* What the report says of each statement.  */
/* { avow-modes 64 32 } */
void verified (int x) { asm volatile ("notl %0" : "+r" (x)); } /* { avow-verdict verified } */
void empty (void) { asm volatile ("" : : : "memory"); } /* { avow-verdict verified } */
void fragile (int x) { asm volatile ("incl %0" : "+r" (x)); } /* { avow-verdict verified "clobber-flags" } */
void defect (void) { asm volatile ("movl $1, %%ebx" : :); } /* { dg-warning "clobber-register" } { avow-verdict violation "clobber-register: .*[re]bx" } */
void both (int *p) { asm volatile ("movl $1, %%ebx; frobnicate" : :); } /* { dg-warning "clobber-register" } { avow-verdict violation "frobnicate" } */
void unknown (void) { asm volatile ("frobnicate %%eax" : :); } /* { avow-verdict unverified "frobnicate" } */
void form (void) { asm volatile ("bswap %%xmm0" : :); } /* { avow-verdict unverified "bswap" } */
void directive (void) { asm volatile (".frob 3" : :); } /* { avow-verdict unverified ".frob" } */
static inline void inlined (int x) { asm volatile ("negl %0" : "+r" (x) : : "cc"); } /* { avow-verdict verified } */
void uses (void) { inlined (1); inlined (2); }
static void unused (int x) __attribute__ ((unused));
static void unused (int x) { asm volatile ("notl %0" : : "r" (x)); } /* { dg-warning "input-modified" } { avow-verdict violation "input-modified" } */
