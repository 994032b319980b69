/* { avow-options "unverified=warn" } */
void unknown (void) { asm volatile ("frobnicate" : :); } /* { dg-warning "frobnicate.*[avow:unverified]" } { avow-verdict unverified "frobnicate" } */
void fine (void) { asm volatile ("nop" : :); } /* { avow-verdict verified } */
void f (void) { asm volatile ("movl $1, %%ebx" : :); } /* { dg-warning "[avow:clobber-register]" } */
/* what does not depend on the unknown part still stands */
void both (void) { asm volatile ("movl $1, %%ebx; .long 0x12345678" : :); } /* { dg-warning "[avow:clobber-register]" } */
