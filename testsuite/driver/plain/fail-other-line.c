/* reason: line 4: no warning */
/* reason: excess: .*:5: warning */
/* { dg-options "-Wall" } */
/* { dg-warning "unused" } */
int f (void) { int unused; return 0; }
