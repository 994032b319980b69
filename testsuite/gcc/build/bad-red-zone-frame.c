/* Without optimisation everything is kept there, addressed from the frame pointer: a leaf function keeps an array below the stack pointer, and the statement pushes onto it.  */
/* { dg-do run } */
/* { dg-options "-O0" } */
/* { dg-output "wrong wrong" } */
#include <stdio.h>

__attribute__ ((noipa)) static unsigned long
leaf (int i, unsigned long v)
{
  volatile unsigned long kept = v;
  asm volatile ("pushfq; popq %%rax" : : : "rax", "cc"); /* { dg-warning "red-zone" } */
  /* { dg-note "in this build: 'kept' is kept below the stack pointer in 'leaf'" "" { target *-*-* } .-1 } */
  return kept + i;
}

/* The arguments are kept there too.  */
__attribute__ ((noipa)) static unsigned long
plain (int i, unsigned long v)
{
  asm volatile ("pushfq; popq %%rax" : : : "rax", "cc"); /* { dg-warning "red-zone" } */
  /* { dg-note "in this build: '[iv]' is kept below the stack pointer in 'plain'" "" { target *-*-* } .-1 } */
  return v + i;
}

int
main (void)
{
  printf ("%s %s\n", leaf (1, 77) == 78 ? "right" : "wrong", plain (1, 77) == 78 ? "right" : "wrong");
  return 0;
}
