/* int with the number of an exception is no system call: no register is read, and none changes.  */
void breakpoint (void) { asm volatile ("int $3"); } /* { avow-verdict verified } */
void debug (void) { asm volatile ("int $1"); } /* { avow-verdict verified } */
