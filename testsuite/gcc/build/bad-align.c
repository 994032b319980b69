/* Is the slot of a memory operand aligned as the instruction needs?  The frame of this build decides, and so does the
   place of a member in an object of this unit.  */
/* { dg-do run } */
/* { dg-options "-O2 -msse2" } */
/* { avow-modes 64 32 } */
/* { dg-output "5 5 fault fault" } */
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>

struct member { int before, v[4]; };
struct aligned { int before[4], v[4]; };

static sigjmp_buf out;

static void
on_fault (int n)
{
  siglongjmp (out, n);
}

#define LOAD "movaps %1, %%xmm0; movd %%xmm0, %0"

/* An array of 16 bytes has its place at a multiple of 16 (in 32-bit mode because the frame is aligned so).  */
__attribute__ ((noipa)) static int
array (int x)
{
  int v[4] __attribute__ ((aligned (16))) = { x, x, x, x }, r;
  asm volatile (LOAD : "=r" (r) : "m" (v) : "xmm0");
  return r;
}

/* So has a part of it; in 32-bit mode the type asks for less, and the frame is aligned all the same.  */
__attribute__ ((noipa)) static int
good_member (int x)
{
  union { struct aligned a; long double force; } u = { { { x, x, x, x }, { x, x, x, x } } };
  int r;
  asm volatile ("" : "+m" (u));
  asm volatile (LOAD : "=r" (r) : "m" (u.a.v) : "xmm0"); /* { dg-warning "memory-align" "" { target ia32 } } */
  /* { dg-note "latent: in this build %1 is aligned" "" { target ia32 } .-1 } */
  return r;
}

__attribute__ ((noipa)) static int
bad_member (int x)
{
  struct member s __attribute__ ((aligned (16))) = { x, { x, x, x, x } };
  int r;
  asm volatile (LOAD : "=r" (r) : "m" (s.v) : "xmm0"); /* { dg-warning "memory-align" } */
  /* { dg-note "in this build: the address is 4 bytes past a multiple of 16 in 'bad_member'" "" { target *-*-* } .-1 } */
  return r;
}

static struct member in_unit __attribute__ ((aligned (16))) = { 1, { 2, 3, 4, 5 } };

__attribute__ ((noipa)) static int
of_unit (void)
{
  int r;
  asm volatile (LOAD : "=r" (r) : "m" (in_unit.v) : "xmm0"); /* { dg-warning "memory-align" } */
  /* { dg-note "in this build: the address is 4 bytes past a multiple of 16 in 'of_unit'" "" { target *-*-* } .-1 } */
  return r;
}

static void
show (int value)
{
  printf (" %d", value);
}

int
main (void)
{
  signal (SIGSEGV, on_fault);
  printf ("%d", array (5));
  show (good_member (5));
  if (!sigsetjmp (out, 1))
    show (bad_member (5));
  else
    printf (" fault");
  if (!sigsetjmp (out, 1))
    show (of_unit ());
  else
    printf (" fault\n");
  return 0;
}
