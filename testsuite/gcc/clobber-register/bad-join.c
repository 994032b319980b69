/* Changed on one of the paths that meet again before the end.  */
/* { avow-modes 64 32 } */
typedef unsigned u;

void one_way (u x) { asm volatile ("testl %0, %0; js 1f; movl $1, %%ecx; 1: nop" : : "d" (x) : "cc"); } /* { dg-warning "cx.*[avow:clobber-register]" } */
void two_ways (u x) { asm volatile ("testl %0, %0; js 1f; nop; jmp 2f; 1: movl $1, %%ecx; 2: nop" : : "d" (x) : "cc"); } /* { dg-warning "cx.*[avow:clobber-register]" } */
/* A loop that may not be entered.  */
void perhaps_never (u x) { asm volatile ("1: subl $1, %0; js 2f; incl %%ecx; jmp 1b; 2: nop" : "+d" (x) : : "cc"); } /* { dg-warning "cx.*[avow:register-read]" } */
/* { dg-warning "cx.*[avow:clobber-register]" "" { target *-*-* } .-1 } */
/* Undone on one of two paths.  */
void half_undone (u x) { u y; asm volatile ("movl %%ecx, %1; movl $1, %%ecx; testl %0, %0; js 1f; movl %1, %%ecx; 1: nop" : "+&d" (x), "=&S" (y) : : "cc"); } /* { dg-warning "cx.*[avow:clobber-register]" } */
/* { dg-warning "cx.*[avow:register-read]" "" { target *-*-* } .-1 } */
