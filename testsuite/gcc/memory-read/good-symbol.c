/* The address of a table is taken first, and what lies there never changes, belongs to the template alone, or is declared.  */
/* { dg-options "-O2 -fno-pic" } */
typedef unsigned u;
typedef unsigned long ul;
static const u constant[8] = { 1, 2, 3 };
u variable[8] = { 1, 2, 3 };
static u counter;

u lea (ul i) { u r; asm ("leaq constant(%%rip), %%rax; movl (%%rax,%1,4), %0" : "=r" (r) : "r" (i) : "rax"); return r; } /* { avow-verdict verified } */
u index_second (ul i) { u r; asm ("leaq constant(%%rip), %%rax; movl (%1,%%rax), %0" : "=r" (r) : "r" (i) : "rax"); return r; } /* { avow-verdict verified } */
u moved (void) { u r; asm ("movq $constant, %%rax; movl 4(%%rax), %0" : "=r" (r) : : "rax"); return r; } /* { avow-verdict verified } */
u added (ul i) { u r; asm ("leaq constant(%%rip), %%rax; addq %1, %%rax; movl (%%rax), %0" : "=r" (r) : "r" (i) : "rax", "cc"); return r; } /* { avow-verdict verified } */
u got (void) { u r; asm ("movq constant@GOTPCREL(%%rip), %%rax; movl 4(%%rax), %0" : "=r" (r) : : "rax"); return r; } /* { avow-verdict verified } */
u token (ul i) { u r; asm ("leaq %c2(%%rip), %%rax; movl (%%rax,%1,4), %0" : "=r" (r) : "r" (i), "i" (constant) : "rax"); return r; } /* { avow-verdict verified } */
u walked (ul n) { u r; asm ("leaq constant(%%rip), %%rax; xorl %0, %0; 1: addl (%%rax), %0; addq $4, %%rax; decq %1; jnz 1b" : "=&r" (r), "+r" (n) : : "rax", "cc"); return r; } /* { avow-verdict verified } */
u by_memory (ul i) { u r; asm ("leaq variable(%%rip), %%rax; movl (%%rax,%1,4), %0" : "=r" (r) : "r" (i) : "rax", "memory"); return r; } /* { avow-verdict verified } */
u declared (ul i) { u r; asm ("leaq variable(%%rip), %%rax; movl (%%rax,%1,4), %0" : "=r" (r) : "r" (i), "m" (variable) : "rax"); return r; } /* { avow-verdict verified } */
u own_table (ul i) { u r; asm ("leaq 1f(%%rip), %%rax; movl (%%rax,%1,4), %0\n.pushsection .rodata\n1: .long 1, 2, 3\n.popsection" : "=r" (r) : "r" (i) : "rax"); return r; } /* { avow-verdict verified } */
u own_word (void) { u r; asm ("movl .Lword%=(%%rip), %0\n.pushsection .rodata\n.Lword%=: .long 1\n.popsection" : "=r" (r)); return r; } /* { avow-verdict verified } */
void own_counter (void) { asm volatile ("incl 1f(%%rip)\n.pushsection .data\n1: .long 0\n.popsection" : : : "cc"); } /* { avow-verdict verified } */
void named (void) { asm volatile ("incl counter(%%rip)" : "+m" (counter) : : "cc"); } /* { avow-verdict verified } */

static __thread u per_thread;
ul thread_address (void) { ul r; asm ("movq %%fs:0, %0; addq per_thread@gottpoff(%%rip), %0" : "=r" (r) : : "cc"); return r; } /* { avow-verdict verified } */
ul thread_offset (void) { ul r; asm ("movq per_thread@GOTTPOFF(%%rip), %0" : "=r" (r)); return r + (ul) &per_thread; } /* { dg-bogus "avow" } */
