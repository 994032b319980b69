/* { avow-options "mode=error" } */
void f (void) { asm volatile ("movl $1, %%ebx # avow: allow clobber-register: saved by the caller" : :); } /* { dg-bogus "avow" } */
