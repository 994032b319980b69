/* reason: passes, though marked */
/* { dg-xfail "was broken once" } */
int f (void) { return 0; }
