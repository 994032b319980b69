/* User programs talking to the system.  */
/* { avow-options "unverified=warn" } */
long sys0 (long n) { long r; asm volatile ("syscall" : "=a" (r) : "a" (n) : "rcx", "r11", "memory"); return r; }
long sys3 (long n, long a, long b, long c) { long r; asm volatile ("syscall" : "=a" (r) : "a" (n), "D" (a), "S" (b), "d" (c) : "rcx", "r11", "memory"); return r; }
long sys6 (long n, long a, long b, long c, long d, long e, long f)
{
  long r;
  register long r10 asm ("r10") = d;
  register long r8 asm ("r8") = e;
  register long r9 asm ("r9") = f;
  asm volatile ("syscall" : "=a" (r) : "a" (n), "D" (a), "S" (b), "d" (c), "r" (r10), "r" (r8), "r" (r9) : "rcx", "r11", "memory");
  return r;
}
long glibc (long n, long a)
{
  unsigned long resultvar;
  register long _a1 asm ("rdi") = a;
  asm volatile ("syscall\n\t" : "=a" (resultvar) : "0" (n), "r" (_a1) : "memory", "cc", "r11", "cx");
  return resultvar;
}
long plus (long n, void *p) { asm volatile ("syscall" : "+a" (n) : "D" (p) : "rcx", "r11", "memory"); return n; }
void *thread (void) { void *p; asm ("movq %%fs:0, %0" : "=r" (p)); return p; }
long tls (void) { long r; asm ("movq %%fs:%P1, %q0" : "=r" (r) : "i" (0x28)); return r; }
long tls_off (long o) { long r; asm volatile ("movq %%fs:(%1), %0" : "=r" (r) : "r" (o)); return r; }
unsigned percpu (void) { unsigned r; asm ("movl %%gs:0x10, %0" : "=r" (r)); return r; }
void *sp (void) { void *p; asm volatile ("movq %%rsp, %0" : "=r" (p)); return p; }
void *sp_lea (void) { void *p; asm ("leaq (%%rsp), %0" : "=r" (p)); return p; }
void *fp (void) { void *p; asm volatile ("movq %%rbp, %0" : "=r" (p)); return p; }
void *ip (void) { void *p; asm ("leaq 0(%%rip), %0" : "=r" (p)); return p; }
void *here (void) { void *p; asm volatile ("1: lea 1b(%%rip), %0" : "=r" (p)); return p; }
unsigned short cs (void) { unsigned short r; asm ("movw %%cs, %0" : "=rm" (r)); return r; }
unsigned long eflags (void) { unsigned long f; asm volatile ("leaq -128(%%rsp), %%rsp; pushfq; popq %0; leaq 128(%%rsp), %%rsp" : "=r" (f)); return f; }
/* the red zone is stepped over */
void over (void) { asm volatile ("leaq -128(%%rsp), %%rsp\n\tpushq %%rbx\n\tmovl $1, %%ebx\n\tpopq %%rbx\n\tleaq 128(%%rsp), %%rsp" : :); }
void over_sub (void) { asm volatile ("subq $128, %%rsp\n\tpushq %%rbx\n\tmovl $1, %%ebx\n\tpopq %%rbx\n\taddq $128, %%rsp" : : : "cc"); }
void over_sub_imm8 (void) { asm volatile ("addq $-128, %%rsp\n\tpushfq\n\tpopfq\n\tsubq $-128, %%rsp" : : : "cc"); }
unsigned long long tsc (void) { unsigned a, d; asm volatile ("rdtsc" : "=a" (a), "=d" (d)); return (unsigned long long) d << 32 | a; }
unsigned long long tsc_fenced (void) { unsigned a, d; asm volatile ("lfence; rdtsc; lfence" : "=a" (a), "=d" (d)); return (unsigned long long) d << 32 | a; }
int rdrand (unsigned long *p) { unsigned char ok; asm volatile ("rdrand %0; setc %1" : "=r" (*p), "=qm" (ok) : : "cc"); return ok; }
unsigned mxcsr (void) { unsigned r; asm volatile ("stmxcsr %0" : "=m" (r)); return r; }
unsigned short fpcw (void) { unsigned short r; asm volatile ("fnstcw %0" : "=m" (r)); return r; }
