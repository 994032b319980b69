/* { dg-options "-O2 -masm=intel" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
void shift (u x, u *r) { asm ("shl %1, 2\n\tmov %0, %1" : "=m" (*r), "+r" (x) : : "cc"); }
void rep (char *d, long n) { asm volatile ("rep stosb" : "+D" (d), "+c" (n) : "a" (0) : "memory"); }
void mem (u *p) { asm volatile ("mov dword ptr %0, 1" : "=m" (*p)); }
void part (u x) { asm volatile ("mov %b0, 1" : "+q" (x)); }
void braces (u x) { asm volatile ("{subl $1, %0|sub %0, 1}" : "+r" (x) : : "cc"); }
void reads (u x, u y) { asm volatile ("cmp %0, %1\n\ttest %0, %0" : : "r" (x), "r" (y) : "cc"); }
