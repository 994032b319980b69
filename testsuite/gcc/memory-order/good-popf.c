/* memory-order: popf in a program.  */
/* { dg-options "-O2" } */
/* { avow-modes 32 } */
/* { dg-bogus "memory-order" "" { target *-*-* } 0 } */
void trace (unsigned long f) { asm volatile ("push %0; popf" : : "r" (f) : "cc"); }
