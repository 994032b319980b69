/* red-zone: -mabi=ms has none; a function with the other convention has.  */
/* { dg-options "-O2 -mabi=ms" } */
long
flags (void)
{
  long f;
  asm volatile ("pushfq\n\tpopq %0" : "=r" (f)); /* { avow-verdict verified } */
  return f;
}

__attribute__ ((sysv_abi)) long
flags_of_the_other (void)
{
  long f;
  asm volatile ("pushfq\n\tpopq %0" : "=r" (f)); /* { dg-warning "[avow:red-zone]" } */
  return f;
}
