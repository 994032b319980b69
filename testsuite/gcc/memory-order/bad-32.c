/* memory-order: the fence for processors without mfence; saving the flags before masking.  */
/* { dg-options "-O2" } */
/* { avow-modes 32 } */
typedef unsigned long ul;
void locked (void) { asm volatile ("lock; addl $0, (%%esp)" : : : "cc"); } /* { dg-warning "lock; addl.*is a fence.*[avow:memory-order]" } */
void locked_or (void) { asm volatile ("lock orl $0, (%%esp)" : : : "cc"); } /* { dg-warning "lock orl.*is a fence.*[avow:memory-order]" } */
ul save_and_mask (void) { ul f; asm volatile ("pushf; pop %0; cli" : "=rm" (f)); return f; } /* { dg-warning "cli.*separates.*[avow:memory-order]" } */
