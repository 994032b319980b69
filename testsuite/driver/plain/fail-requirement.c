/* reason: nothing is known about requirement */
/* { dg-require telepathy } */
int f (void) { return 0; }
