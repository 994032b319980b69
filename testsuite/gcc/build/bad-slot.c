/* Outputs in memory whose old value matters: the compiler dropped the store in front, because the operand is declared as
   written.  */
/* { dg-do run } */
/* { dg-options "-O2" } */
/* { avow-modes 64 32 } */
/* { dg-output "wrong wrong wrong" } */
#include <stdio.h>

__attribute__ ((noipa)) static void
fill (void)
{
  volatile int a[40];
  for (int i = 0; i < 40; i++)
    a[i] = 0x1111;
}

__attribute__ ((noipa)) static int
incremented (int x)
{
  int v = x;
  asm volatile ("incl %0" : "=m" (v) : : "cc"); /* { dg-warning "output-read" } */
  /* { dg-note "in this build: nothing is stored to %0 before in 'incremented'" "" { target *-*-* } .-1 } */
  return v;
}

__attribute__ ((noipa)) static int
low_byte (int x)
{
  int v = x;
  asm volatile ("movb $1, %0" : "=m" (v)); /* { dg-warning "output-read" } */
  /* { dg-note "in this build: nothing is stored to %0 before in 'low_byte'" "" { target *-*-* } .-1 } */
  return v;
}

__attribute__ ((noipa)) static int
sometimes (int c, int x)
{
  int v = x;
  asm volatile ("testl %1, %1; jz 1f; movl $3, %0; 1:" : "=m" (v) : "r" (c) : "cc"); /* { dg-warning "output-(read|unwritten)" } */
  /* { dg-note "in this build: nothing is stored to %0 before in 'sometimes'" "" { target *-*-* } .-1 } */
  return v;
}

int
main (void)
{
  fill ();
  printf ("%s ", incremented (5) == 6 ? "right" : "wrong");
  fill ();
  printf ("%s ", low_byte (0x500) == 0x501 ? "right" : "wrong");
  fill ();
  printf ("%s\n", sometimes (0, 5) == 5 ? "right" : "wrong");
  return 0;
}
