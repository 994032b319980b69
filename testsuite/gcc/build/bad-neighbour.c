/* A store that leaves its operand's object destroys what lies beside it in the frame: which variable is that, and does
   anybody need it?  */
/* { dg-do run } */
/* { dg-options "-O2" } */
/* { avow-modes 64 32 } */
/* { dg-output "wrong right" } */
#include <stdio.h>

__attribute__ ((noipa)) static int
beside (int x, int y)
{
  volatile int first = x, middle = y, last = x;
  int a, c;
  asm volatile ("movl $0, 4+%0" : "=m" (middle) : : "memory"); /* { dg-warning "memory-size" } */
  /* { dg-note "in this build: it overwrites '(first|last)', which lies beside %0 in 'beside'" "" { target *-*-* } .-1 } */
  a = first;
  c = last;
  return a == x && c == x;
}

/* Written again before anybody looks.  */
__attribute__ ((noipa)) static int
written_again (int x, int y)
{
  volatile int first = x, middle = y, last = x;
  int a, c;
  asm volatile ("movl $0, 4+%0" : "=m" (middle) : : "memory"); /* { dg-warning "memory-size" } */
  /* { dg-note "latent: in this build nothing that is needed lies there" "" { target *-*-* } .-1 } */
  first = y;
  last = y;
  a = first;
  c = last;
  return a == y && c == y;
}

int
main (void)
{
  printf ("%s %s\n", beside (5, 6) ? "right" : "wrong", written_again (5, 6) ? "right" : "wrong");
  return 0;
}
