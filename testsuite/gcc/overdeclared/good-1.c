/* overdeclared: the corrected twins of bad-1.c, and what is declared on purpose.  */
/* { dg-options "-O2 -msse2" } */
/* { avow-modes 64 32 } */
/* { dg-bogus "overdeclared" "" { target *-*-* } 0 } */
typedef unsigned u;
typedef unsigned long ul;
u swap (u a) { asm ("bswap %0" : "+r" (a)); return a; } /* { avow-verdict verified } */
u with_clobber (u a) { asm ("movl %0, %%ecx; addl %%ecx, %0" : "+r" (a) : : "ecx", "cc"); return a; } /* { avow-verdict verified } */
u equals (u a, u b) { asm ("movl %1, %0\n\tnegl %0" : "=r" (a) : "r" (b) : "cc"); return a; } /* { avow-verdict verified } */
u early (u a, u b) { u r; asm ("movl %1, %0\n\taddl %2, %0" : "=&r" (r) : "r" (a), "r" (b) : "cc"); return r; } /* { avow-verdict verified } */
u early_address (u *p, u a) { u r; asm ("movl %2, %0\n\taddl %1, %0" : "=&r" (r) : "m" (*p), "r" (a) : "cc"); return r; } /* { avow-verdict verified } */
/* an "&" that costs nothing */
u no_inputs (void) { u r; asm ("movl $1, %0" : "=&r" (r)); return r; } /* { avow-verdict verified } */
/* "cc" is the custom */
u cc (u a) { asm ("bswap %0" : "+r" (a) : : "cc"); return a; } /* { avow-verdict verified } */
/* part of the old value stays */
u part (u a, unsigned char b) { asm ("movb %1, %b0" : "+q" (a) : "q" (b)); return a; } /* { avow-verdict verified } */
u sometimes (u a, u b) { asm ("testl %1, %1\n\tcmovnz %1, %0" : "+r" (a) : "r" (b) : "cc"); return a; } /* { avow-verdict verified } */
/* barriers, hidden values, launderers */
void barrier (void) { asm volatile ("" : : : "memory"); } /* { avow-verdict verified } */
u hide (u a) { asm volatile ("" : "+r" (a)); return a; } /* { avow-verdict verified } */
u hide_memory (u a) { asm volatile ("" : "+r" (a) : : "memory"); return a; } /* { avow-verdict verified } */
u move (u a) { u r; asm volatile ("movl %1, %0" : "=r" (r) : "r" (a)); return r; } /* { avow-verdict verified } */
u move_memory (u a) { u r; asm volatile ("movl %1, %0" : "=r" (r) : "r" (a) : "memory"); return r; } /* { avow-verdict verified } */
void clobbered (void) { asm volatile ("" : : : "ebx", "esi"); } /* { avow-verdict verified } */
/* release and acquire */
void release (u *p, u x) { asm volatile ("movl %1, %0" : "=m" (*p) : "r" (x) : "memory"); } /* { avow-verdict verified } */
u acquire (u *p) { u r; asm volatile ("movl %1, %0" : "=r" (r) : "m" (*p) : "memory"); return r; } /* { avow-verdict verified } */
u fetch (u *p, u x) { asm volatile ("lock; xaddl %0, %1" : "+r" (x), "+m" (*p) : : "memory", "cc"); return x; } /* { avow-verdict verified } */
/* fences, clocks, waiting, system state */
void fence (void) { asm volatile ("mfence" : : : "memory"); } /* { avow-verdict verified } */
u clock (void) { u a, d; asm volatile ("rdtsc" : "=a" (a), "=d" (d) : : "memory"); return a; } /* { avow-verdict verified } */
u cpuid (u l) { u b, c, d; asm volatile ("cpuid" : "+a" (l), "=b" (b), "=c" (c), "=d" (d) : "2" (0) : "memory"); return l + b + c + d; } /* { avow-verdict verified } */
ul control (void) { ul r; asm volatile ("mov %%cr0, %0\n\tand $1, %0" : "=r" (r) : : "cc"); return r; } /* { avow-verdict verified } */
void pause_ (void) { asm volatile ("rep; nop" : : : "memory"); } /* { avow-verdict verified } */
/* a delay, a test of the divisor, a secret */
void delay (u n) { asm volatile ("1: decl %0\n\tjnz 1b" : "+r" (n) : : "cc"); } /* { avow-verdict verified } */
u divide (u a, u b) { u d = 0; asm volatile ("divl %2" : "+a" (a), "+d" (d) : "r" (b) : "cc"); return a; } /* { avow-verdict verified } */
u mask (u i, u n) { u r; asm volatile ("cmpl %2, %1\n\tsbbl %0, %0" : "=r" (r) : "r" (i), "r" (n) : "cc"); return r; } /* { avow-verdict verified } */
/* sequences that somebody looks for */
u request (u *args, u r) { asm volatile ("roll $29, %%edi; roll $3, %%edi\n\txchgw %%bx, %%bx" : "=d" (r), "+D" (args) : "a" (args), "0" (r) : "cc", "memory"); return r; } /* { avow-verdict verified } */
u magic (u a) { asm volatile ("bswap %0\n\txchgw %%bx, %%bx" : "+r" (a) : : "memory", "ecx"); return a; } /* { avow-verdict verified } */
u patched (u a) { asm volatile ("bswap %0\n\tnop" : "+r" (a) : : "memory", "ecx"); return a; } /* { avow-verdict verified } */
/* other code */
long call (long n)
{
#ifdef __x86_64__
  asm volatile ("syscall" : "+a" (n) : : "rcx", "r11", "rsi", "memory");
#else
  asm volatile ("int $0x80" : "+a" (n) : : "esi", "memory");
#endif
  return n;
}
void switch_ (ul *to) { asm volatile ("int3" : : "a" (to) : "ecx", "edx", "memory"); } /* { avow-verdict verified } */
/* the value that comes in is the one of the exception */
ul safe (ul a) { asm volatile ("1: mov %%cr4, %0\n2:\n.pushsection __ex_table,\"a\"\n.balign 4\n.long 1b - ., 2b - .\n.popsection" : "+r" (a)); return a; } /* { avow-verdict verified } */
/* alternatives: one of them needs it */
u alternatives (u a, u b) { u r; asm ("movl %1, %0\n\taddl %2, %0" : "=&r,&r" (r) : "r,m" (a), "r,r" (b) : "cc"); return r; } /* { avow-verdict verified } */
/* setjmp: somebody else may come back to the label, with all registers changed */
#ifdef __x86_64__
int set (void **b) { int r; asm volatile ("leaq 1f(%%rip), %%rdx; movq %%rdx, (%1); movq %%rsp, 8(%1); movq %%rbp, 16(%1); xorl %0, %0; 1:" : "=&a" (r) : "r" (b) : "rdx", "memory", "cc", "rbx", "rcx", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15"); return r; }
#endif
