void f (void) { asm volatile ("nop"); } /* { avow-verdict verified } */
void g (void)
{
  asm volatile ("frobnicate");
  /* { avow-verdict unverified "frobnicate" .-1 } */
}
