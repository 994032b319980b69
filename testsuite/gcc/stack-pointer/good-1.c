/* stack-pointer: the corrected twins of bad-1.c, and idioms that look bad and are right.  */
/* { avow-modes 64 32 } */
/* { dg-options "-O2 -mno-red-zone" } */
#ifdef __x86_64__
#define SP "%%rsp"
#define BX "%%rbx"
#define WORD 8
#define BXC "rbx"
#else
#define SP "%%esp"
#define BX "%%esi"
#define BXC "esi"
#define WORD 4
#endif
typedef unsigned long word;

void
pair (void)
{
  asm volatile ("push " SP "\n\tpop " SP : : : "memory"); /* { avow-verdict verified } */
}

word
pops (word a)
{
  word w;
  asm volatile ("push %1\n\tpop %0" : "=r" (w) : "r" (a) : "memory"); /* { avow-verdict verified } */
  return w;
}

void
grows (void)
{
  asm volatile ("sub $64, " SP "\n\tadd $64, " SP : : : "memory", "cc"); /* { avow-verdict verified } */
}

/* As many pops as pushes: not decided, and no finding.  */
void
counted (word n)
{
  word m = n;
  asm volatile ("1: push %0\n\tdec %0\n\tjnz 1b\n2:\tpop %0\n\tdec %1\n\tjnz 2b" /* { avow-verdict unverified } */
                : "+&r" (n), "+&r" (m) : : "memory", "cc");
}

int
on_both_paths (int n)
{
  asm volatile ("push %1\n\ttestl %0, %0\n\tjz 1f\n\tmovl $5, %0\n\tjmp 2f\n" /* { avow-verdict verified } */
                "1:\tmovl $6, %0\n2:\tadd %2, " SP : "+&r" (n) : "r" ((word) 1), "i" (WORD) : "memory", "cc");
  return n;
}

int
by_label (int n)
{
  asm goto ("push $1\n\ttestl %0, %0\n\tlea %c1(" SP "), " SP "\n\tjz %l2" : : "r" (n), "i" (WORD) : "memory", "cc" : zero); /* { avow-verdict verified } */
  return 1;
zero:
  return 0;
}

/* The stack pointer is kept in a register, rounded down, used, and put back.  */
void
aligned (void)
{
  asm volatile ("mov " SP ", " BX "\n\tand $-64, " SP "\n\tpush %0\n\tpop %0\n\tmov " BX ", " SP /* { avow-verdict verified } */
                : : "r" ((word) 0) : BXC, "memory", "cc");
}

/* What was saved on the rounded stack comes back.  */
void
aligned_saves (word a)
{
  asm volatile ("mov " SP ", " BX "\n\tand $-64, " SP "\n\tpush %0\n\tpush " BX "\n\tmov $0, %0\n\t" /* { avow-verdict verified } */
                "pop " BX "\n\tpop %0\n\tmov " BX ", " SP : : "r" (a) : BXC, "memory", "cc");
}

/* Another stack, and back: the old pointer waits in a register, ...  */
void
switched (void *top)
{
  asm volatile ("mov " SP ", " BX "\n\tmov %0, " SP "\n\tpush $0\n\tpop (" SP ")\n\tmov " BX ", " SP /* { avow-verdict verified } */
                : : "r" (top) : BXC, "memory");
}

/* ... on the other stack, as Linux does in irq_stack.h, ...  */
void
switched_by_link (word *top)
{
  asm volatile ("mov " SP ", (%0)\n\tmov %0, " SP "\n\tnop\n\tpop " SP : "+&r" (top) : : "memory"); /* { avow-verdict verified } */
}

/* ... or in a third place.  */
void
exchanged (void *top)
{
  asm volatile ("xchg " SP ", %0\n\tpush $0\n\tadd %1, " SP "\n\txchg " SP ", %0" : "+r" (top) : "i" (WORD) : "memory", "cc"); /* { avow-verdict verified } */
}

/* Context switches load it from memory: nobody can say, and nothing is claimed.  */
void
coroutine (word **from, word **to)
{
  asm volatile ("mov " SP ", (%0)\n\tmov (%1), " SP : : "r" (from), "r" (to) : "memory"); /* { avow-verdict unverified } */
}

/* It never comes back.  */
void
leaves (void *top)
{
  asm volatile ("mov %0, " SP "\n\txor %%eax, %%eax\n1: jmp 1b" : : "r" (top) : "memory"); /* { avow-verdict verified } */
}
