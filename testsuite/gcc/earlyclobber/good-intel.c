/* { dg-options "-O2 -masm=intel" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
u two (u x, u y) { u r; asm ("mov %0, %1\n\tadd %0, %2" : "=&r" (r) : "r" (x), "r" (y) : "cc"); return r; }
u address (u *p) { u r; asm ("mov %0, 1\n\tadd %0, %1" : "=&r" (r) : "m" (*p) : "cc"); return r; }
u fixed (u x) { u r; asm ("mov eax, 1\n\tadd eax, %1" : "=&a" (r) : "r" (x) : "cc"); return r; }
u braces (u x) { u r; asm ("{movl $1, %0; addl %1, %0|mov %0, 1; add %0, %1}" : "=&r" (r) : "r" (x) : "cc"); return r; }
