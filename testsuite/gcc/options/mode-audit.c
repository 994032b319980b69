/* Silent, but everything is in the report.  */
/* { avow-options "mode=audit" } */
/* { avow-identical } */
void f (void) { asm volatile ("movl $1, %%ebx" : :); } /* { dg-bogus "avow" } { avow-verdict violation "clobber-register" } */
void g (void) { asm volatile ("frobnicate %%eax" : :); } /* { dg-bogus "avow" } { avow-verdict unverified } */
void h (void) { asm volatile ("" : : : "memory"); } /* { dg-bogus "avow" } { avow-verdict verified } */
