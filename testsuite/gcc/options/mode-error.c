/* { avow-options "mode=error" } */
void f (void) { asm volatile ("movl $1, %%ebx" : :); } /* { dg-error "[avow:clobber-register]" } { avow-verdict violation } */
void flags (int x) { asm volatile ("incl %0" : "+r" (x)); } /* fragile stays a note { dg-note "[avow:clobber-flags]" } */
void unknown (void) { asm volatile ("frobnicate" : :); } /* { dg-bogus "avow" } */
