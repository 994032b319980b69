/* reason: no warning matches */
int f (void) { return 0; } /* { dg-warning "unused" } */
