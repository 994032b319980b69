/* Without optimisation nothing is kept from memory: what is said of memory is true, and does no harm here.  */
/* { dg-do run } */
/* { dg-options "-O0" } */
/* { avow-modes 64 32 } */
/* { dg-output "6 6 7 3" } */
#include <stdio.h>

static int
incremented (int x)
{
  int v = x;
  asm volatile ("incl %0" : "=m" (v) : : "cc"); /* { dg-warning "output-read" } */
  /* { dg-note "latent: in this build nothing is optimised" "" { target *-*-* } .-1 } */
  return v;
}

static int
input (int x)
{
  int v = x;
  asm volatile ("incl %0" : : "m" (v) : "cc"); /* { dg-warning "input-modified" } */
  /* { dg-note "latent: in this build nothing is optimised" "" { target *-*-* } .-1 } */
  return v;
}

static int
store (int *p)
{
  *p = 1;
  asm volatile ("movl $7, (%0)" : : "r" (p)); /* { dg-warning "memory-write" } */
  /* { dg-note "latent: in this build nothing is optimised" "" { target *-*-* } .-1 } */
  return *p;
}

static int
load (int k)
{
  int v = k, r, *p = &v;
  asm volatile ("movl (%1), %0" : "=r" (r) : "r" (p)); /* { dg-warning "memory-read" } */
  /* { dg-note "latent: in this build nothing is optimised" "" { target *-*-* } .-1 } */
  return r;
}

int
main (void)
{
  int x;
  printf ("%d %d %d %d\n", incremented (5), input (5), store (&x), load (3));
  return 0;
}
