/* What cannot be repaired stays a warning: an input that is changed, the frame pointer.  */
/* { avow-options "mode=fix" } */
void input (int x) { asm volatile ("incl %0" : : "r" (x) : "cc"); } /* { dg-warning "[avow:input-modified]" } */
int output (void) { int r; asm ("incl %0" : "=r" (r) : : "cc"); return r; } /* { dg-warning "[avow:output-read]" } */
int unwritten (void) { int r; asm ("nop" : "=r" (r)); return r; } /* { dg-warning "[avow:output-unwritten]" } */
int reads (int x) { asm ("addl %%ebx, %0" : "+r" (x) : : "cc"); return x; } /* { dg-warning "[avow:register-read]" } */
void fine (int x) { asm volatile ("movl $1, %%ebx" : :); } /* { dg-note "repaired.*bx" } */
