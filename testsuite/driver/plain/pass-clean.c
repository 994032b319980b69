/* { dg-options "-Wall -Wextra" } */
int f (void) { return 0; }
