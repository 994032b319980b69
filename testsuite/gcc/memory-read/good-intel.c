/* { dg-options "-O2 -masm=intel" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
u load (u *p) { u r; asm ("mov %0, [%1]" : "=r" (r) : "r" (p), "m" (*p)); return r; }
u offset (u *p) { u r; asm ("mov %0, dword ptr [%1-4]" : "=r" (r) : "r" (p) : "memory"); return r; }
u operand (u *p) { u r; asm ("mov %0, %1" : "=r" (r) : "m" (*p)); return r; }
u *lea (u *p, long i) { u *r; asm ("lea %0, [%1+%2*4+8]" : "=r" (r) : "r" (p), "r" (i)); return r; }
