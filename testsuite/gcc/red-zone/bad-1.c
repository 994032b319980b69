/* red-zone: each way to write where the compiler may keep variables.  The first statement is
   miscompiled by GCC 12: `keep' is at -8(%rsp).  */
long
image (long a)
{
  volatile long keep = a;
  long flags;
  asm volatile ("pushfq\n\tpopq %0" : "=r" (flags) : : "memory"); /* { dg-warning "'pushfq'.*[avow:red-zone]" } */
  return keep + flags;
}

void
saves (void)
{
  asm volatile ("pushq %%rbx\n\tcpuid\n\tpopq %%rbx" /* { dg-warning "'pushq %%rbx'.*[avow:red-zone]" } */
                : : "a" (0), "c" (0) : "rdx", "cc", "memory"); /* { dg-warning "changes.*[avow:input-modified]" "" { target *-*-* } 0 } */
}

void *
where (void)
{
  void *pc;
  asm ("call 1f\n1:\tpopq %0" : "=r" (pc)); /* { dg-warning "'call 1f'.*[avow:red-zone]" } */
  return pc;
}

long
stores (long a)
{
  long b;
  asm ("movq %1, -8(%%rsp)\n\tmovq -8(%%rsp), %0" : "=&r" (b) : "r" (a)); /* { dg-warning "'movq %1, -8.*[avow:red-zone]" } */
  return b;
}

void
last_byte (char c)
{
  asm volatile ("movb %0, -128(%%rsp)" : : "q" (c) : "memory"); /* { dg-warning "[avow:red-zone]" } */
}

long
through_a_copy (long a)
{
  long p;
  asm ("movq %%rsp, %0\n\tmovq %1, -16(%0)" : "=&r" (p) : "r" (a) : "memory"); /* { dg-warning "'movq %1, -16.*[avow:red-zone]" } */
  return p;
}

long
not_far_enough (long a)
{
  long b;
  asm ("subq $112, %%rsp\n\tpushq %1\n\tpopq %0\n\taddq $112, %%rsp" : "=r" (b) : "r" (a) : "cc"); /* { dg-warning "'pushq %1'.*[avow:red-zone]" } */
  return b;
}

void
frame (void)
{
  asm volatile ("enter $16, $0\n\tleave" : : : "memory"); /* { dg-warning "'enter.*[avow:red-zone]" } */
}

void
vector (void)
{
  asm volatile ("movups %%xmm0, -24(%%rsp)\n\tmovups -24(%%rsp), %%xmm0" : : : "memory"); /* { dg-warning "[avow:red-zone]" } */
}

long
on_one_path (long a)
{
  asm ("testq %0, %0\n\tjz 1f\n\tpushq $1\n\tpopq %0\n1:" : "+r" (a) : : "cc"); /* { dg-warning "'pushq .1'.*[avow:red-zone]" } */
  return a;
}

void
basic (void)
{
  asm ("push %rax; pop %rax"); /* { dg-warning "[avow:red-zone]" } */
}
