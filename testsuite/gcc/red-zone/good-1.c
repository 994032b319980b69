/* red-zone: the corrected twins of bad-1.c.  */
long
image (long a)
{
  volatile long keep = a;
  long flags;
  asm volatile ("leaq -128(%%rsp), %%rsp\n\tpushfq\n\tpopq %0\n\tleaq 128(%%rsp), %%rsp" /* { avow-verdict verified } */
                : "=r" (flags));
  return keep + flags;
}

void *
where (void)
{
  void *pc;
  asm ("leaq 1f(%%rip), %0\n1:" : "=r" (pc)); /* { avow-verdict verified } */
  return pc;
}

long
subtracts (long a)
{
  long b;
  asm ("subq $128, %%rsp\n\tpushq %1\n\tpopq %0\n\taddq $128, %%rsp" : "=r" (b) : "r" (a) : "cc"); /* { avow-verdict verified } */
  return b;
}

/* -128 fits a byte, +128 does not.  */
long
subtracts_shorter (long a)
{
  long b;
  asm ("addq $-128, %%rsp\n\tpushq %1\n\tpopq %0\n\tsubq $-128, %%rsp" : "=r" (b) : "r" (a) : "cc"); /* { avow-verdict verified } */
  return b;
}

/* The zone is 128 bytes.  */
void
below (char c)
{
  asm volatile ("movb %0, -129(%%rsp)" : : "q" (c) : "memory"); /* { avow-verdict verified } */
}

/* Above is the compiler's as well, but declared.  */
long
above (long a)
{
  long b;
  asm ("movq %1, %0" : "=m" (b) : "r" (a)); /* { avow-verdict verified } */
  return b;
}

/* A barrier: what is there stays as it is.  */
void
barrier (void)
{
  asm volatile ("lock; addl $0, -4(%%rsp)" : : : "memory", "cc"); /* { avow-verdict verified } */
}

/* Only the System V ABI has a red zone.  */
__attribute__ ((ms_abi)) long
other_abi (void)
{
  long flags;
  asm volatile ("pushfq\n\tpopq %0" : "=r" (flags)); /* { avow-verdict verified } */
  return flags;
}

__attribute__ ((naked)) void
naked (void)
{
  asm ("pushq %rbx; cpuid; popq %rbx; ret");
}

asm (".text; push_pop: pushq %rax; popq %rax; ret");
