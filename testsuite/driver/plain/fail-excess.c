/* reason: excess: .*unused variable */
/* { dg-options "-Wall" } */
int f (void) { int unused; return 0; }
