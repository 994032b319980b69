/* A rule that is off repairs nothing.  */
/* { avow-options "mode=fix disable=clobber-register" } */
/* { avow-identical } */
void f (void) { asm volatile ("movl $1, %%ebx" : :); } /* { dg-bogus "avow" } */
