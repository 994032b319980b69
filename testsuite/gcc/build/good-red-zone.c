/* The red zone is in use, and what the statement overwrites there is not needed: it was read before, is written again
   before it is read, or is another part of it.  */
/* { dg-do run } */
/* { dg-options "-O2" } */
/* { dg-output "6 5 3 5" } */
#include <stdio.h>

__attribute__ ((noipa)) static int
written_again (int a)
{
  volatile int x = a;
  int r;
  asm volatile ("pushq $0; popq %%rcx" : "=r" (r) : "0" (a) : "rcx"); /* { dg-warning "red-zone" } */
  /* { dg-note "latent: in this build nothing of what it overwrites is needed" "" { target *-*-* } .-1 } */
  x = r + 1;
  return x;
}

__attribute__ ((noipa)) static int
read_before (int a)
{
  volatile int x = a;
  int r = x;
  asm volatile ("pushq $0; popq %%rcx" : "+r" (r) : : "rcx"); /* { dg-warning "red-zone" } */
  /* { dg-note "latent: in this build nothing of what it overwrites is needed" "" { target *-*-* } .-1 } */
  return r;
}

/* The array is not the first below the stack pointer.  */
__attribute__ ((noipa)) static int
elsewhere (int i)
{
  int v[4];
  for (int k = 0; k < 4; k++)
    v[k] = k;
  asm volatile ("" : : "r" (v) : "memory");
  asm volatile ("pushq $0x7777; popq %%rcx" : : : "rcx"); /* { dg-warning "red-zone" } */
  /* { dg-note "latent: in this build nothing of what it overwrites is needed" "" { target *-*-* } .-1 } */
  return v[i & 3];
}

/* There is none in a function that calls others.  */
__attribute__ ((noipa)) static int
no_leaf (int a)
{
  volatile int x = elsewhere (a) + 2;
  asm volatile ("pushq $0; popq %%rcx" : : : "rcx"); /* { dg-warning "red-zone" } */
  /* { dg-note "latent: in this build this function keeps nothing below" "" { target *-*-* } .-1 } */
  return x;
}

int
main (void)
{
  printf ("%d %d %d %d\n", written_again (5), read_before (5), elsewhere (3), no_leaf (3));
  return 0;
}
