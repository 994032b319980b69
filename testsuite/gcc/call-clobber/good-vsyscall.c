/* call-clobber: the system call entry of 32-bit C libraries is a system call.  */
/* { avow-modes 32 } */
long
syscall1 (long n, long a)
{
  long r;
  asm volatile ("call *%%gs:16" : "=a" (r) : "a" (n), "b" (a) : "memory"); /* { avow-verdict verified } */
  return r;
}

long
syscall1_hex (long n, long a)
{
  long r;
  asm volatile ("call *%%gs:0x10" : "=a" (r) : "a" (n), "b" (a) : "memory"); /* { avow-verdict verified } */
  return r;
}
