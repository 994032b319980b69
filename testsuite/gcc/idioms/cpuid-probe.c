/* Does the processor have cpuid?  Flip ID, and see whether it stays (GCC's own cpuid.h does it so).  */
/* { dg-options "-O2 -mno-red-zone" } */
/* { avow-modes 64 32 } */
unsigned long
probe (void)
{
  unsigned long a, b;
  asm volatile ("pushf\n\tpushf\n\tpop %0\n\tmov %0, %1\n\txor %2, %0\n\tpush %0\n\tpopf\n\tpushf\n\tpop %0\n\tpopf" /* { avow-verdict verified } */
                : "=&r" (a), "=&r" (b) : "i" (0x200000));
  return a ^ b;
}

unsigned long
flipped (void)
{
  unsigned long a, b;
  asm volatile ("pushf\n\tpop %0\n\tmov %0, %1\n\txor $0x200000, %0\n\tpush %0\n\tpopf" : "=&r" (a), "=&r" (b)); /* { avow-verdict verified } */
  asm volatile ("pushf\n\tpop %0" : "=r" (a)); /* { avow-verdict verified } */
  return a ^ b;
}
