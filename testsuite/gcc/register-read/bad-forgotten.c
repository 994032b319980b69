/* Stored where it is not followed any further: a note, because it may be a register that is saved.  */
/* { avow-modes 64 32 } */
typedef unsigned u;

void behind_another (u *p, u *q) { asm volatile ("movl %%esi, (%0); movl $1, 4(%1)" : : "r" (p), "r" (q) : "esi", "memory"); } /* { dg-note "[re]si.*[avow:register-read]" } */
void on_one_path (u *p) { asm volatile ("testb $1, (%0); jz 1f; movl %%esi, (%0); 1: nop" : : "r" (p) : "esi", "memory", "cc"); } /* { dg-note "[re]si.*[avow:register-read]" } */
void into_an_object (u *p, u x) { asm volatile ("testl %1, %1; jz 1f; movl %%esi, %0; 1: nop" : "+m" (*p) : "r" (x) : "esi", "cc"); } /* { dg-note "[re]si.*[avow:register-read]" } */
