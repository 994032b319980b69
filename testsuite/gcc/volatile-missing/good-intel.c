/* { dg-options "-O2 -masm=intel" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
u inl (unsigned short p) { u r; asm volatile ("in eax, dx" : "=a" (r) : "d" (p)); return r; }
u rdrand (void) { u r; asm volatile ("rdrand %0" : "=r" (r) : : "cc"); return r; }
long cr3 (void) { long r; asm volatile ("mov %0, cr3" : "=r" (r)); return r; }
