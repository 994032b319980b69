/* Suppressions with a reason.  */
/* A suppressed finding is not a proof, and stays in the report.  */
void in_template (void) { asm volatile ("movl $1, %%ebx /* avow: allow clobber-register: saved by the caller */" : :); } /* { dg-bogus "avow" } { avow-verdict unverified } */
void in_comment (void) { asm volatile ("movl $1, %%ebx # avow: allow clobber-register: saved by the caller" : :); } /* { dg-bogus "avow" } */
void on_line (void) { asm volatile ("movl $1, %%ebx" : :); } /* avow: allow clobber-register: saved by the caller { dg-bogus "avow:clobber" } */
void cxx_comment (void) { asm volatile ("movl $1, %%ebx" : :); } // avow: allow clobber-register: saved by the caller { dg-bogus "avow:clobber" }
void two (int *p) { asm volatile ("movl $1, %%ebx; movl $1, (%0) # avow: allow clobber-register, memory-write: why not" : : "c" (p)); } /* { dg-bogus "avow" } */
void two_comments (int *p) { asm volatile ("movl $1, %%ebx # avow: allow clobber-register: a\n\tmovl $1, (%0) # avow: allow memory-write: b" : : "c" (p)); } /* { dg-bogus "avow" } */
/* the other rules still speak */
void other (int *p) { asm volatile ("movl $1, %%ebx; movl $1, (%0) # avow: allow clobber-register: why not" : : "c" (p)); } /* { dg-warning "[avow:memory-write]" } */
/* a comment on another line says nothing here: avow: allow clobber-register: no */
void next_line (void) { asm volatile ("movl $1, %%ebx" : :); } /* { dg-warning "[avow:clobber-register]" } */
