/* { dg-options "-O2 -masm=intel" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
u inl (unsigned short p) { u r; asm ("in eax, dx" : "=a" (r) : "d" (p)); return r; } /* { dg-warning "[avow:volatile-missing]" } */
u rdrand (void) { u r; asm ("rdrand %0" : "=r" (r) : : "cc"); return r; } /* { dg-warning "[avow:volatile-missing]" } */
long cr3 (void) { long r; asm ("mov %0, cr3" : "=r" (r)); return r; } /* { dg-warning "[avow:volatile-missing]" } */
