/* control-flow: the corrected twins, and ways out that are right.  */
/* { avow-modes 64 32 } */
/* { dg-options "-O2 -mno-red-zone" } */
int handler (void);
void give_up (void) __attribute__ ((noreturn));

/* (So that the unit knows it.)  */
void
declares (int a)
{
  if (a)
    give_up ();
}

int
conditional (int a)
{
  asm goto ("testl %0, %0\n\tjnz %l1" : : "r" (a) : "cc" : handle); /* { avow-verdict verified } */
  return 0;
handle:
  return handler ();
}

/* By value, as tables of labels do.  */
int
named (int a)
{
  asm goto ("testl %0, %0\n\tjnz %l[handle]\n\tjmp %l[handle]" : : "r" (a) : "cc" : handle); /* { avow-verdict verified } */
  __builtin_unreachable ();
handle:
  return handler ();
}

void
there_and_back (int a)
{
  asm volatile ("testl %0, %0\n\tjnz 3f\n2:\n\t.pushsection .text.unlikely, \"ax\"\n3:\tincl %0\n\tjmp 2b\n\t.popsection" /* { avow-verdict verified } */
                : "+r" (a) : : "cc");
}

/* It never comes back, and nobody waits for it.  */
void
dies (void)
{
  asm volatile ("ud2" : : : "memory"); /* { avow-verdict verified } */
  __builtin_unreachable ();
}

void
gives_up (int a)
{
  asm volatile ("testl %0, %0\n\tjnz give_up" : : "r" (a) : "cc", "memory"); /* { avow-verdict verified } */
}

/* Who knows what is there: no finding.  */
__attribute__ ((noreturn)) void
starts_program (void *entry, void *stack)
{
  asm volatile ("jmp *%0" : : "r" (entry), "a" (stack) : "memory"); /* { avow-verdict unverified "computed" } */
  __builtin_unreachable ();
}

/* Said by the attribute alone (GCC warns that the function does return).  */
__attribute__ ((noreturn)) void
leaves_at_the_end (int a)
{
  if (a)
    asm volatile ("jmp handler" : : : "memory"); /* { avow-verdict unverified "jump out" } */
  else
    asm volatile ("mov $0, %%ebx\n1:\thlt\n\tjmp 1b" : : : "memory"); /* { avow-verdict verified } */
} /* { dg-warning "does return" } */

__attribute__ ((noreturn)) void
leaves_for (void)
{
  asm volatile ("jmp handler" : : : "memory"); /* { avow-verdict unverified "jump out" } */
  for (;;)
    ;
}

/* The function is the template.  */
__attribute__ ((naked)) int
naked (void)
{
  asm ("movl $1, %eax; ret");
}

/* Into the body's own code: routines, and Linux' way to serialise (sync_core.h).  */
void
routine (void)
{
  asm volatile ("call 1f\n\tjmp 2f\n1:\tret\n2:" : : : "memory"); /* { avow-verdict verified } */
}

#ifdef __x86_64__
void
serialise (void)
{
  unsigned tmp;
  asm volatile ("mov %%ss, %0\n\tpushq %q0\n\tpushq %%rsp\n\taddq $8, (%%rsp)\n\tpushfq\n\tmov %%cs, %0\n\tpushq %q0\n\tpushq $1f\n\tiretq\n1:"
                : "=&r" (tmp) : : "cc", "memory");
}
#else
void
serialise (void)
{
  asm volatile ("pushfl\n\tpushl %%cs\n\tpushl $1f\n\tiret\n1:" : : : "memory");
}
#endif
