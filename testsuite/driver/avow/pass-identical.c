/* { avow-identical } */
int f (int x) { asm volatile ("nop" : "+r" (x)); return x; }
