/* reason: a known failure passes as such */
/* { dg-xfail "never warned about" } */
int f (void) { return 0; } /* { dg-warning "something" } */
