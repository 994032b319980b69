/* Register variables: a call between the assignment and the statement, in sight and inlined away.  */
/* { dg-do run } */
/* { dg-options "-O2" } */
/* { dg-output "wrong right" } */
#include <stdio.h>

__attribute__ ((noipa)) static int
noise (int x)
{
  asm volatile ("movl $99, %%r10d; movl $98, %%r9d" : : : "r9", "r10");
  return x + 1;
}

static int
quiet (int x)
{
  return x + 1;
}

__attribute__ ((noipa)) static int
lost (int v)
{
  register int x asm ("r10") = v;
  int r = noise (v);
  asm volatile ("addl %1, %0" : "+r" (r) : "r" (x) : "cc"); /* { dg-warning "call of 'noise'.*lifetime" } */
  /* { dg-note "in this build: 'r10' holds what a call left there in 'lost'" "" { target *-*-* } .-1 } */
  return r;
}

__attribute__ ((noipa)) static int
kept (int v)
{
  register int x asm ("r10") = v;
  int r = quiet (v);
  asm volatile ("addl %1, %0" : "+r" (r) : "r" (x) : "cc"); /* { dg-warning "call of 'quiet'.*lifetime" } */
  /* { dg-note "latent: in this build nothing destroys 'r10' in between" "" { target *-*-* } .-1 } */
  return r;
}

int
main (void)
{
  printf ("%s %s\n", lost (5) == 11 ? "right" : "wrong", kept (5) == 11 ? "right" : "wrong");
  return 0;
}
