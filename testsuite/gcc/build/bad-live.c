/* What is lost in this build, by name.  The program shows that it is lost.  */
/* { dg-do run } */
/* { dg-options "-O2" } */
/* { dg-output "2 0 wrong 14 wrong 4919 0 7" } */
#include <stdio.h>

/* The third argument comes in rdx.  */
__attribute__ ((noipa)) static unsigned long
argument (unsigned long x, unsigned long y, unsigned long z)
{
  unsigned long low;
  asm ("mulq %2" : "=a" (low) : "0" (x), "r" (y) : "cc"); /* { dg-warning "'rdx'" } */
  /* { dg-note "in this build: 'rdx' holds 'z' in 'argument'" "" { target *-*-* } .-1 } */
  return low + z;
}

__attribute__ ((noipa)) static int
id (int x)
{
  return x;
}

/* A value that must survive a call lives in rbx.  */
__attribute__ ((noipa)) static int
across_call (int count)
{
  id (1);
  asm volatile ("movl $0, %%ebx" : : : "cc"); /* { dg-warning "'rbx'" } */
  /* { dg-note "in this build: 'rbx' holds 'count' in 'across_call'" "" { target *-*-* } .-1 } */
  id (2);
  return count;
}

/* Nothing lives in r12 here, but the caller's value does.  */
__attribute__ ((noipa)) static void
callers (void)
{
  asm volatile ("movl $0, %%r12d" : : : "cc"); /* { dg-warning "'r12'" } */
  /* { dg-note "in this build: 'r12' belongs to the caller, and is not saved in 'callers'" "" { target *-*-* } .-1 } */
}

static int
calls (int *v)
{
  int a = id (v[0]), b = id (v[1]), c = id (v[2]), d = id (v[3]), e = id (v[4]), f = id (v[5]);
  callers ();
  return id (a) == 1 && id (b) == 2 && id (c) == 3 && id (d) == 4 && id (e) == 5 && id (f) == 6;
}

/* The output and the input share a register.  */
__attribute__ ((noipa)) static unsigned long
shared (unsigned long x, unsigned long y)
{
  unsigned long r;
  asm ("movl $7, %k0; addq %1, %0" : "=r" (r) : "r" (x) : "cc"); /* { dg-warning "earlyclobber" } */
  /* { dg-note "in this build: 'rdi' also holds 'x', which is still needed in 'shared'" "" { target *-*-* } .-1 } */
  return r + y;
}

/* The input is used again.  */
__attribute__ ((noipa)) static int
used_again (int x)
{
  asm volatile ("negl %0" : : "r" (x) : "cc"); /* { dg-warning "input-modified" } */
  /* { dg-note "in this build: 'rdi' holds 'x' in 'used_again'" "" { target *-*-* } .-1 } */
  return x + 1;
}

/* Only the low byte of the result is written.  */
__attribute__ ((noipa)) static int
low_byte (void)
{
  int r;
  asm volatile ("movb $0x37, %b0" : "=a" (r)); /* { dg-warning "output-unwritten|output-read" } */
  /* { dg-note "in this build: %0 is in 'rax', which holds nothing on entry in 'low_byte'" "" { target *-*-* } .-1 } */
  return r;
}

/* A floating-point argument.  */
__attribute__ ((noipa)) static double
second (double a, double b)
{
  asm volatile ("xorps %%xmm1, %%xmm1" : : : "memory"); /* { dg-warning "'xmm1'" } */
  /* { dg-note "in this build: 'xmm1' holds 'b' in 'second'" "" { target *-*-* } .-1 } */
  return a * b;
}

/* One of the inlined copies does harm.  */
static inline void
helper (void)
{
  asm volatile ("movl $7, %%r8d" : : : "cc"); /* { dg-warning "'r8'" } */
  /* { dg-note "in this build: 'r8' holds 'e' in 'outer' .inlined: 'helper' into 'middle'. .1 of 2 copies." "" { target *-*-* } .-1 } */
}

static inline void
middle (void)
{
  helper ();
}

__attribute__ ((noipa)) static int
outer (int a, int b, int c, int d, int e)
{
  middle ();
  asm volatile ("" : "+r" (a));
  return e + a - 1 + 0 * (b + c + d);
}

__attribute__ ((noipa)) static void
harmless (void)
{
  helper ();
}

int
main (void)
{
  int v[] = { 1, 2, 3, 4, 5, 6 };
  int saved = calls (v);
  harmless ();
  printf ("%lu %d %s %lu %s ", argument (1, 2, 3) - 1 + 1, across_call (5), saved ? "right" : "wrong",
          shared (3, 0), used_again (5) == 6 ? "right" : "wrong");
  id (0x1300);
  printf ("%d ", low_byte ());
  printf ("%g %d\n", second (2, 3), outer (1, 2, 3, 4, 5));
  return 0;
}
