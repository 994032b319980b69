/* { dg-options "-O2 -masm=intel" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
void store (u *p) { asm volatile ("mov dword ptr [%1], 1" : "=m" (*p) : "r" (p)); }
void offset (u *p) { asm volatile ("mov dword ptr [%0+8], 1" : : "r" (p) : "memory"); }
void operand (u *p) { asm volatile ("mov dword ptr %0, 1" : "=m" (*p)); }
void operand2 (u *p) { asm volatile ("mov %0, 1" : "=m" (*p)); }
void rep (char *d, long n) { asm volatile ("rep stosb" : "+D" (d), "+c" (n) : "a" (0) : "memory"); }
