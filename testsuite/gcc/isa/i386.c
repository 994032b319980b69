/* Instructions of 32-bit mode only.  Each extension with one effect forgotten, and told (processor manuals; isa/x86).  */
/* { dg-options "-O2 -m32" } */
/* { avow-modes 32 } */
typedef unsigned u;
typedef unsigned long ul;

void bad_salc (u x) { asm volatile ("cmpl $1, %0; salc" :  : "r" (x) : "cc"); } /* { dg-warning "[re]ax.*[avow:clobber-register]" } */
void salc (u x) { asm volatile ("cmpl $1, %0; salc" :  : "r" (x) : "cc", "eax"); } /* { avow-verdict verified } */

void bad_i186_pusha (void) { asm volatile ("pusha; movl $1, %%ecx; popa; movl $2, %%ecx" :  :  : "memory"); } /* { dg-warning "ecx.*[avow:clobber-register]" } */
void i186_pusha (void) { asm volatile ("pusha; movl $1, %%ecx; popa; movl $2, %%ecx" :  :  : "memory", "ecx"); } /* { avow-verdict verified } */

void bad_i86_aam (u a) { asm volatile ("aam" :  : "a" (a) : "cc"); } /* { dg-warning "%0.*[avow:input-modified]" } */
void i86_aam (u a) { asm volatile ("aam" : "+a" (a) :  : "cc"); } /* { avow-verdict verified } */

void bad_montmul (void *p, u a, u c, u d) { asm volatile ("rep montmul" : "+a" (a), "+c" (c) : "S" (p), "d" (d) : "memory"); } /* { dg-warning "%3.*[avow:input-modified]" } */
void montmul (void *p, u a, u c, u d) { asm volatile ("rep montmul" : "+a" (a), "+c" (c), "+d" (d) : "S" (p) : "memory"); } /* { avow-verdict verified } */
