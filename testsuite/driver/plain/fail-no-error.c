/* reason: compile succeeded */
int f (void) { return 0; } /* { dg-error "undeclared" } */
