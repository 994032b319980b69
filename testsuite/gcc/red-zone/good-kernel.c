/* red-zone: what kernels do, with the options that they use.  */
/* { dg-options "-O2 -mno-red-zone" } */
unsigned long
native_save_fl (void)
{
  unsigned long flags;
  asm volatile ("# native_save_fl\n\tpushf ; pop %0" : "=rm" (flags) : : "memory"); /* { avow-verdict verified } */
  return flags;
}

void *
where (void)
{
  void *pc;
  asm ("call 1f\n1:\tpopq %0" : "=r" (pc)); /* { avow-verdict verified } */
  return pc;
}
