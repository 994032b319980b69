/* A system call gives its result in eax.  */
void call (void) { asm volatile ("int $0x80"); } /* { dg-warning "[re]ax.*[avow:clobber-register]" } */
/* { dg-warning "[re]ax.*[avow:register-read]" "" { target *-*-* } .-1 } */
