/* reason: compile failed */
int f (void) { return x; }
