/* { avow-options "disable=clobber-register,memory-write" } */
void f (void) { asm volatile ("movl $1, %%ebx" : :); } /* { dg-bogus "avow" } { avow-verdict verified } */
void store (int *p) { asm volatile ("movl $1, (%0)" : : "r" (p)); } /* { dg-bogus "avow" } */
int load (int *p) { int r; asm ("movl (%1), %0" : "=r" (r) : "r" (p)); return r; } /* { dg-warning "[avow:memory-read]" } */
