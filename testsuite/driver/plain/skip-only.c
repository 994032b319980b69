/* { dg-skip "never runs" } */
int f (void) { return x; }
