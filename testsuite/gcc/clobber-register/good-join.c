/* Paths that meet, and have changed nothing that is not declared.  */
/* { dg-options "-O2 -mno-red-zone" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;

void declared (u x) { asm volatile ("testl %0, %0; js 1f; movl $1, %%ecx; 1: nop" : : "d" (x) : "cc", "ecx"); }
#ifdef __x86_64__
void saved (u x) { asm volatile ("testl %0, %0; js 1f; pushq %%rcx; movl $1, %%ecx; popq %%rcx; 1: nop" : : "d" (x) : "cc"); }
void saved_around (u x) { asm volatile ("pushq %%rcx; testl %0, %0; js 1f; movl $1, %%ecx; 1: popq %%rcx" : : "d" (x) : "cc"); }
#else
void saved (u x) { asm volatile ("testl %0, %0; js 1f; pushl %%ecx; movl $1, %%ecx; popl %%ecx; 1: nop" : : "d" (x) : "cc"); }
void saved_around (u x) { asm volatile ("pushl %%ecx; testl %0, %0; js 1f; movl $1, %%ecx; 1: popl %%ecx" : : "d" (x) : "cc"); }
#endif
