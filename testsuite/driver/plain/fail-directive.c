/* reason: unknown directive dg-warnign */
int f (void) { return 0; } /* { dg-warnign "unused" } */
