/* { dg-options "-O2 -masm=intel" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
u load (u *p) { u r; asm ("mov %0, [%1]" : "=r" (r) : "r" (p)); return r; } /* { dg-warning "[avow:memory-read]" } */
u offset (u *p) { u r; asm ("mov %0, dword ptr [%1-4]" : "=r" (r) : "r" (p)); return r; } /* { dg-warning "[avow:memory-read]" } */
u indexed (u *p, long i) { u r; asm ("mov %0, [%1+%2*4+8]" : "=r" (r) : "r" (p), "r" (i)); return r; } /* { dg-warning "[avow:memory-read]" } */
u braces (u *p) { u r; asm ("mov{l (%1), %0| %0, [%1]}" : "=r" (r) : "r" (p)); return r; } /* { dg-warning "[avow:memory-read]" } */
