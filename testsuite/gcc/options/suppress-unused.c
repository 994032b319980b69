/* An unused suppression is reported.  */
void clean (void) { asm volatile ("movl $1, %%ebx # avow: allow clobber-register: no need" : : : "ebx"); } /* { dg-warning "clobber-register" } */
void other (void) { asm volatile ("movl $1, %%ebx # avow: allow memory-write, clobber-register: half" : :); } /* { dg-warning "memory-write" } */
