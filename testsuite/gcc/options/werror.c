/* { dg-options "-O2 -Werror" } */
void f (void) { asm volatile ("movl $1, %%ebx" : :); } /* { dg-error "[avow:clobber-register]" } */
void flags (int x) { asm volatile ("incl %0" : "+r" (x)); } /* { dg-note "[avow:clobber-flags]" } */
