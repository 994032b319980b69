/* The twins of good-symbol.c: the table is a variable, or a pointer is added to something.  */
/* { dg-options "-O2 -fno-pic" } */
typedef unsigned u;
typedef unsigned long ul;
u variable[8] = { 1, 2, 3 };
u *use (void) { return variable; }

u lea (ul i) { u r; asm ("leaq variable(%%rip), %%rax; movl (%%rax,%1,4), %0" : "=r" (r) : "r" (i) : "rax"); return r; } /* { dg-warning "'variable'.*[avow:memory-read]" } */
u moved (void) { u r; asm ("movq $variable, %%rax; movl 4(%%rax), %0" : "=r" (r) : : "rax"); return r; } /* { dg-warning "'variable'.*[avow:memory-read]" } */
u got (void) { u r; asm ("movq variable@GOTPCREL(%%rip), %%rax; movl 4(%%rax), %0" : "=r" (r) : : "rax"); return r; } /* { dg-warning "'variable'.*[avow:memory-read]" } */
u token (ul i) { u r; asm ("leaq %c2(%%rip), %%rax; movl (%%rax,%1,4), %0" : "=r" (r) : "r" (i), "i" (variable) : "rax"); return r; } /* { dg-warning "object of operand %2.*[avow:memory-read]" } */
u unknown (ul i) { u r; asm ("leaq elsewhere(%%rip), %%rax; movl (%%rax,%1,4), %0" : "=r" (r) : "r" (i) : "rax"); return r; } /* { dg-note "'elsewhere'.*[avow:memory-read]" } */
u relative (const u *p) { u r; asm ("leaq variable(%%rip), %%rax; movl (%1,%%rax), %0" : "=r" (r) : "r" (p) : "rax"); return r; } /* { dg-warning "[avow:memory-read]" } */
u loaded (const u *const *p) { u r; const u *q; asm ("movq (%2), %1; movl (%1), %0" : "=r" (r), "=&r" (q) : "r" (p)); return r; } /* { dg-warning "[avow:memory-read]" } */
void store (void) { asm volatile ("leaq variable(%%rip), %%rax; movl $1, 4(%%rax)" : : : "rax"); } /* { dg-warning "'variable'.*[avow:memory-write]" } */
/* A second jump goes where the label's address leads, not beside it.  */
void beside (void) { asm volatile ("leaq 1f(%%rip), %%rax; leaq 2(%%rax), %%rax; jmp *%%rax; 1: nop; nop; nop" : : : "rax"); } /* { avow-verdict unverified "computed" } */
