/* { avow-options "unverified=warn" } */
typedef unsigned u;
typedef unsigned long ul;

long sys0 (long n) { long r; asm volatile ("syscall" : "=a" (r) : "0" (n) : "memory", "rcx", "r11"); return r; }
long sys0d (long n) { long r; asm volatile ("syscall" : "=a" (r) : "0" (n) : "memory", "ecx", "r11"); return r; }
long sys0out (long n) { long r, c; register long r11 __asm__ ("r11"); asm volatile ("syscall" : "=a" (r), "=c" (c), "=r" (r11) : "0" (n) : "memory"); return r; }
void r12 (void) { asm volatile ("movq $1, %%r12" ::: "r12"); }
void r12d (void) { asm volatile ("movl $1, %%r12d" ::: "r12"); }
void r13w (void) { asm volatile ("movw $1, %%r13w" ::: "r13"); }
void r14b (void) { asm volatile ("movb $1, %%r14b" ::: "r14"); }
void sil (void) { asm volatile ("movb $1, %%sil" ::: "rsi"); }
void dil (void) { asm volatile ("movb $1, %%dil" ::: "%rdi"); }
void cqto (long x) { asm volatile ("cqto" : "+a" (x) :: "rdx"); }
ul mulq (ul x, ul y) { __asm__ ("mulq %1" : "+a" (x) : "r" (y) : "cc", "rdx"); return x; }
ul mulx (ul x, ul y) { ul r, h; __asm__ ("mulx %3, %0, %1" : "=r" (r), "=r" (h) : "d" (x), "r" (y)); return r + h; }
ul tsc (void) { ul r, h; asm volatile ("rdtsc" : "=a" (r), "=d" (h)); return r | h << 32; }
_Bool cx16 (__int128 *p, ul lo, ul hi) { _Bool ok; asm volatile ("xorl %%eax, %%eax; xorl %%edx, %%edx; lock cmpxchg16b %1; setz %0" : "=&q" (ok), "+m" (*p) : "b" (lo), "c" (hi) : "cc", "rax", "rdx", "memory"); return ok; }
void rdfsbase (void) { asm volatile ("rdfsbase %%rbx" ::: "rbx"); }
void lea (void *p) { asm volatile ("lea 8(%0), %%r15" :: "r" (p) : "r15"); }
void rdrand (void) { asm volatile ("rdrand %%rbx" ::: "cc", "rbx"); }
void bmi (ul x) { asm volatile ("pdep %0, %0, %%rbx; blsr %%rbx, %%r10" :: "r" (x) : "cc", "rbx", "r10"); }
void popcnt (ul x) { asm volatile ("popcnt %0, %%r10" :: "r" (x) : "cc", "r10"); }
void movabs (void) { asm volatile ("movabsq $0x123456789abc, %%r10" ::: "r10"); }
void two (void) { asm volatile ("xorl %%r8d, %%r8d\n\txorl %%r9d, %%r9d" ::: "cc", "r8", "r9"); }
void register_variable (void) { register long x __asm__ ("r10"); register long y __asm__ ("r9"); asm volatile ("movl $1, %%r10d; movl $1, %%r9d" : "=r" (x), "=r" (y)); }
void scratch_output (void) { ul t; asm volatile ("movq $1, %0; addq $2, %0" : "=r" (t) :: "cc"); }
