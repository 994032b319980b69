/* { avow-options "mode=fix" } */
void f (void) { asm volatile ("movl $1, %%ebx" : :); } /* { dg-note "repaired.*rbx.*[avow:clobber-register]" } { avow-verdict violation } */
void flags (int x) { asm volatile ("incl %0" : "+r" (x)); } /* { dg-note "repaired.*cc.*[avow:clobber-flags]" } */
