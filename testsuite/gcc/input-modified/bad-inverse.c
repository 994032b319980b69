/* { avow-modes 64 32 } */
/* Not quite the inverse.  */
void three_times (long x) { asm volatile ("neg %0; neg %0; neg %0" : : "r" (x) : "cc"); } /* { dg-warning "%0.*[avow:input-modified]" } */
void neg_not (long x) { asm volatile ("neg %0; not %0" : : "r" (x) : "cc"); } /* { dg-warning "%0.*[avow:input-modified]" } */
void neg_swapped (long x) { asm volatile ("bswap %0; neg %0; bswap %0; neg %0" : : "r" (x) : "cc"); } /* { dg-warning "%0.*[avow:input-modified]" } */
void swapped_once (long x) { asm volatile ("bswap %0" : : "r" (x)); } /* { dg-warning "%0.*[avow:input-modified]" } */
