/* reason: no error matches */
/* { dg-options "-Wall" } */
int f (void) { int unused; return 0; } /* { dg-error "unused" } */
