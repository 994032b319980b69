/* reason: FAIL .*unterminated */
int f (void) { return 0; } /* { dg-warning "(unused" } */
