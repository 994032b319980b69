/* The same mistakes where they do no harm in this build: defects all the same, and said to be latent.  The
   program gives the right answers.  */
/* { dg-do run } */
/* { dg-options "-O2" } */
/* { dg-output "2 5 1 10 6 55 6" } */
#include <stdio.h>

__attribute__ ((noipa)) static unsigned long
argument (unsigned long x, unsigned long y)
{
  unsigned long low;
  asm ("mulq %2" : "=a" (low) : "0" (x), "r" (y) : "cc"); /* { dg-warning "'rdx'" } */
  /* { dg-note "latent: in this build nothing lives in 'rdx'" "" { target *-*-* } .-1 } */
  return low;
}

__attribute__ ((noipa)) static int
id (int x)
{
  return x;
}

/* rbx is saved for another value, which is not needed any more.  */
__attribute__ ((noipa)) static int
across_call (int count)
{
  id (1);
  id (count);
  asm volatile ("movl $0, %%ebx" : : : "cc"); /* { dg-warning "'rbx'" } */
  /* { dg-note "latent: in this build nothing lives in 'rbx'" "" { target *-*-* } .-1 } */
  return 5;
}

/* The operands got registers of their own.  */
__attribute__ ((noipa)) static unsigned long
apart (unsigned long x, unsigned long y)
{
  unsigned long r;
  asm ("movl $7, %k0; addq %1, %0" : "=r" (r) : "r" (x) : "cc"); /* { dg-warning "earlyclobber" } */
  /* { dg-note "latent: in this build the operands have registers that exclude it" "" { target *-*-* } .-1 } */
  return r + y + 0 * id (x);
}

/* The input is not used again.  */
__attribute__ ((noipa)) static int
used_once (int x)
{
  asm volatile ("negl %0" : : "r" (x) : "cc"); /* { dg-warning "input-modified" } */
  /* { dg-note "latent: in this build nothing lives in 'rdi'" "" { target *-*-* } .-1 } */
  return 6;
}

/* The result is not used.  */
__attribute__ ((noipa)) static int
unused (void)
{
  int r, copy;
  asm volatile ("movb $0x37, %b0" : "=a" (r)); /* { dg-warning "output-unwritten|output-read" } */
  /* { dg-note "latent: in this build the result in 'rax' is not used" "" { target *-*-* } .-1 } */
  copy = r;
  return 55;
}

__attribute__ ((noipa)) static double
second (double a, double b)
{
  asm volatile ("xorps %%xmm2, %%xmm2" : : : "memory"); /* { dg-warning "'xmm2'" } */
  /* { dg-note "latent: in this build nothing lives in 'xmm2'" "" { target *-*-* } .-1 } */
  return a * b;
}

int
main (void)
{
  printf ("%lu %d ", argument (1, 2), across_call (5));
  printf ("%d %lu %d %d %g\n", id (1), apart (3, 0), used_once (5), unused (), second (2, 3));
  return 0;
}
