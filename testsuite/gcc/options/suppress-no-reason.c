/* A reason is required.  */
void none (void) { asm volatile ("movl $1, %%ebx # avow: allow clobber-register" : :); } /* { dg-warning "[avow:clobber-register]" } */
/* { dg-warning "reason" "" { target *-*-* } .-1 } */
void empty (void) { asm volatile ("movl $1, %%ebx # avow: allow clobber-register:   " : :); } /* { dg-warning "[avow:clobber-register]" } */
/* { dg-warning "reason" "" { target *-*-* } .-1 } */
void unknown (void) { asm volatile ("movl $1, %%ebx # avow: allow clobber-registr: because" : :); } /* { dg-warning "[avow:clobber-register]" } */
/* { dg-warning "clobber-registr.*clobber-register" "" { target *-*-* } .-1 } */
