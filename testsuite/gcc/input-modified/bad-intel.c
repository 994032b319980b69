/* { dg-options "-O2 -masm=intel" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
void shift (u x, u *r) { asm ("shl %1, 2\n\tmov %0, %1" : "=m" (*r) : "r" (x) : "cc"); } /* { dg-warning "%1.*[avow:input-modified]" } */
void rep (char *d, long n) { asm volatile ("rep stosb" : : "a" (0), "D" (d), "c" (n) : "memory"); } /* { dg-warning "(%1|[re]di).*[avow:input-modified]" } */
/* { dg-warning "(%2|[re]cx).*[avow:input-modified]" "" { target *-*-* } .-1 } */
void mem (u *p) { asm volatile ("mov dword ptr %0, 1" : : "m" (*p)); } /* { dg-warning "%0.*avow:(input-modified|memory-write)" } */
void part (u x) { asm volatile ("mov %b0, 1" : : "q" (x)); } /* { dg-warning "%0.*[avow:input-modified]" } */
void braces (u x) { asm volatile ("{subl $1, %0|sub %0, 1}" : : "r" (x) : "cc"); } /* { dg-warning "%0.*[avow:input-modified]" } */
