/* reason: nothing matches "telepathy" */
void f (void) { asm volatile ("frobnicate"); } /* { avow-verdict unverified "telepathy" } */
