/* The default is warn, and the code is not changed.  */
/* { avow-identical } */
void f (void) { asm volatile ("movl $1, %%ebx" : :); } /* { dg-warning "[avow:clobber-register]" } */
void flags (int x) { asm volatile ("incl %0" : "+r" (x)); } /* { dg-note "[avow:clobber-flags]" } */
void unknown (void) { asm volatile ("frobnicate" : :); } /* { dg-bogus "avow" } */
void store (int *p) { asm volatile ("movl $1, (%0)" : : "r" (p)); } /* { dg-warning "[avow:memory-write]" } */
