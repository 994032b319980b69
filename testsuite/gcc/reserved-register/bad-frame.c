/* Without optimisation every function has a frame pointer.  */
/* { avow-modes 64 32 } */
/* { dg-options "-O0" } */
void
frame (void)
{
  asm volatile ("movl $0, %%ebp" : : : "cc"); /* { dg-warning "bp', which is the frame pointer.*[avow:reserved-register]" } */
}
