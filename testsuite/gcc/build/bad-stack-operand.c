/* An operand that is addressed from the stack pointer, used behind a push; and one that is not in this build.  */
/* { dg-do run } */
/* { dg-options "-O2 -mno-red-zone -fomit-frame-pointer" } */
/* { dg-output "wrong right" } */
#include <stdio.h>

__attribute__ ((noipa)) static long
from_stack (long x)
{
  volatile long v = x;
  long r;
  asm volatile ("pushq $0; movq %1, %0; addq $8, %%rsp" : "=r" (r) : "m" (v) : "cc"); /* { dg-warning "stack-operand" } */
  /* { dg-note "in this build: %1 is addressed from the stack pointer in 'from_stack'" "" { target *-*-* } .-1 } */
  return r;
}

struct s { long v; };
static inline long
from_pointer (const struct s *s)
{
  long r;
  asm volatile ("pushq $0; movq %1, %0; addq $8, %%rsp" : "=r" (r) : "m" (s->v) : "cc"); /* { dg-warning "inlined.*stack-operand" } */
  /* { dg-note "latent: in this build" "" { target *-*-* } .-1 } */
  return r;
}

__attribute__ ((noipa)) static long
through (const struct s *s)
{
  return from_pointer (s);
}

int
main (void)
{
  struct s s = { 5 };
  printf ("%s %s\n", from_stack (5) == 5 ? "right" : "wrong", through (&s) == 5 ? "right" : "wrong");
  return 0;
}
