/* overdeclared: one case for each promise that is not needed.  */
/* { dg-options "-O2 -msse2" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
/* clobbers */
u clobber (u a) { asm ("bswap %0" : "+r" (a) : : "ecx"); return a; } /* { dg-note "no instruction writes .ecx., which is in the clobber list.*[avow:overdeclared]" } { avow-verdict verified } */
u clobbers (u a) { asm ("bswap %0" : "+r" (a) : : "ecx", "edx", "xmm1"); return a; } /* { dg-note "no instruction writes .*ecx.*, which are.*[avow:overdeclared]" } */
u one_of_two (u a) { asm ("movl %0, %%ecx; addl %%ecx, %0" : "+r" (a) : : "ecx", "edx", "cc"); return a; } /* { dg-note "no instruction writes .edx., which is.*[avow:overdeclared]" } */
/* "memory" */
u memory (u a) { asm volatile ("bswap %0" : "+r" (a) : : "memory"); return a; } /* { dg-note ".memory. is not needed.*[avow:overdeclared]" } */
u sum (u a, u b) { asm ("addl %1, %0" : "+r" (a) : "r" (b) : "memory", "cc"); return a; } /* { dg-note ".memory. is not needed.*[avow:overdeclared]" } */
/* volatile */
u always (u a) { asm volatile ("bswap %0" : "+r" (a)); return a; } /* { dg-note "volatile is not needed.*[avow:overdeclared]" } */
u scan (u a) { u r; asm volatile ("bsfl %1, %0" : "=r" (r) : "rm" (a) : "cc"); return r; } /* { dg-note "volatile is not needed.*[avow:overdeclared]" } */
/* "+" */
u plus (u a, u b) { asm ("movl %1, %0\n\tnegl %0" : "+r" (a) : "r" (b) : "cc"); return a; } /* { dg-note "operand %0 .'a'. comes in with a value that the template does not use.*[avow:overdeclared]" } */
u carry (u a, u b) { u c = 0; asm ("addl %2, %1\n\tsbbl %0, %0" : "+r" (c), "+r" (a) : "r" (b) : "cc"); return a + c; } /* { dg-note "operand %0 .'c'. comes in with.*[avow:overdeclared]" } */
u tied (u a, u b) { u r; asm ("leal 1(%2), %0" : "=r" (r) : "0" (a), "r" (b)); return r; } /* { dg-note "operand %0 .'r'. comes in with.*[avow:overdeclared]" } */
/* "&" */
u early (u a, u b) { u r; asm ("leal (%1,%2), %0" : "=&r" (r) : "r" (a), "r" (b)); return r; } /* { dg-note ".&. is not needed for operand %0.*[avow:overdeclared]" } */
u early_last (u a, u b) { u r; asm ("addl %2, %1\n\tmovl %1, %0" : "=&r" (r), "+r" (a) : "r" (b) : "cc"); return r; } /* { dg-note ".&. is not needed for operand %0.*[avow:overdeclared]" } */
