/* A leaf function keeps an array below the stack pointer, and the statement pushes onto it.  No patch says
   that before GCC 15 (no patch).  */
/* { dg-do run } */
/* { dg-require x86 } */
/* { avow-options "mode=fix" } */
/* { avow-broken-output "*" } */
/* { dg-output "78 79" } */
#include <stdio.h>

static inline void
push (void)
{
  asm volatile ("pushfq; popq %%rax" : : : "rax", "cc"); /* { dg-note "repaired: the function does without the red zone" } */
}

__attribute__ ((noipa)) static unsigned long
leaf (int i, unsigned long v)
{
  volatile unsigned long kept = v;
  push ();
  return kept + i;
}

__attribute__ ((noipa)) static unsigned long
other (int i, unsigned long v)
{
  volatile unsigned long kept[3] = { v, v, v };
  asm volatile ("pushq %0; pushq %0; addq $16, %%rsp" : : "r" (0UL) : "cc");
  return kept[0] + kept[1] + kept[2] - 2 * v + i;
}

int main (void) { printf ("%lu %lu\n", leaf (1, 77), other (2, 77)); return 0; }
