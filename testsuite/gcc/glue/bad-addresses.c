/* What looks like the same address and is not.  */
/* { dg-options "-O2" } */

extern long *global;
extern void opaque (void);

long
next_element (long *p)
{
  long x;
  asm volatile ("mov (%1), %0" : "=r" (x) : "r" (p + 1), "m" (*p)); /* { dg-warning "[avow:memory-read]" } */
  return x;
}

long
changed_before (long *p)
{
  long x, *q = p;
  p++;
  asm volatile ("mov (%1), %0" : "=r" (x) : "r" (p), "m" (*q)); /* { dg-warning "[avow:memory-read]" } */
  return x;
}

long
other_object (void)
{
  long a = 1, b = 2, x;
  asm volatile ("mov (%1), %0" : "=r" (x) : "r" (&a), "m" (b)); /* { dg-warning "[avow:memory-read]" } */
  return x;
}

/* Two loads of one pointer with a store between them: not the same, and not known
   to differ.  */
long
reloaded (void)
{
  long x, *p = global;
  opaque ();
  asm volatile ("mov (%1), %0" : "=r" (x) : "r" (p), "m" (*global)); /* { avow-verdict unverified } */
  return x;
}

/* The same, read from a volatile variable.  */
extern long *volatile moving;

long
volatile_pointer (void)
{
  long x;
  asm volatile ("mov (%1), %0" : "=r" (x) : "r" (moving), "m" (*moving)); /* { avow-verdict unverified } */
  return x;
}
