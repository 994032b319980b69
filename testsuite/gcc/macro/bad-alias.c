/* { avow-modes 64 32 } */
/* Symbols that stand for registers and operands.  */
typedef unsigned u;
void hard (void) { asm volatile (".set t, %%ecx; movl $1, t" : :); } /* { dg-warning "movl.*[re]cx.*[avow:clobber-register]" } */
void assigned (void) { asm volatile ("t = %%ecx; movl $1, t" : :); } /* { dg-warning "movl.*[re]cx.*[avow:clobber-register]" } */
void input (u x) { asm volatile (".set src, %0; incl src" : : "r" (x) : "cc"); } /* { dg-warning "incl.*%0.*[avow:input-modified]" } */
u early (u a, u b) { u r; asm (".set dst, %0; movl %1, dst; addl %2, dst" : "=r" (r) : "r" (a), "r" (b) : "cc"); return r; } /* { dg-warning "%0.*%2.*[avow:earlyclobber]" } */
u low_part (u x) { u r; asm (".equ dst, %b0; movb %b1, dst" : "=q" (r) : "q" (x)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
