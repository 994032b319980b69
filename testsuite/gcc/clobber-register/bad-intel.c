/* { dg-options "-O2 -masm=intel -msse2" } */
/* { avow-modes 64 32 } */
typedef unsigned u;

void mov (void) { asm volatile ("mov ebx, 1" ::); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void byte (void) { asm volatile ("mov bh, 1" ::); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void operand (u x) { asm volatile ("lea esi, [%k0+4]" :: "a" (x)); } /* { dg-warning "[re]si.*[avow:clobber-register]" } */
u mul (u x, u y) { __asm__ ("mul %1" : "+a" (x) : "b" (y) : "cc"); return x; } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
void order (u x) { asm volatile ("mov ecx, %0\n\tadd ecx, 5" :: "r" (x) : "cc"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void load (u *p) { asm volatile ("mov esi, dword ptr %0" :: "m" (*p)); } /* { dg-warning "[re]si.*[avow:clobber-register]" } */
void braces (void) { asm volatile ("{movl $1, %%ebx|mov ebx, 1}" ::); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void braces2 (void) { asm volatile ("{movl $1, %%esi|mov ebx, 1}" ::); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void xmm (void) { asm volatile ("pxor xmm3, xmm3" ::); } /* { dg-warning "mm3.*[avow:clobber-register]" } */
void xadd (u *p) { asm volatile ("mov ebx, 1\n\tlock xadd %0, ebx" : "+m" (*p) :: "cc"); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void shift (void) { asm volatile ("mov ecx, 3\n\tshl ecx, 2" ::: "cc"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void rep (char *d) { asm volatile ("mov ecx, 4\n\trep stosb" : "+D" (d) : "a" (0) : "memory"); } /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
void att_inside (void) { asm volatile (".att_syntax\n\tmovl $1, %%ebx\n\t.intel_syntax noprefix" ::); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void basic (void) { __asm__ ("mov ebx, 1"); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
