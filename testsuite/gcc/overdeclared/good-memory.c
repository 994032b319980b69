/* overdeclared: "memory" that may be there to order, or for memory that is not known.  */
/* { dg-options "-O2 -msse2" } */
/* { avow-options "refine" } */
/* { avow-modes 64 32 } */
/* { dg-bogus "avow:overdeclared" "" { target *-*-* } 0 } */
typedef unsigned u;
/* moves: a store may release a lock, a load may take it */
void store (u *p, u v) { asm volatile ("movl %1, (%0)" : : "r" (p), "r" (v) : "memory"); } /* { avow-verdict verified } */
u take (u *p) { u r; asm volatile ("movl (%1), %0" : "=r" (r) : "r" (p) : "memory"); return r; } /* { avow-verdict verified } */
/* the operand covers all, so "memory" is for something else */
void bump (u *p) { asm volatile ("addl $1, %0" : "+m" (*p) : : "cc", "memory"); } /* { avow-verdict verified } */
/* atomic, fences */
u add (u *p, u v) { asm volatile ("lock; xaddl %0, (%1); addl $1, %0" : "+r" (v) : "r" (p) : "cc", "memory"); return v; } /* { avow-verdict verified } */
u swap (u *p, u v) { asm volatile ("xchgl %0, (%1); addl $1, %0" : "+r" (v) : "r" (p) : "cc", "memory"); return v; } /* { avow-verdict verified } */
void fence (u *p) { asm volatile ("addl $1, (%0); mfence; movl $1, %%eax; addl $1, %%eax" : : "r" (p) : "eax", "cc", "memory"); } /* { avow-verdict verified } */
/* loops wait, and go over what is not known */
void spin (u *p) { asm volatile ("1: movl (%0), %%eax; addl $1, %%eax; jne 1b" : : "r" (p) : "eax", "cc", "memory"); } /* { avow-verdict verified } */
/* an address that was loaded */
u chase (u **p) { u r; asm volatile ("mov (%1), %0; movl (%0), %k0; addl $1, %k0" : "=r" (r) : "r" (p) : "cc", "memory"); return r; }
/* a count in a register */
void fill (u *p, unsigned long n, u v) { asm volatile ("addl $1, %2; rep stosl" : "+D" (p), "+c" (n), "+a" (v) : : "cc", "memory"); }
