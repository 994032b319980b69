/* { avow-options "mode=off" } */
/* { avow-identical } */
void f (void) { asm volatile ("movl $1, %%ebx" : :); } /* { dg-bogus "avow" } */
