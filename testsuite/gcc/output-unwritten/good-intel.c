/* { dg-options "-O2 -masm=intel" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
u order (u x) { u r; asm ("mov %0, %1" : "=r" (r) : "r" (x)); return r; }
u path (u x) { u r; asm ("mov %0, 0\n\tcmp %1, 1\n\tje 1f\n\tmov %0, 7\n1:" : "=&r" (r) : "r" (x) : "cc"); return r; }
u braces (u x) { u r; asm ("mov{l %1, %0| %0, %1}" : "=r" (r) : "r" (x)); return r; }
