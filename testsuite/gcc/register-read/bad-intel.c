/* { dg-options "-O2 -masm=intel" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
void add (u x) { asm volatile ("add %0, ecx" : "+r" (x) : : "cc"); } /* { dg-warning "[re]cx.*[avow:register-read]" } */
void mem (u x) { asm volatile ("lea %0, [ebx+4]" : "=r" (x)); } /* { dg-warning "[re]bx.*[avow:register-read]" } */
void adc (u x) { asm volatile ("adc %0, 0" : "+r" (x) : : "cc"); } /* { dg-warning "flag.*[avow:register-read]" } */
void shl (u x) { asm volatile ("shl %0, cl" : "+r" (x) : : "cc"); } /* { dg-warning "[re]cx.*[avow:register-read]" } */
