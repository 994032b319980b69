/* red-zone: the 32-bit ABI has none, nor has -mabi=ms.  */
/* { avow-modes 32 } */
unsigned
flags (void)
{
  unsigned f;
  asm volatile ("pushfl\n\tpopl %0" : "=r" (f)); /* { avow-verdict verified } */
  return f;
}

void
identify (unsigned leaf, unsigned *a)
{
  asm volatile ("pushl %%ebx\n\tcpuid\n\tpopl %%ebx" : "+a" (leaf) : : "ecx", "edx"); /* { avow-verdict verified } */
  *a = leaf;
}
