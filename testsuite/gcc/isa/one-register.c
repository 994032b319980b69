/* An operand may get registers that the instruction does not take: it assembles by luck, if at all.  */
typedef unsigned char b;
typedef unsigned short w;
b any_to_al (w port) { b v; asm volatile ("inb %w1, %0" : "=r" (v) : "Nd" (port)); return v; } /* { avow-verdict unverified "only one of the registers" } */
unsigned any_count (unsigned x, b n) { asm ("shll %1, %0" : "+r" (x) : "r" (n) : "cc"); return x; } /* { avow-verdict unverified "only one of the registers" } */
b to_al (w port) { b v; asm volatile ("inb %w1, %0" : "=a" (v) : "Nd" (port)); return v; } /* { avow-verdict verified } */
unsigned count (unsigned x, b n) { asm ("shll %1, %0" : "+r" (x) : "cI" (n) : "cc"); return x; } /* { avow-verdict verified } */
