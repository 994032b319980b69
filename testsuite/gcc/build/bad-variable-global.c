/* A global register variable in a register that calls may destroy: the functions of the program know it, those of the
   library do not.  */
/* { dg-do run } */
/* { dg-options "-O2 -w" } */
/* { dg-require x86 } */
/* { dg-output "right right wrong" } */
#include <stdio.h>
#include <stdlib.h>

register long kept asm ("r14");
register long used asm ("r10");

static int
compare (const void *a, const void *b)
{
  asm volatile ("movl $77, %%r10d" : : : "r10");
  return *(const int *) a - *(const int *) b;
}

__attribute__ ((noipa)) static int
own (int v)
{
  return v;
}

__attribute__ ((noipa)) static int
behind_own (int v)
{
  int r;
  used = v;
  r = own (v);
  asm volatile ("addl %k1, %0" : "+r" (r) : "r" (used) : "cc");
  return r;
}

__attribute__ ((noipa)) static int
in_saved_register (int v)
{
  int r = 0, q[3] = { 3, 2, 1 };
  kept = v;
  qsort (q, 3, sizeof *q, compare);
  asm volatile ("addl %k1, %0" : "+r" (r) : "r" (kept) : "cc");
  return r;
}

__attribute__ ((noipa)) static int
behind_library (int v)
{
  int r = 0, q[3] = { 3, 2, 1 };
  used = v;
  qsort (q, 3, sizeof *q, compare);
  asm volatile ("addl %k1, %0" : "+r" (r) : "r" (used) : "cc"); /* { avow-verdict violation "call of 'qsort'" } */
  return r;
}

int
main (void)
{
  int a = behind_own (5), b = in_saved_register (5), c = behind_library (5);
  printf ("%s %s %s\n", a == 10 ? "right" : "wrong", b == 5 ? "right" : "wrong", c == 5 ? "right" : "wrong");
  return 0;
}
