/* The shadow stack is no memory that C code could name; a pointer is.  */
/* { avow-modes 64 } */
void mend (unsigned long to)
{
  unsigned long ssp = 1;
  asm volatile ("rdsspq %0; cmp $1, %0; je 1f; wrssq %1, -8(%0); 1:" : "+&r" (ssp) : "r" (to) : "cc"); /* { avow-verdict verified } */
}
void mend_scratch (unsigned long to)
{
  asm volatile ("mov $1, %%ecx; rdsspq %%rcx; wrssq %0, -8(%%rcx)" : : "r" (to) : "rcx"); /* { avow-verdict verified } */
}
