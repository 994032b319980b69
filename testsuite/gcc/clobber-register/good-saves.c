/* Registers that are put away and brought back, whole.  */
/* { dg-options "-O2 -mno-red-zone" } */
/* { dg-skip "64-bit registers" { target ia32 } } */
/* { avow-options "unverified=warn" } */
typedef unsigned long u;

void vector (void) { asm volatile ("movq %%rbx, %%xmm0; xorl %%ebx, %%ebx; movq %%xmm0, %%rbx" : : : "xmm0", "cc"); }
void upper (void) { asm volatile ("movups %%xmm6, -64(%%rsp); pxor %%xmm6, %%xmm6; movups -64(%%rsp), %%xmm6" : : : "memory"); }
/* Nothing is compiled for the upper half here.  */
void ymm (void) { asm volatile ("movups %%xmm6, -64(%%rsp); vpxor %%ymm6, %%ymm6, %%ymm6; vmovups -64(%%rsp), %%xmm6" : : : "memory"); }
void frame (void)
{
  asm volatile ("pushq %%rbp\n\tmovq %%rsp, %%rbp\n\tpushq %%rbx\n\tpushq %%r12\n\txorl %%ebx, %%ebx\n\txorl %%r12d, %%r12d\n\t"
                "movq -8(%%rbp), %%rbx\n\tmovq -16(%%rbp), %%r12\n\tleave" : : : "cc");
}
void aligned (void)
{
  asm volatile ("pushq %%rbp\n\tmovq %%rsp, %%rbp\n\tsubq $64, %%rsp\n\tandq $-16, %%rsp\n\tmovq %%rbx, (%%rsp)\n\txorl %%ebx, %%ebx\n\t"
                "movq (%%rsp), %%rbx\n\tmovq %%rbp, %%rsp\n\tpopq %%rbp" : : : "cc");
}
void xor_swap (void) { asm volatile ("xorq %%rbx, %%rax; xorq %%rax, %%rbx; xorq %%rbx, %%rax; xorl %%ebx, %%ebx; movq %%rax, %%rbx" : : : "rax", "cc"); }
void there_and_back (u *p) { asm volatile ("addq $8, %0; movq (%0), %%rax; subq $8, %0" : : "r" (p) : "rax", "cc", "memory"); }
void byte (u x) { asm volatile ("movb %b0, %%al; movb $1, %b0; movb %%al, %b0" : : "q" (x) : "rax"); }
/* The first byte was never touched.  */
void other_byte (void) { asm volatile ("movq %%rbx, %%rax; movb $1, %%bh; movq %%rax, %%rbx" : : : "rax"); }
