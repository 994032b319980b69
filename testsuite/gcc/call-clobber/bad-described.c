/* call-clobber and others: calls of described routines that the contract does not cover.  */
/* { dg-options "-O2 -mno-red-zone -mno-sse -mno-mmx -mno-80387 -mcmodel=kernel -fno-pic -mpreferred-stack-boundary=3" } */
extern void copy_user_generic_unrolled (void);

int
put_user (int *p, int x)
{
  int err;
  asm volatile ("call __put_user_4" : "=c" (err) : "0" (p), "a" (x)); /* { dg-warning "may destroy rbx.*[avow:call-clobber]" } */
  return err;
}

unsigned
hweight32 (unsigned w)
{
  unsigned r;
  asm ("call __sw_hweight32" : "=a" (r) : "c" (w)); /* { dg-warning "register 'rdi'.*[avow:register-read]" } */
  return r;
}

unsigned long
copy (void *to, const void *from, unsigned n)
{
  unsigned long r;
  asm volatile ("call %P4" : "=a" (r), "+D" (to), "+S" (from), "+d" (n) : "i" (copy_user_generic_unrolled) /* { dg-warning "\"memory\" is not.*[avow:call-clobber]" } */
                : "rcx", "r8", "r9", "r10", "r11", "cc");
  return r;
}
