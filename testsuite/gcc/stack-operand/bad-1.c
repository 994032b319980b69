/* stack-operand: operands that GCC may address from the stack pointer.  */
/* { avow-modes 64 32 } */
/* { dg-options "-O2 -mno-red-zone" } */
#ifdef __x86_64__
#define SP "%%rsp"
#else
#define SP "%%esp"
#endif
typedef unsigned long word;

/* GCC 12: mov 8(%rsp), where x is no longer.  */
word
variable (word a)
{
  word x, r;
  asm volatile ("mov %1, %0" : "=m" (x) : "r" (a));
  asm volatile ("pushf\n\tmov %1, %0\n\tpopf" : "=r" (r) : "m" (x) : "memory"); /* { dg-warning "'mov %1, %0'.*%1.*[avow:stack-operand]" } */
  return r;
}

word
output (word a)
{
  word x;
  asm volatile ("pushf\n\tmov %1, %0\n\tpopf" : "=m" (x) : "r" (a) : "memory"); /* { dg-warning "%0.*[avow:stack-operand]" } */
  return x;
}

/* No register left: "g" is then a stack slot.  */
word
general (word a, word b)
{
  word r;
  asm ("push %1\n\tpush %2\n\tpop %0\n\tpop %0" : "=&r" (r) : "g" (a), "g" (b) : "memory"); /* { dg-warning "'push %2'.*%2.*[avow:stack-operand]" } */
  return r;
}

word
register_or_memory (word a)
{
  word r;
  asm ("sub $64, " SP "\n\tmov %1, %0\n\tadd $64, " SP : "=r" (r) : "rm" (a) : "memory", "cc"); /* { dg-warning "%1.*[avow:stack-operand]" } */
  return r;
}

/* An address is no better.  */
word
address (void)
{
  word x[2] = { 1, 2 };
  word *p;
  asm volatile ("pushf\n\tlea %a1, %0\n\tpopf" : "=r" (p) : "p" (x) : "memory"); /* { dg-warning "'lea %a1, %0'.*%1.*[avow:stack-operand]" } */
  return *p;
}

struct pair { word a, b; };

word
member (word a)
{
  struct pair p;
  asm volatile ("push %1\n\tpush %1\n\tpop %0\n\tadd $%c2, " SP : "=m" (p.b) : "r" (a), "i" (sizeof a) : "memory", "cc"); /* { dg-warning "'pop %0'.*%0.*[avow:stack-operand]" } */
  return p.b;
}

word
through_a_pointer (word a)
{
  word x = a, *p = &x, r;
  asm volatile ("pushf\n\tmov %1, %0\n\tpopf" : "=r" (r) : "m" (*p) : "memory"); /* { dg-warning "%1.*[avow:stack-operand]" } */
  return r;
}

/* In a routine of the body.  */
word
called (word a)
{
  word r;
  asm volatile ("call 1f\n\tjmp 2f\n1:\tmov %1, %0\n\tret\n2:" : "=r" (r) : "rm" (a) : "memory"); /* { dg-warning "%1.*[avow:stack-operand]" } */
  return r;
}

word
passed (word *p)
{
  word r;
  asm volatile ("pushf\n\tmov %1, %0\n\tpopf" : "=r" (r) : "m" (*p) : "memory"); /* { dg-warning "inlined.*[avow:stack-operand]" } */
  return r;
}
