/* Registers that end as they were.  { dg-bogus "avow:clobber-register" "" { target *-*-* } 0 } */
/* { dg-options "-O2 -msse2 -mno-red-zone" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
typedef float v4 __attribute__ ((vector_size (16)));
#ifdef __x86_64__
#define R(x) "%%r" #x
#else
#define R(x) "%%e" #x
#endif
void push_pop (u x) { asm volatile ("push " R(bx) "; movl %0, %%ebx; incl %%ebx; pop " R(bx) :: "r" (x) : "cc"); }
void push_pop2 (u x) { asm volatile ("push " R(bx) "\n\tpush " R(si) "\n\tmovl $1, %%ebx\n\tmovl $2, %%esi\n\tpop " R(si) "\n\tpop " R(bx) ::: "memory"); }
void push_swap (void) { asm volatile ("push " R(bx) "\n\tpush " R(si) "\n\tpop " R(bx) "\n\tpop " R(si) "\n\txchg " R(bx) ", " R(si) ::); }
long by_mov (void) { long t; asm volatile ("mov " R(bx) ", %0; movl $1, %%ebx; mov %0, " R(bx) : "=&r" (t)); return 0; }
void by_clobber (void) { asm volatile ("mov " R(bx) ", " R(ax) "; movl $1, %%ebx; mov " R(ax) ", " R(bx) ::: "eax"); }
long xchg_twice (long x) { asm volatile ("xchg " R(bx) ", %0; add $1, " R(bx) "; xchg " R(bx) ", %0" : "+a" (x) :: "cc"); return x; }
void cpuid_pic (u *p) { long b; asm volatile ("xchg " R(bx) ", %1; cpuid; xchg " R(bx) ", %1" : "=a" (p[0]), "=&r" (b), "=c" (p[2]), "=d" (p[3]) : "0" (1), "2" (0)); p[1] = b; }
void cpuid_mov (u *p) { long b; asm volatile ("mov " R(bx) ", %1; cpuid; xchg %1, " R(bx) : "=a" (p[0]), "=&r" (b), "=c" (p[2]), "=d" (p[3]) : "0" (1), "2" (0)); p[1] = b; }
void cpuid_push (u *p) { asm volatile ("push " R(bx) "; cpuid; movl %%ebx, %%esi; pop " R(bx) : "=a" (p[0]), "=S" (p[1]), "=c" (p[2]), "=d" (p[3]) : "0" (1), "2" (0)); }
void stack_slot (void) { asm volatile ("sub $16, " R(sp) "; mov " R(bx) ", 8(" R(sp) "); movl $1, %%ebx; mov 8(" R(sp) "), " R(bx) "; add $16, " R(sp) ::: "cc"); }
void stack_slot_lea (void) { asm volatile ("lea -16(" R(sp) "), " R(sp) "; mov " R(bx) ", (" R(sp) "); movl $1, %%ebx; mov (" R(sp) "), " R(bx) "; lea 16(" R(sp) "), " R(sp) ::); }
void memory_operand (void) { long t; asm volatile ("mov " R(bx) ", %0; movl $1, %%ebx; mov %0, " R(bx) : "=m" (t)); }
void memory_pointer (long *t) { asm volatile ("mov " R(bx) ", (%0); movl $1, %%ebx; mov (%0), " R(bx) :: "D" (t) : "memory"); }
void vector (v4 *t) { asm volatile ("movups %%xmm6, %0; xorps %%xmm6, %%xmm6; movups %0, %%xmm6" : "=m" (*t)); }
void vector_copy (void) { asm volatile ("movaps %%xmm6, %%xmm1; xorps %%xmm6, %%xmm6; movaps %%xmm1, %%xmm6" ::: "xmm1"); }
void in_branch (u x) { asm volatile ("testl %0, %0; jz 1f; push " R(bx) "; movl $1, %%ebx; pop " R(bx) "; 1:" :: "r" (x) : "cc"); }
void around_branch (u x) { asm volatile ("push " R(bx) "; testl %0, %0; jz 1f; movl $1, %%ebx; 1: pop " R(bx) :: "r" (x) : "cc"); }
void around_loop (void) { asm volatile ("push " R(bx) "; movl $9, %%ebx; 1: decl %%ebx; jnz 1b; pop " R(bx) ::: "cc"); }
void input_back (long x) { asm volatile ("add $4, %0; sub $4, %0" :: "r" (x) : "cc"); }
void bound_back (long x) { asm volatile ("push " R(cx) "; movl $1, %%ecx; pop " R(cx) :: "c" (x)); }
void frame (void) { asm volatile ("push " R(bp) "; mov " R(sp) ", " R(bp) "; and $-16, " R(sp) "; nop; mov " R(bp) ", " R(sp) "; pop " R(bp) ::: "cc"); }
void leave (void) { asm volatile ("push " R(bp) "; mov " R(sp) ", " R(bp) "; sub $32, " R(sp) "; leave" ::: "cc"); }
void flags (u x) { asm volatile ("pushf; incl %0; popf" : "+r" (x)); }
#ifndef __x86_64__
void pusha (void) { asm volatile ("pushal; movl $1, %%ebx; xorl %%esi, %%esi; popal" ::: "cc"); }
#endif
