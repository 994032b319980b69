/* A register of the caller: saved by this function only on the way that needs it (shrink-wrapping), or not because it
   belongs to another convention.  */
/* { dg-do run } */
/* { dg-options "-O2" } */
/* { dg-output "wrong wrong 0" } */
#include <stdio.h>
#include <unistd.h>

__attribute__ ((noipa)) static int
id (int x)
{
  return x;
}

__attribute__ ((noipa)) static int
fast_way (int x, int y)
{
  if (__builtin_expect (x == 0, 1))
    {
      asm volatile ("xorl %%ebx, %%ebx" : : : "cc"); /* { dg-warning "'rbx'" } */
      /* { dg-note "in this build: 'rbx' belongs to the caller, and is not saved in 'fast_way'" "" { target *-*-* } .-1 } */
      return 0;
    }
  x = id (x) + y;
  return id (x) + y;
}

__attribute__ ((ms_abi, noipa)) static int
other_convention (int x)
{
  asm volatile ("movl $0, %%esi" : : : "cc"); /* { dg-warning "'rsi'" } */
  /* { dg-note "in this build: 'rsi' belongs to the caller, and is not saved in 'other_convention'" "" { target *-*-* } .-1 } */
  return x;
}

/* A function that does not come back owes nothing.  */
__attribute__ ((noipa, noreturn)) static void
last (int x)
{
  asm volatile ("xorl %%r13d, %%r13d" : : : "cc"); /* { dg-warning "'r13'" } */
  /* { dg-note "latent: in this build nothing lives in 'r13'" "" { target *-*-* } .-1 } */
  printf ("%d\n", x);
  fflush (NULL);
  _exit (0);
}

int
main (void)
{
  long kept = 5;
  register long also asm ("rsi");
  int r;
  asm volatile ("" : "+b" (kept));
  r = fast_way (0, 1);
  asm volatile ("" : "+b" (kept));
  printf ("%s ", kept == 5 ? "right" : "wrong");
  also = 6;
  asm volatile ("" : "+r" (also));
  r += other_convention (0);
  asm volatile ("" : "+r" (also));
  printf ("%s ", also == 6 ? "right" : "wrong");
  last (r);
}
