/* A parameter is an object like a variable.  */
/* { avow-modes 64 32 } */
void one (int a) { asm volatile ("lgdt %0" : : "m" (a) : "memory"); } /* { dg-warning "object of operand %0 .'a'.*[avow:memory-size]" } */
void two (int a, int b) { asm volatile ("lgdt %0" : : "m" (b) : "memory"); } /* { dg-warning "object of operand %0 .'b'.*[avow:memory-size]" } */
void three (char a, int b, short c) { asm volatile ("ldmxcsr %0" : : "m" (c) : "memory"); } /* { dg-warning "object of operand %0 .'c'.*[avow:memory-size]" } */
void both (int a) { asm volatile ("lgdt %0; movl %1, %%eax" : : "m" (a), "r" (a) : "eax", "memory"); } /* { dg-warning "[avow:memory-size]" } */
void right (int a, int b) { asm volatile ("ldmxcsr %0" : : "m" (b) : "memory"); } /* { avow-verdict verified } */
