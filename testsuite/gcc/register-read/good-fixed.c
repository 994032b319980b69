/* Registers that the program took away from the compiler hold what the program put there.  */
/* { dg-options "-O2 -ffixed-r15" } */
typedef unsigned long ul;
register ul current asm ("r14");

ul fixed (void) { ul r; asm ("mov %%r15, %0" : "=r" (r)); return r; } /* { avow-verdict verified } */
ul member (void) { ul r; asm ("mov 8(%%r15), %0" : "=r" (r) : : "memory"); return r; } /* { avow-verdict verified } */
ul global (void) { ul r; asm ("mov %%r14, %0" : "=r" (r)); return r + current; } /* { avow-verdict verified } */
/* Any other holds what the compiler put there.  */
ul other (void) { ul r; asm ("mov %%r13, %0" : "=r" (r)); return r; } /* { dg-warning "r13.*[avow:register-read]" } */
