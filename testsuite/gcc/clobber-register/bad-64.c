/* 64-bit only: syscall, r8 to r15, cmpxchg16b, the "A" constraint.  */
typedef unsigned u;
typedef unsigned long ul;

long sys0 (long n) { long r; asm volatile ("syscall" : "=a" (r) : "0" (n) : "memory"); return r; } /* { dg-warning "rcx.*[avow:clobber-register]" } */
/* { dg-warning "r11.*[avow:clobber-register]" "" { target *-*-* } .-1 } */
long sys_rcx (long n) { long r; asm volatile ("syscall" : "=a" (r) : "0" (n) : "memory", "r11"); return r; } /* { dg-warning "rcx.*[avow:clobber-register]" } */
long sys_r11 (long n) { long r; asm volatile ("syscall" : "=a" (r) : "0" (n) : "memory", "rcx"); return r; } /* { dg-warning "r11.*[avow:clobber-register]" } */
void r12 (void) { asm volatile ("movq $1, %%r12" ::); } /* { dg-warning "r12.*[avow:clobber-register]" } */
void r12d (void) { asm volatile ("movl $1, %%r12d" ::); } /* { dg-warning "r12.*[avow:clobber-register]" } */
void r13w (void) { asm volatile ("movw $1, %%r13w" ::); } /* { dg-warning "r13.*[avow:clobber-register]" } */
void r14b (void) { asm volatile ("movb $1, %%r14b" ::); } /* { dg-warning "r14.*[avow:clobber-register]" } */
void sil (void) { asm volatile ("movb $1, %%sil" ::); } /* { dg-warning "rsi.*[avow:clobber-register]" } */
void dil (void) { asm volatile ("movb $1, %%dil" ::); } /* { dg-warning "rdi.*[avow:clobber-register]" } */
void r8d (void) { asm volatile ("incl %%r8d" ::: "cc"); } /* { dg-warning "r8.*avow:(clobber-register|register-read)" } */
void cqto (long x) { asm volatile ("cqto" : "+a" (x)); } /* { dg-warning "rdx.*[avow:clobber-register]" } */
ul mulq (ul x, ul y) { __asm__ ("mulq %1" : "+a" (x) : "b" (y) : "cc"); return x; } /* { dg-warning "rdx.*[avow:clobber-register]" } */
ul mulx (ul x, ul y) { ul r; __asm__ ("mulx %2, %0, %%r9" : "=r" (r) : "d" (x), "r" (y)); return r; } /* { dg-warning "r9.*[avow:clobber-register]" } */
/* The old 32-bit idiom: in 64-bit mode "A" is rax or rdx, not the pair.  */
ul tsc (void) { ul r; asm volatile ("rdtsc" : "=A" (r)); return r; } /* { dg-warning "r[ad]x.*[avow:clobber-register]" } */
/* { dg-warning "avow:(clobber-register|output-unwritten)" "" { target *-*-* } .-1 } */
_Bool cx16 (__int128 *p, ul lo, ul hi) { _Bool ok; asm volatile ("xorl %%eax, %%eax; xorl %%edx, %%edx; lock cmpxchg16b %1; setz %0" : "=q" (ok), "+m" (*p) : "b" (lo), "c" (hi) : "cc", "rax", "memory"); return ok; } /* { dg-warning "rdx.*[avow:clobber-register]" } */
void rdfsbase (void) { asm volatile ("rdfsbase %%rbx" ::); } /* { dg-warning "rbx.*[avow:clobber-register]" } */
void lea (void *p) { asm volatile ("lea 8(%0), %%r15" :: "r" (p)); } /* { dg-warning "r15.*[avow:clobber-register]" } */
void rdrand (void) { asm volatile ("rdrand %%rbx" ::: "cc"); } /* { dg-warning "rbx.*[avow:clobber-register]" } */
void bmi (ul x) { asm volatile ("pdep %0, %0, %%rbx; blsr %%rbx, %%r10" :: "r" (x) : "cc", "rbx"); } /* { dg-warning "r10.*[avow:clobber-register]" } */
void popcnt (ul x) { asm volatile ("popcnt %0, %%r10" :: "r" (x) : "cc"); } /* { dg-warning "r10.*[avow:clobber-register]" } */
void movabs (void) { asm volatile ("movabsq $0x123456789abc, %%r10" ::); } /* { dg-warning "r10.*[avow:clobber-register]" } */
void two (void) { asm volatile ("xorl %%r8d, %%r8d\n\txorl %%r9d, %%r9d" ::: "cc"); } /* { dg-warning "r8.*[avow:clobber-register]" } */
/* { dg-warning "r9.*[avow:clobber-register]" "" { target *-*-* } .-1 } */
void basic (void) { __asm__ ("xorl %ebx, %ebx"); } /* { dg-warning "rbx.*[avow:clobber-register]" } */
void movss_gpr (void) { asm volatile ("pextrq $1, %%xmm0, %%rbx" :: : ); } /* { dg-warning "rbx.*[avow:clobber-register]|xmm0.*[avow:register-read]" } */
void register_variable (void) { register long x __asm__ ("r10") = 1; asm volatile ("movl $1, %%r10d; movl $1, %%r9d" : "+r" (x)); } /* { dg-warning "r9.*[avow:clobber-register]" } */
