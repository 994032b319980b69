/* { avow-modes 32 } */
typedef unsigned u;
typedef unsigned long long ull;
ull only_low (void) { ull r; asm ("movl $1, %%eax" : "=A" (r)); return r; } /* { dg-warning "%0.*avow:output-(read|unwritten)" } */
ull cx8 (ull *p, u lo, u hi) { ull r; asm volatile ("lock; cmpxchg8b %1" : "=A" (r), "+m" (*p) : "b" (lo), "c" (hi) : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
ull add (ull x) { ull r; asm ("addl $1, %%eax; adcl $0, %%edx" : "=A" (r) : : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
