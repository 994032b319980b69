/* The glue gives the pointer operand and the memory operand one address, however
   either of them is written.  Each statement stores to, or loads from, exactly what
   its memory operand names.  */
/* { dg-options "-O2" } */
/* { avow-modes 64 32 } */

struct item
{
  long key, values[4];
  struct item *next;
};

extern struct item *head;

void
plain (long *p)
{
  asm volatile ("mov (%1), %0" : "=r" (p[1]) : "r" (p), "m" (*p)); /* { avow-verdict verified } */
}

long
displaced (long *p)
{
  long x;
  asm volatile ("mov (%1), %0" : "=r" (x) : "r" (p + 2), "m" (p[2])); /* { avow-verdict verified } */
  return x;
}

long
indexed (long *p, int i)
{
  long x;
  asm volatile ("mov (%1), %0" : "=r" (x) : "r" (p + i), "m" (p[i])); /* { avow-verdict verified } */
  return x;
}

long
field (struct item *p)
{
  long x;
  asm volatile ("mov (%1), %0" : "=r" (x) : "r" (&p->values[1]), "m" (p->values[1])); /* { avow-verdict verified } */
  return x;
}

long
field_of_next (struct item *p, int i)
{
  long x;
  asm volatile ("mov (%1), %0" : "=r" (x) : "r" (&p->next->values[i]), "m" (p->next->values[i])); /* { avow-verdict verified } */
  return x;
}

long
global_pointer (void)
{
  long x;
  asm volatile ("mov (%1), %0" : "=r" (x) : "r" (head), "m" (*head)); /* { avow-verdict verified } */
  return x;
}

long
local_object (void)
{
  long v = 1, x;
  asm volatile ("mov (%1), %0" : "=r" (x) : "r" (&v), "m" (v)); /* { avow-verdict verified } */
  return x;
}

long
array (void)
{
  long a[4] = { 1, 2, 3, 4 }, x;
  asm volatile ("mov (%1), %0" : "=r" (x) : "r" (a), "m" (a)); /* { avow-verdict verified } */
  asm volatile ("mov (%1), %0" : "=r" (a[1]) : "r" (a), "m" (a[0])); /* { avow-verdict verified } */
  return x + a[1];
}

void
variable_length (const char *from, unsigned long n)
{
  asm volatile ("movb (%0), %%al" : : "r" (from), "m" (*(const char (*)[n]) from) : "eax"); /* { avow-verdict verified } */
}

void
as_integer (long *p)
{
  asm volatile ("add $1, (%1)" : "+m" (*p) : "r" ((unsigned long) p) : "cc"); /* { avow-verdict verified } */
}

void
through_a_copy (long *p)
{
  long *q = p;
  asm volatile ("add $1, (%1)" : "+m" (*p) : "r" (q) : "cc"); /* { avow-verdict verified } */
}
