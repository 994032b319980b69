/* CR2 holds an address; CR3 says what addresses mean.  */
void cr2 (unsigned long x) { asm volatile ("mov %0, %%cr2" : : "r" (x)); } /* { avow-verdict verified } */
void cr3 (unsigned long x) { asm volatile ("mov %0, %%cr3" : : "r" (x) : "memory"); } /* { avow-verdict verified } */
