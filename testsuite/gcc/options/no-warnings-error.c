/* -w silences warnings, not errors.  */
/* { dg-options "-O2 -w" } */
/* { avow-options "mode=error" } */
void f (void) { asm volatile ("movl $1, %%ebx" : :); } /* { dg-error "[avow:clobber-register]" } */
