/* A call from the template: in a leaf function the stack is off by eight, in one that calls others it is
   aligned.  The callee stores with movaps, and is told to count how it is called.  */
/* { dg-do run } */
/* { dg-options "-O2 -mno-red-zone" } */
/* { dg-output "of aligned" } */
#include <stdio.h>

__attribute__ ((noipa, used)) static long
callee (void)
{
  long sp;
  asm volatile ("movq %%rsp, %0" : "=r" (sp));
  return (sp + 8) & 15;
}

#define CLOBBERS "rcx", "rdx", "rsi", "rdi", "r8", "r9", "r10", "r11", "memory", "cc", \
  "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12", \
  "xmm13", "xmm14", "xmm15"

__attribute__ ((noipa, used)) static long
leaf (void)
{
  long r;
  asm volatile ("call callee" : "=a" (r) : : CLOBBERS); /* { dg-note "stack aligned.*[avow:call-clobber]" } */
  /* { dg-note "in this build: the stack pointer is 8 bytes off in 'leaf'" "" { target *-*-* } .-1 } */
  return r;
}

__attribute__ ((noipa, used)) static long
calls (void)
{
  long r;
  putchar ('o');
  asm volatile ("call callee" : "=a" (r) : : CLOBBERS);
  putchar ('f');
  return r;
}

int
main (void)
{
  long a = leaf (), b = calls ();
  printf ("%s\n", a && !b ? " aligned" : " not");
  return 0;
}
