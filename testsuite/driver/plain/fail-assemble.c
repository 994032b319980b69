/* reason: compile failed */
/* reason: excess: .*no such instruction */
/* { dg-do assemble } */
void f (void) { asm ("frobnicate"); }
