/* The input is saved, an output is written, and the input gets its value back: if both share a register, the
   output is lost.  */
long f (long x, long *p)
{
  long r, t;
  asm ("mov %2, %1; mov $1, %0; mov %1, %2" : "=r" (r), "=&r" (t) : "r" (x)); /* { dg-warning "earlyclobber" } */
  *p = t;
  return r;
}
/* The output is written again behind that.  */
long g (long x, long *p)
{
  long r, t;
  asm ("mov %2, %1; mov $1, %0; mov %1, %2; mov $2, %0" : "=r" (r), "=&r" (t) : "r" (x)); /* { avow-verdict verified } */
  *p = t;
  return r;
}
long h (long x, long *p)
{
  long r, t;
  asm ("mov %2, %1; mov $1, %0; mov %1, %2" : "=&r" (r), "=&r" (t) : "r" (x)); /* { avow-verdict verified } */
  *p = t;
  return r;
}
