/* { dg-options "-O2 -masm=intel" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
void store (u *p) { asm volatile ("mov dword ptr [%0], 1" : : "r" (p)); } /* { dg-warning "[avow:memory-write]" } */
void offset (u *p) { asm volatile ("mov dword ptr [%0+8], 1" : : "r" (p)); } /* { dg-warning "[avow:memory-write]" } */
void indexed (u *p, long i) { asm volatile ("mov dword ptr 4[%0+%1*4], 1" : : "r" (p), "r" (i)); } /* { dg-warning "[avow:memory-write]" } */
void rep (char *d, long n) { asm volatile ("rep stosb" : "+D" (d), "+c" (n) : "a" (0)); } /* { dg-warning "[avow:memory-write]" } */
void braces (u *p) { asm volatile ("mov{l $1, (%0)| DWORD PTR [%0], 1}" : : "r" (p)); } /* { dg-warning "[avow:memory-write]" } */
