/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
#ifdef __x86_64__
#define R "%%r"
#else
#define R "%%e"
#endif

void low (void) { asm volatile ("movb $1, %%bl" ::: "ebx"); }
void high (void) { asm volatile ("movb $1, %%bh" ::: "bl"); }
void word (void) { asm volatile ("movw $1, %%bx" ::: "bx"); }
void high_of_c (u x) { asm volatile ("movb %b0, %%ch" :: "a" (x) : "ecx"); }
void setcc (u x) { asm volatile ("testl %0, %0; setz %%dl" :: "a" (x) : "cc", "edx"); }
void one_way (u x) { asm volatile ("testl %0, %0; jz 1f; movl $1, %%esi; 1:" :: "r" (x) : "cc", "esi"); }
void loop (u x) { asm volatile ("movl %0, %%esi\n1:\tsubl $1, %%esi\n\tjnz 1b" :: "r" (x) : "cc", "esi"); }
void saved (void) { asm volatile ("mov " R "si, " R "di; movl $1, %%esi; mov " R "di, " R "si" ::: "edi"); }
long xchg_twice (long x) { asm volatile ("xchg " R "si, %0; add $3, " R "si; xchg " R "si, %0" : "+a" (x) :: "cc"); return x; }
void upper_case (void) { asm volatile ("MOVL $1, %%EBX" ::: "ebx"); }
void named (u x) { asm volatile ("leal 1(%k[in]), %%ebx\n\tmovl %%ebx, %[in]" : [in] "+r" (x) :: "ebx"); }
void braces (void) { asm volatile ("{movl $1, %%ebx|mov ebx, 1}" ::: "ebx"); }
void brace_register (void) { asm volatile ("mov{l $1, %%ebx| ebx, 1}" ::: "%ebx"); }
int jump (u x)
{
  __asm__ goto ("movl %0, %%esi\n\ttestl %%esi, %%esi\n\tjz %l1" :: "r" (x) : "cc", "esi" : out);
  return 1;
out:
  return 0;
}
int flag_output (u x) { int r; asm volatile ("movl %1, %%esi; testl %%esi, %%esi" : "=@ccz" (r) : "r" (x) : "esi"); return r; }
void alternatives (u x, u y) { asm volatile ("movl %1, %%esi; addl %1, %0" : "+r,m" (x) : "ri,r" (y) : "cc", "esi"); }
/* a byte output owns its whole register */
unsigned char byte_output (unsigned char x, unsigned char y) { __asm__ ("mulb %1" : "+a" (x) : "q" (y) : "cc"); return x; }
void register_zero (void) { u t; asm volatile ("xorl %0, %0" : "=r" (t) :: "cc"); }
