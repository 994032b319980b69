/* Put away, and not brought back: not all of it, not on each path, not from where it is.  */
/* { dg-options "-O2 -mno-red-zone -mavx" } */
/* { dg-skip "64-bit registers" { target ia32 } } */
typedef unsigned long u;

void half (void) { asm volatile ("movd %%ebx, %%xmm0; xorl %%ebx, %%ebx; movd %%xmm0, %%ebx" : : : "xmm0", "cc"); } /* { dg-warning "rbx.*[avow:clobber-register]" } */
void upper (void) { asm volatile ("movups %%xmm6, -64(%%rsp); vpxor %%ymm6, %%ymm6, %%ymm6; movups -64(%%rsp), %%xmm6" : : : "memory"); } /* { dg-warning "xmm6.*[avow:clobber-register]" } */
void path (u x) { asm volatile ("movq %%rbx, %%rax; xorl %%ebx, %%ebx; testq %0, %0; jz 1f; movq %%rax, %%rbx; 1:" : : "r" (x) : "rax", "cc"); } /* { dg-warning "rbx.*[avow:clobber-register]" } */
void lost (u x) { asm volatile ("movq %%rbx, %%rcx; cpuid; movq %%rcx, %%rbx" : "+a" (x) : : "rcx", "rdx"); } /* { dg-warning "rbx.*[avow:clobber-register]" } */
void crossed (void) { asm volatile ("pushq %%rbx; pushq %%r12; popq %%rbx; popq %%r12" : : : "memory"); } /* { dg-warning "rbx.*[avow:clobber-register]" } */
/* { dg-warning "r12.*[avow:clobber-register]" "" { target *-*-* } .-1 } */
/* Perhaps the old value, and perhaps not: what is saved there is no entry value.  */
void joined (u x) { asm volatile ("testq %0, %0; jz 1f; xorl %%ebx, %%ebx; 1: movq %%rbx, %%rax; xorl %%ebx, %%ebx; movq %%rax, %%rbx" : : "r" (x) : "rax", "cc"); } /* { dg-warning "rbx.*[avow:clobber-register]" } */
/* { dg-warning "rbx.*[avow:register-read]" "" { target *-*-* } .-1 } */
void slot (void) { asm volatile ("pushq %%rbx; movq $1, (%%rsp); xorl %%ebx, %%ebx; popq %%rbx" : : : "cc", "memory"); } /* { dg-warning "rbx.*[avow:clobber-register]" } */
