/* { dg-options "-O2 -masm=intel" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
u swapped (u x) { u r; asm ("mov %1, %0" : "=r" (r), "=r" (x)); return r; } /* { dg-warning "%0.*avow:(output-unwritten|output-read)" } */
u never (u x) { u r; asm ("cmp %1, 1" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:output-unwritten]" } */
u path (u x) { u r; asm ("cmp %1, 1\n\tje 1f\n\tmov %0, 7\n1:" : "=&r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:output-unwritten]" } */
