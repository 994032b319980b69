/* Restored by the inverse operation.  */
/* { avow-modes 64 32 } */
void inverse_xor (long x) { asm volatile ("xor $5, %0; nop; xor $5, %0" : : "r" (x) : "cc"); }
void not_twice (long x) { asm volatile ("not %0; nop; not %0" : : "r" (x)); }
void negated_twice (long x) { asm volatile ("neg %0; nop; neg %0" : : "r" (x) : "cc"); }
void swapped_twice (long x) { asm volatile ("bswap %0; nop; bswap %0" : : "r" (x)); }
