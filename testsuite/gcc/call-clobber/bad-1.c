/* call-clobber: calls of C functions that the contract does not cover.  */
/* { dg-options "-O2 -mno-red-zone" } */
static __attribute__ ((noinline, used)) long
callee (long a)
{
  return a + 1;
}

/* Nothing is declared.  */
void
nothing (void)
{
  asm volatile ("call callee" : : : "memory"); /* { dg-warning "may destroy rax, rcx, rdx, rsi, rdi, r8, r9, r10, r11, xmm0, xmm1, xmm2 and .* more.*[avow:call-clobber]" } */
} /* { dg-note "aligned to 16 bytes.*[avow:call-clobber]" "" { target *-*-* } .-1 } */

/* GCC 12 keeps z in rcx across the call.  */
long
one_missing (long x, long y, long z, long w)
{
  long r;
  asm volatile ("call callee" : "=a" (r), "+D" (x) : : "rdx", "rsi", "r8", "r9", "r10", "r11", "memory", "cc", /* { dg-warning "may destroy rcx, which.*[avow:call-clobber]" } */
                "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15",
                "st", "st(1)", "st(2)", "st(3)", "st(4)", "st(5)", "st(6)", "st(7)", "mm0", "mm1", "mm2", "mm3", "mm4", "mm5", "mm6", "mm7");
  return r + w;
}

#define GPRS "rcx", "rdx", "rsi", "r8", "r9", "r10", "r11", "cc"
#define VECS "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15"
#define X87 "st", "st(1)", "st(2)", "st(3)", "st(4)", "st(5)", "st(6)", "st(7)"

long
no_memory (long x)
{
  long r;
  asm volatile ("call callee" : "=a" (r), "+D" (x) : : GPRS, VECS, X87); /* { dg-warning "\"memory\" is not.*[avow:call-clobber]" } */
  return r;
}

long
input_only (long x)
{
  long r;
  asm volatile ("call callee" : "=a" (r) : "D" (x) : GPRS, VECS, X87, "memory"); /* { dg-warning "changes operand %1.*[avow:input-modified]" } */
  return r;
}

long
by_pointer (long (*f) (long), long x)
{
  long r;
  asm volatile ("call *%2" : "=a" (r), "+D" (x) : "b" (f) : "rcx", "rdx", "r8", "r9", "r10", "r11", VECS, X87, "memory"); /* { dg-warning "may destroy rsi.*[avow:call-clobber]" } */
  return r;
}

long
misaligned (long x)
{
  long r;
  asm volatile ("push %%rbx\n\tcall callee\n\tpop %%rbx" : "=a" (r), "+D" (x) : : GPRS, VECS, X87, "memory"); /* { dg-warning "'call callee'.*moved the stack pointer by something else.*[avow:call-clobber]" } */
  return r;
}

long
misaligned_again (long x)
{
  long r;
  asm volatile ("mov %%rsp, %%rbx\n\tand $-16, %%rsp\n\tsub $8, %%rsp\n\tcall callee\n\tmov %%rbx, %%rsp" /* { dg-warning "'call callee'.*[avow:call-clobber]" } */
                : "=a" (r), "+D" (x) : : "rbx", GPRS, VECS, X87, "memory");
  return r;
}

/* By an operand.  */
long
by_operand (long x)
{
  long r;
  asm volatile ("call %P2" : "=a" (r), "+D" (x) : "i" (callee) : GPRS, X87, "memory"); /* { dg-warning "may destroy xmm0.*[avow:call-clobber]" } */
  return r;
}

long
windows (long (__attribute__ ((ms_abi)) *f) (long), long x)
{
  long r;
  asm volatile ("call *%2" : "=a" (r), "+c" (x) : "b" (f) : "rdx", "r8", "r9", "r10", "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", X87, "memory"); /* { dg-warning "may destroy r11, which.*[avow:call-clobber]" } */
  return r;
}
