/* reserved-register: the variable is an operand; the frame pointer is restored; without these options it is an ordinary
   register.  */
/* { dg-options "-O2 -fomit-frame-pointer -mno-red-zone -ffixed-r13" } */
register long counter asm ("r12");
void
operand (void)
{
  asm volatile ("incq %0" : "+r" (counter) : : "cc"); /* { avow-verdict verified } */
}
long
reads (void)
{
  long r;
  asm volatile ("movq %1, %0" : "=r" (r) : "r" (counter)); /* { avow-verdict verified } */
  return r;
}
__attribute__ ((optimize ("no-omit-frame-pointer"))) void
restored (void)
{
  asm volatile ("pushq %%rbp; movl $0, %%ebp; popq %%rbp" : : : "cc"); /* { avow-verdict verified } */
}
void
ordinary (void)
{
  asm volatile ("movl $0, %%ebp" : : : "rbp"); /* { avow-verdict verified } */
}
void
declared (void)
{
  asm volatile ("movl $0, %%r13d" : : : "r13"); /* { avow-verdict verified } */
}
