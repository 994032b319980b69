/* A register that -ffixed-REG takes from the compiler: a note.  */
/* { dg-options "-O2 -ffixed-r13" } */
void
fixed (void)
{
  asm volatile ("movl $0, %%r13d" : : : "cc"); /* { dg-note "r13.*reserved by -ffixed.*[avow:reserved-register]" } */
}
