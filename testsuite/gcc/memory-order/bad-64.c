/* memory-order: the fence for processors without mfence.  */
/* { dg-options "-O2" } */
/* { avow-modes 64 } */
void locked (void) { asm volatile ("lock; addl $0, (%%rsp)" : : : "cc"); } /* { dg-warning "lock; addl.*is a fence.*[avow:memory-order]" } */
void locked_or (void) { asm volatile ("lock orq $0, (%%rsp)" : : : "cc"); } /* { dg-warning "lock orq.*is a fence.*[avow:memory-order]" } */
