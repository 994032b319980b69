/* A part of the input is copied into the output, and then all of the input is needed.  */
long f (long x, long *p)
{
  long r;
  asm ("movzbl %b2, %k0; mov %2, %1" : "=r" (r), "=&r" (*p) : "r" (x)); /* { dg-warning "earlyclobber" } */
  return r;
}
/* With the whole of it there is nothing to lose.  */
long g (long x, long *p)
{
  long r;
  asm ("mov %2, %0; mov %2, %1" : "=r" (r), "=&r" (*p) : "r" (x)); /* { avow-verdict verified } */
  return r;
}
