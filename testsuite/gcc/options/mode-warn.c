/* { avow-options "mode=warn" } */
/* { avow-identical } */
void f (void) { asm volatile ("movl $1, %%ebx" : :); } /* { dg-warning "movl \$1, %%ebx.*rbx.*[avow:clobber-register]" } { avow-verdict violation } */
/* { dg-note "add \"rbx\" to the clobber list" "" { target *-*-* } .-1 } */
/* { dg-note "line 1 of the template" "" { target *-*-* } .-2 } */
