/* { dg-options "-O2 -w" } */
/* { avow-identical } */
void f (void) { asm volatile ("movl $1, %%ebx" : :); } /* { dg-bogus "avow" } { avow-verdict violation } */
