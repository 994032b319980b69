/* reason: directive not understood */
int f (void) { return 0; } /* { dg-warning "unused } */
