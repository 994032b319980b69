/* { dg-options "-O2 -msse2" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
u never (u x) { u r; asm ("testl %1, %1" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:output-unwritten]" } */
u wrong_register (void) { u r; asm ("movl $1, %%eax" : "=r" (r) : : "eax"); return r; } /* { dg-warning "%0.*[avow:output-unwritten]" } */
u rdtsc (void) { u r; asm volatile ("rdtsc" : "=r" (r) : : "eax", "edx"); return r; } /* { dg-warning "%0.*[avow:output-unwritten]" } */
u second (u x) { u r, s; asm ("movl %2, %0" : "=r" (r), "=r" (s) : "r" (x)); return r + s; } /* { dg-warning "%1.*[avow:output-unwritten]" } */
u fixed (u x) { u r; asm ("movl %1, %%ebx" : "=d" (r) : "r" (x) : "ebx"); return r; } /* { dg-warning "(%0|[re]dx).*[avow:output-unwritten]" } */
u one_way (u x) { u r; asm ("testl %1, %1; jz 1f; movl $1, %0; 1:" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:output-unwritten]" } */
u early_exit (u x) { u r; asm ("testl %1, %1\n\tjz 2f\n\tmovl $1, %0\n\tjmp 1f\n2:\tnop\n1:" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:output-unwritten]" } */
u loop_body (u n) { u r; asm ("1: subl $1, %1; jc 2f; movl $7, %0; jmp 1b; 2:" : "=&r" (r), "+r" (n) : : "cc"); return r; } /* { dg-warning "%0.*[avow:output-unwritten]" } */
u named (u x) { u r; asm ("cmpl $3, %[in]" : [out] "=r" (r) : [in] "r" (x) : "cc"); return r; } /* { dg-warning "[avow:output-unwritten]" } */
u in_comment (u x) { u r; asm ("nop # movl %1, %0" : "=r" (r) : "r" (x)); return r; } /* { dg-warning "%0.*[avow:output-unwritten]" } */
u to_input (u x) { u r; asm ("movl %0, %1" : "=&r" (r), "=r" (x) : ); return r; } /* { dg-warning "%0.*avow:(output-unwritten|output-read)" } */
float vector (u x) { float r; asm ("movd %1, %%xmm1" : "=x" (r) : "r" (x) : "xmm1"); return r; } /* { dg-warning "%0.*[avow:output-unwritten]" } */
double x87 (u x) { double r; asm ("nop # %1" : "=t" (r) : "r" (x)); return r; } /* { dg-warning "avow:(output-unwritten|machine-state)" } */
int flag (u x) { int r; asm ("movl %1, %%eax" : "=@ccz" (r) : "r" (x) : "eax"); return r; } /* { dg-warning "avow:(output-unwritten|register-read)" } */
int flag_other (u x) { int r; asm ("clc" : "=@ccz" (r) : "r" (x)); return r; } /* { dg-warning "avow:(output-unwritten|register-read)" } */
int flag_of_inc (u x) { int r; asm ("incl %1" : "=@ccc" (r), "+r" (x)); return r + x; } /* { dg-warning "avow:(output-unwritten|register-read)" } */
u memory (u x) { u r; asm ("movl %1, %%eax" : "=m" (r) : "r" (x) : "eax"); return r; } /* { dg-warning "%0.*[avow:output-unwritten]" } */
u memory_one_way (u x) { u r; asm ("testl %1, %1; jz 1f; movl $1, %0; 1:" : "=m" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%0.*avow:(output-unwritten|output-read)" } */
u push_instead (u x) { u r; asm ("movl %1, %%ecx\n\taddl $4, %%ecx" : "=a" (r) : "r" (x) : "cc", "ecx"); return r; } /* { dg-warning "(%0|[re]ax).*[avow:output-unwritten]" } */
u variable (u x) { register u v asm ("esi"); asm ("movl %1, %%edi" : "=r" (v) : "r" (x) : "edi"); return v; } /* { dg-warning "(%0|[re]si).*[avow:output-unwritten]" } */
u alternatives (u x) { u r; asm ("movl %1, %%edi" : "=r,m" (r) : "ri,r" (x) : "edi"); return r; } /* { dg-warning "%0.*[avow:output-unwritten]" } */
