/* The last word wins.  */
/* { avow-options "disable=clobber-register enable=clobber-register" } */
void f (void) { asm volatile ("movl $1, %%ebx" : :); } /* { dg-warning "[avow:clobber-register]" } */
