/* How far it reaches is only known at run time: a declared element does not cover it.  At the
   least such a statement is never verified.  */
/* { avow-modes 64 32 } */
typedef unsigned u;
u second (u **p) { u *q; u r; asm ("mov %2, %1; movl (%1), %0" : "=r" (r), "=&r" (q) : "m" (*p)); return r; } /* { avow-verdict unverified "covers" } */
long strlen_ (char *s) { long n; asm ("repne; scasb" : "=c" (n), "+D" (s) : "0" (-1L), "a" (0), "m" (*s) : "cc"); return ~n - 1; } /* { dg-warning "[avow:memory-read]" } */
u bt (u *p, u n) { int r; asm ("btl %2, %1" : "=@ccc" (r) : "m" (*p), "r" (n)); return r; } /* { dg-warning "takes its bit number.*[avow:memory-size]" } */
