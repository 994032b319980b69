/* stack-operand: the twins of bad-1.c, and what is never addressed from the stack pointer.  */
/* { avow-modes 64 32 } */
/* { dg-options "-O2 -mno-red-zone" } */
#ifdef __x86_64__
#define SP "%%rsp"
#define AX "%%rax"
#else
#define SP "%%esp"
#define AX "%%eax"
#endif
typedef unsigned long word;
extern word external;
static word own;
word *somewhere (void);

word
in_a_register (word a)
{
  word r;
  asm volatile ("pushf\n\tmov %1, %0\n\tpopf" : "=&r" (r) : "r" (a) : "memory"); /* { avow-verdict verified } */
  return r;
}

word
by_a_pointer (word a)
{
  word x = a, r;
  asm volatile ("pushf\n\tmov (%1), %0\n\tpopf" : "=&r" (r) : "r" (&x) : "memory"); /* { avow-verdict verified } */
  return r;
}

/* push computes the address before it moves the stack pointer, pop after it moved it back.  */
word
before (word a)
{
  word r;
  asm volatile ("push %1\n\tpop %0" : "=rm" (r) : "g" (a) : "memory"); /* { avow-verdict verified } */
  return r;
}

word
flags (void)
{
  word r;
  asm volatile ("pushf\n\tpop %0" : "=g" (r) : : "memory"); /* { avow-verdict verified } */
  return r;
}

word
before_and_behind (word a)
{
  word r;
  asm volatile ("mov %1, %0\n\tpush %0\n\tmov $0, %0\n\tpop %0\n\tadd %1, %0" : "=&r" (r) : "rm" (a) : "memory", "cc"); /* { avow-verdict verified } */
  return r;
}

/* Objects with an address of their own.  */
void
objects (void)
{
  static word local;
  asm volatile ("pushf\n\tincl %0\n\tincl %1\n\tincl %2\n\tpopf" /* { avow-verdict verified } */
                : "+m" (*(int *) &external), "+m" (*(int *) &own), "+m" (*(int *) &local) : : "memory", "cc");
}

/* Constants, and literals in memory.  */
void
constants (void)
{
  asm volatile ("push %0\n\tpush %1\n\tpop " AX "\n\tpop " AX : : "g" (5), "g" (7) : "memory", "eax"); /* { avow-verdict verified } */
}

/* Pointers from elsewhere.  */
word
from_a_call (void)
{
  word *p = somewhere (), r;
  asm volatile ("pushf\n\tmov %1, %0\n\tpopf" : "=&r" (r) : "m" (*p) : "memory"); /* { avow-verdict verified } */
  return r;
}

word
from_memory (word **pp)
{
  word r;
  asm volatile ("pushf\n\tmov %1, %0\n\tpopf" : "=&r" (r) : "m" (**pp) : "memory"); /* { avow-verdict verified } */
  return r;
}

/* Not inlined, so a parameter points to somewhere else.  */
__attribute__ ((noinline)) word
passed (word *p)
{
  word r;
  asm volatile ("pushf\n\tmov %1, %0\n\tpopf" : "=&r" (r) : "m" (*p) : "memory"); /* { avow-verdict verified } */
  return r;
}
