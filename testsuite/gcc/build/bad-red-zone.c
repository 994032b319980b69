/* A leaf function keeps an array below the stack pointer, and the statement pushes onto it.  */
/* { dg-do run } */
/* { dg-options "-O2" } */
/* { dg-output "wrong right" } */
#include <stdio.h>

__attribute__ ((noipa)) static unsigned long
leaf (int i, unsigned long v)
{
  volatile unsigned long kept = v;
  asm volatile ("pushfq; popq %%rax" : : : "rax", "cc"); /* { dg-warning "red-zone" } */
  /* { dg-note "in this build: 'kept' is kept below the stack pointer in 'leaf'" "" { target *-*-* } .-1 } */
  return kept + i;
}

/* The same in a function that keeps nothing there.  */
__attribute__ ((noipa)) static unsigned long
plain (int i, unsigned long v)
{
  asm volatile ("pushfq; popq %%rax" : : : "rax", "cc"); /* { dg-warning "red-zone" } */
  /* { dg-note "latent: in this build this function keeps nothing below the stack pointer" "" { target *-*-* } .-1 } */
  return v + i;
}

int
main (void)
{
  printf ("%s %s\n", leaf (1, 77) == 78 ? "right" : "wrong", plain (1, 77) == 78 ? "right" : "wrong");
  return 0;
}
