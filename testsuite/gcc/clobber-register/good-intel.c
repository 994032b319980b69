/* { dg-options "-O2 -masm=intel -msse2" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
#ifdef __x86_64__
#define R "r"
#else
#define R "e"
#endif

void mov (void) { asm volatile ("mov ebx, 1" ::: "ebx"); }
void byte (void) { asm volatile ("mov bh, 1" ::: "bx"); }
void operand (u x) { asm volatile ("lea esi, [%k0+4]" :: "r" (x) : "esi"); }
u mul (u x, u y) { __asm__ ("mul %1" : "+a" (x) : "r" (y) : "cc", "edx"); return x; }
void order (u x) { asm volatile ("mov ecx, %0\n\tadd ecx, 5" :: "r" (x) : "cc", "ecx"); }
void load (u *p) { asm volatile ("mov esi, dword ptr %0" :: "m" (*p) : "esi"); }
void load2 (u *p) { asm volatile ("mov esi, %0" :: "m" (*p) : "esi"); }
void braces (void) { asm volatile ("{movl $1, %%ebx|mov ebx, 1}" ::: "ebx"); }
void braces2 (void) { asm volatile ("{movl $1, %%esi|mov ebx, 1}" ::: "ebx"); }
void xmm (void) { asm volatile ("pxor xmm3, xmm3" ::: "xmm3"); }
void xadd (u *p) { asm volatile ("mov ebx, 1\n\tlock xadd %0, ebx" : "+m" (*p) :: "cc", "ebx"); }
void shift (void) { asm volatile ("mov ecx, 3\n\tshl ecx, 2" ::: "cc", "ecx"); }
void rep (char *d) { asm volatile ("mov ecx, 4\n\trep stosb" : "+D" (d) : "a" (0) : "memory", "ecx"); }
void att_inside (void) { asm volatile (".att_syntax\n\tmovl $1, %%ebx\n\t.intel_syntax noprefix" ::: "ebx"); }
void save (void) { asm volatile ("mov " R "di, " R "bx\n\tmov ebx, 7\n\tmov " R "bx, " R "di" ::: "edi"); }
