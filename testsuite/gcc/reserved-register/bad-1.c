/* reserved-register: a global register variable, declared as a clobber or not; the frame pointer.  */
/* { dg-options "-O1 -fno-omit-frame-pointer" } */
register long counter asm ("r12");
void
undeclared (void)
{
  asm volatile ("movq $1, %%r12" : : : "cc"); /* { dg-warning "'r12', which is a global register variable.*[avow:reserved-register]" } */
}
void
clobbered (void)
{
  asm volatile ("xorl %%r12d, %%r12d" : : : "r12", "cc"); /* { dg-warning "r12.*[avow:reserved-register]" } */
}
void
frame (void)
{
  asm volatile ("movl $0, %%ebp" : : : "cc"); /* { dg-warning "rbp', which is the frame pointer.*[avow:reserved-register]" } */
}
