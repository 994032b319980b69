/* reason: verdict unverified.*, wanted verified */
void f (void) { asm volatile ("frobnicate"); } /* { avow-verdict verified } */
