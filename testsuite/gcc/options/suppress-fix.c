/* What is allowed is not repaired.  */
/* { avow-options "mode=fix" } */
/* { avow-identical } */
void f (void) { asm volatile ("movl $1, %%ebx # avow: allow clobber-register: saved by the caller" : :); } /* { dg-bogus "avow" } */
