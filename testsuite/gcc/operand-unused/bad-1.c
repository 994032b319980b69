/* operand-unused: an operand in a register that the template never mentions.  */
/* { dg-options "-O2 -msse2" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
u input (u a, u b) { u r; asm ("movl %1, %0" : "=r" (r) : "r" (a), "r" (b)); return r; } /* { dg-note "operand %2 \('b'\) takes a register.*[avow:operand-unused]" } */
u wrong_number (u a, u b) { asm ("addl %1, %0" : "+r" (a) : "0" (a), "r" (b) : "cc"); return a; } /* { dg-note "operand %2 \('b'\) takes.*[avow:operand-unused]" } */
u named (u a, u b) { asm ("addl %[x], %[x]" : [x] "+r" (a) : [y] "r" (b) : "cc"); return a; } /* { dg-note "operand %1 \('b'\) takes.*[avow:operand-unused]" } */
u plus (u a, u b) { asm ("incl %0" : "+r" (a), "+r" (b) : : "cc"); return a + b; } /* { dg-note "operand %1 \('b'\) takes.*[avow:operand-unused]" } */
u tied (u a, u b) { u c; asm ("incl %0" : "+r" (a), "=r" (c) : "1" (b) : "cc"); return a + c; } /* { dg-note "operand %1.*takes.*[avow:operand-unused]" } */
u byte (u a, unsigned char b) { asm ("incl %0" : "+r" (a) : "q" (b) : "cc"); return a; } /* { dg-note "operand %1 \('b'\) takes.*[avow:operand-unused]" } */
float vector (float a, float b) { asm ("sqrtss %0, %0" : "+x" (a) : "x" (b)); return a; } /* { dg-note "operand %1 \('b'\) takes.*[avow:operand-unused]" } */
/* the pointer is not needed when the memory operand is used */
void pointer (u *p) { asm ("incl %0" : "+m" (*p) : "r" (p) : "cc"); } /* { dg-note "operand %1 \('p'\) takes.*[avow:operand-unused]" } */
int jump (u a, u b) { asm goto ("testl %0, %0; jz %l2" : : "r" (a), "r" (b) : "cc" : out); return 1; out: return 0; } /* { dg-note "operand %1 \('b'\) takes.*[avow:operand-unused]" } */
