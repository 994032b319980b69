/* Nothing wrong: compiles.  */
/* { avow-options "mode=error unverified=error" } */
void f (void) { asm volatile ("movl $1, %%ebx" : : : "ebx"); } /* { avow-verdict verified } */
void flags (int x) { asm volatile ("incl %0" : "+r" (x)); } /* { avow-verdict verified } */
