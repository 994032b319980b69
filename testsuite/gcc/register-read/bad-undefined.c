/* Flags that an instruction leaves undefined may be what they were before the statement.  */
/* { avow-modes 64 32 } */
typedef unsigned u;

u multiply (u x, u y) { asm ("imull %1, %0; sete %b0" : "+q" (x) : "r" (y) : "cc"); return x; } /* { dg-warning "sete.*flags.*[avow:register-read]" } */
u bit (u x, u y) { asm ("bt %1, %0; js 1f; incl %0; 1:" : "+r" (x) : "r" (y) : "cc"); return x; } /* { dg-warning "js.*flags.*[avow:register-read]" } */
u high (u x) { u lo, hi; asm ("mull %3; cmovsl %0, %1" : "=a" (lo), "=d" (hi) : "0" (x), "rm" (x) : "cc"); return hi; } /* { dg-warning "cmovsl.*flags.*[avow:register-read]" } */
