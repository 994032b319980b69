/* Calls through a pointer that lies in memory, of which the C type tells what it points to; and an argument that is
   narrower than its register.  */
/* { dg-options "-O2 -mno-red-zone" } */
/* { avow-modes 64 } */
#define GPRS "rcx", "rdx", "rsi", "r8", "r9", "r10", "r11", "cc"
#define VECS "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15"
#define X87 "st", "st(1)", "st(2)", "st(3)", "st(4)", "st(5)", "st(6)", "st(7)"
#define ALIGN "mov %%rsp, %%rbx\n\tand $-16, %%rsp\n\t"
#define BACK "\n\tmov %%rbx, %%rsp"
struct table { int other; int (*f) (int); } table;
int
at_symbol (int x)
{
  int r;
  asm volatile (ALIGN "call *%c2(%%rip)" BACK /* { avow-verdict verified } */
                : "=a" (r), "+D" (x) : "i" (&table.f) : "rbx", GPRS, VECS, X87, "memory");
  return r;
}
int
at_register (struct table *t, int x)
{
  int r;
  asm volatile (ALIGN "call *(%2)" BACK /* { avow-verdict verified } */
                : "=a" (r), "+D" (x) : "r" (&t->f) : "rbx", GPRS, VECS, X87, "memory");
  return r;
}
int
direct (int (*f) (int), int x)
{
  int r;
  asm volatile (ALIGN "call *%2" BACK /* { avow-verdict verified } */
                : "=a" (r), "+D" (x) : "r" (f) : "rbx", GPRS, VECS, X87, "memory");
  return r;
}
/* What lies behind the pointer, or where it does not point, is not known.  */
int
beside (struct table *t, int x)
{
  int r;
  asm volatile (ALIGN "call *8(%2)" BACK /* { avow-verdict unverified "call of a function" } */
                : "=a" (r), "+D" (x) : "r" (&t->f) : "rbx", GPRS, VECS, X87, "memory");
  return r;
}
