/* How far it reaches is only known at run time: a declared element does not cover it.  At the
   least such a statement is never verified.  */
/* { avow-modes 64 32 } */
typedef unsigned u;
void rep_one (char *d, long n) { asm volatile ("rep; stosb" : "+D" (d), "+c" (n), "=m" (*d) : "a" (0)); } /* { dg-warning "[avow:memory-write]" } */
void bts (u *p, u n) { asm volatile ("btsl %1, %0" : "+m" (*p) : "r" (n) : "cc"); } /* { dg-warning "takes its bit number.*[avow:memory-size]" } */
void loaded (u **p) { u *q; asm volatile ("mov %1, %0; movl $1, (%0)" : "=&r" (q), "+m" (*p)); } /* { avow-verdict unverified "covers" } */
