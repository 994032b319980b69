int f (void) { return x; } /* { dg-error "undeclared" } */
/* { dg-note "reported only once" "" { target *-*-* } 1 } */
