/* Register variables that are lost on some path, where only the code shows it: a call in another block, the
   call of the next turn of a loop, a call that GCC makes of an operator.  */
/* { dg-do run } */
/* { dg-options "-O2 -mno-popcnt" } */
/* { dg-output "right wrong right wrong right right right" } */
#include <stdio.h>

__attribute__ ((noipa)) static int
noise (int x)
{
  asm volatile ("movl $99, %%r10d; movl $98, %%ecx" : : : "ecx", "r10");
  return x + 1;
}

__attribute__ ((noipa)) static int
branch (int v, int c)
{
  register int x asm ("r10") = v;
  int r = 1;
  if (c)
    r = noise (v);
  asm volatile ("addl %1, %0" : "+r" (r) : "r" (x) : "cc"); /* { dg-warning "call of 'noise'.*lifetime" } */
  /* { dg-note "in this build: 'r10' holds what a call left there in 'branch'" "" { target *-*-* } .-1 } */
  return r;
}

__attribute__ ((noipa)) static int
loop (int v, int n)
{
  register int x asm ("r10") = v;
  int r = 0;
  for (int i = 0; i < n; i++)
    {
      asm volatile ("addl %1, %0" : "+r" (r) : "r" (x) : "cc"); /* { dg-warning "call of 'noise'.*lifetime" } */
      /* { dg-note "in this build: 'r10' holds what a call left there in 'loop'" "" { target *-*-* } .-1 } */
      noise (i);
    }
  return r;
}

__attribute__ ((noipa)) static int
in_operator (int v)
{
  register int x asm ("r10") = v;
  int r = __builtin_popcount (v);
  asm volatile ("addl %1, %0" : "+r" (r) : "r" (x) : "cc"); /* { dg-warning "call of '__popcountdi2'.*lifetime" } */
  return r;
}

/* Assigned behind the call on every path: nothing to say.  */
__attribute__ ((noipa)) static int
assigned_again (int v, int n)
{
  register int x asm ("r10");
  int r = noise (v);
  x = v;
  if (n)
    {
      r += noise (v);
      x = n;
    }
  asm volatile ("addl %1, %0" : "+r" (r) : "r" (x) : "cc");
  return r;
}

/* The result of a call is an assignment.  */
__attribute__ ((noipa)) static int
result (int v)
{
  register int x asm ("eax") = noise (v);
  int r = 0;
  asm volatile ("addl %1, %0" : "+r" (r) : "r" (x) : "cc");
  return r;
}

/* A comment allows it.  */
__attribute__ ((noipa)) static int
allowed (int v, int c)
{
  register int x asm ("r10") = v;
  int r = 1;
  if (c)
    r = noise (v);
  asm volatile ("addl %1, %0 /* avow: allow lifetime: noise is asm and keeps r10 */" : "+r" (r) : "r" (x) : "cc");
  return r;
}

int
main (void)
{
  printf ("%s %s ", branch (5, 0) == 6 ? "right" : "wrong", branch (5, 1) == 11 ? "right" : "wrong");
  printf ("%s %s ", loop (5, 1) == 5 ? "right" : "wrong", loop (5, 2) == 10 ? "right" : "wrong");
  in_operator (7);
  printf ("%s %s %s\n", assigned_again (5, 7) == 19 ? "right" : "wrong", result (5) == 6 ? "right" : "wrong",
          allowed (5, 0) == 6 ? "right" : "wrong");
  return 0;
}
