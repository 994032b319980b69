/* audit stays silent whatever else is asked.  */
/* { avow-options "mode=audit unverified=error" } */
void g (void) { asm volatile ("frobnicate %%eax" : :); } /* { dg-bogus "avow" } { avow-verdict unverified } */
