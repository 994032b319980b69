/* { dg-options "-O2 -masm=intel" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
u two (u x, u y) { u r; asm ("mov %0, %1\n\tadd %0, %2" : "=r" (r) : "r" (x), "r" (y) : "cc"); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
u address (u *p) { u r; asm ("mov %0, 1\n\tadd %0, %1" : "=r" (r) : "m" (*p) : "cc"); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
u fixed (u x) { u r; asm ("mov eax, 1\n\tadd eax, %1" : "=a" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "(%0|[re]ax).*[avow:earlyclobber]" } */
u braces (u x) { u r; asm ("{movl $1, %0; addl %1, %0|mov %0, 1; add %0, %1}" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
