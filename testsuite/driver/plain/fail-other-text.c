/* reason: line 4: no warning matches "shadow" */
/* reason: excess: .*unused variable */
/* { dg-options "-Wall" } */
int f (void) { int unused; return 0; } /* { dg-warning "shadow" } */
