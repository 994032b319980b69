/* reason: bogus message */
/* { dg-options "-Wall" } */
int f (void) { int unused; return 0; } /* { dg-warning "unused" } { dg-bogus "variable" } */
