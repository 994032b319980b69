/* call-clobber: the corrected twins, and calls whose convention is known or cannot be known.  */
/* { dg-options "-O2 -mno-red-zone" } */
#define GPRS "rcx", "rdx", "rsi", "r8", "r9", "r10", "r11", "cc"
#define VECS "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15"
#define X87 "st", "st(1)", "st(2)", "st(3)", "st(4)", "st(5)", "st(6)", "st(7)"
static __attribute__ ((noinline, used)) long
callee (long a)
{
  return a + 1;
}
void give_up (void) __attribute__ ((noreturn));

long
complete (long x)
{
  long r;
  asm volatile ("mov %%rsp, %%rbx\n\tand $-16, %%rsp\n\tcall callee\n\tmov %%rbx, %%rsp" /* { avow-verdict verified } */
                : "=a" (r), "+D" (x) : : "rbx", GPRS, VECS, X87, "memory");
  return r;
}

/* The argument goes by a move, and what is callee-saved stays.  */
long
saved (long x)
{
  long r;
  asm volatile ("mov %%rsp, %%r12\n\tand $-16, %%rsp\n\tmov %1, %%rdi\n\tcall callee\n\tmov %%r12, %%rsp\n\tadd %%rbx, %0" /* { avow-verdict verified } */
                : "=&a" (r) : "b" (x) : "rdi", "r12", GPRS, VECS, X87, "memory");
  return r;
}

long
windows (long (__attribute__ ((ms_abi)) *f) (long), long x)
{
  long r;
  asm volatile ("mov %%rsp, %%r12\n\tand $-16, %%rsp\n\tsub $32, %%rsp\n\tcall *%2\n\tmov %%r12, %%rsp" /* { avow-verdict verified } */
                : "=a" (r), "+c" (x) : "b" (f) : "rdx", "r8", "r9", "r10", "r11", "r12", "cc", "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", X87, "memory");
  return r;
}

/* The last argument of a described routine, and code without C convention.  */
void
unknown (void)
{
  asm volatile ("call some_thunk" : : : "memory"); /* { avow-verdict unverified "not known" } */
}

/* Not a function for C: who knows how it is called.  */
void
generated (void *code)
{
  asm volatile ("call *%0" : : "r" (code) : "memory"); /* { avow-verdict unverified "not known" } */
}

/* It does not come back.  */
void
declares (int a)
{
  if (a)
    give_up ();
}

void
dies (int a)
{
  asm volatile ("testl %0, %0\n\tjz 1f\n\tcall give_up\n1:" : : "r" (a) : "cc", "memory"); /* { avow-verdict verified } */
}

/* The template's own routine.  */
long
own (long x)
{
  asm volatile ("call 1f\n\tjmp 2f\n1:\tinc %0\n\tret\n2:" : "+r" (x) : : "cc", "memory"); /* { avow-verdict verified } */
  return x;
}

/* An int argument fills half a register, and the callee looks at no more.  */
static __attribute__ ((noinline, used)) int
narrow (int a, unsigned char b)
{
  return a * b;
}

int
narrow_arguments (int a, unsigned char b)
{
  int r;
  asm volatile ("mov %%rsp, %%rbx\n\tand $-16, %%rsp\n\tcall narrow\n\tmov %%rbx, %%rsp" /* { avow-verdict verified } */
                : "=a" (r), "+D" (a), "+S" (b) : : "rbx", "rcx", "rdx", "r8", "r9", "r10", "r11", "cc", VECS, X87, "memory");
  return r;
}

/* Two words, to keep the stack aligned.  */
long
filled (long x)
{
  long r;
  asm volatile ("mov %%rsp, %%rbx\n\tand $-16, %%rsp\n\tpush %%rax\n\tpush %%rax\n\tcall callee\n\tmov %%rbx, %%rsp" /* { avow-verdict verified } */
                : "=a" (r), "+D" (x) : : "rbx", GPRS, VECS, X87, "memory");
  return r;
}

long
moved_in_part (char c)
{
  long r;
  asm volatile ("mov %%rsp, %%rbx\n\tand $-16, %%rsp\n\tmovb %b1, %%dil\n\tcall callee\n\tmov %%rbx, %%rsp" /* { avow-verdict verified } */
                : "=a" (r) : "q" (c) : "rbx", "rdi", GPRS, VECS, X87, "memory");
  return r;
}
