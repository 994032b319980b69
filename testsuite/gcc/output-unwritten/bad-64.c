typedef unsigned long ul;
/* the x86-32 pair, in 64-bit mode one of the two */
ul tsc (void) { ul r; asm volatile ("movl $1, %%edx" : "=a" (r) : : "rdx"); return r; } /* { dg-warning "(%0|rax).*[avow:output-unwritten]" } */
ul syscall_result (long n) { ul r; asm volatile ("syscall" : "=r" (r) : "a" (n) : "rcx", "r11", "memory"); return r; } /* { dg-warning "%0.*[avow:output-unwritten]" } */
/* { dg-warning "avow:input-modified" "" { target *-*-* } .-1 } */
ul intel (ul x) { ul r; asm (".intel_syntax noprefix\n\ttest %q1, %q1\n\t.att_syntax" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:output-unwritten]" } */
