/* The same without optimisation, and with debugging.  */
/* { dg-options "-O3" } */
/* { avow-modes 64 32 } */
/* { avow-identical } */
void f (void) { asm volatile ("movl $1, %%ebx" : :); } /* { dg-warning "[avow:clobber-register]" } */
void store (int *p) { asm volatile ("movl $1, (%0)" : : "r" (p)); } /* { dg-warning "[avow:memory-write]" } */
