/* stack-pointer: one case per way to leave it changed.  */
/* { avow-modes 64 32 } */
/* { dg-options "-O2 -mno-red-zone" } */
#ifdef __x86_64__
#define SP "%%rsp"
#define WORD 8
#else
#define SP "%%esp"
#define WORD 4
#endif
typedef unsigned long word;

static word saved;

/* Two statements that belong together: the compiler may use the stack in between.  */
void
pair (void)
{
  asm volatile ("push " SP : : : "memory"); /* { dg-warning "lower.*[avow:stack-pointer]" } */
  asm volatile ("pop %0" : "=m" (saved) : : "memory"); /* { dg-warning "higher.*[avow:stack-pointer]" } */
}

void
pops (word *r)
{
  word w;
  asm volatile ("pop %0" : "=r" (w) : : "memory"); /* { dg-warning "'pop %0'.*bytes higher.*[avow:stack-pointer]" } */
  *r = w;
}

void
grows (void)
{
  asm volatile ("sub $64, " SP : : : "memory", "cc"); /* { dg-warning "64 bytes lower.*[avow:stack-pointer]" } */
}

void
forgets_to_restore (word n)
{
  asm volatile ("1: push %0\n\tdec %0\n\tjnz 1b" : "+r" (n) : : "memory", "cc"); /* { dg-warning "at least.*lower.*[avow:stack-pointer]" } */
}

int
on_one_path (int n)
{
  asm volatile ("testl %0, %0\n\tjz 1f\n\tpush $1\n\tmovl $5, %0\n\tjmp 2f\n" /* { dg-warning "'push .1'.*[avow:stack-pointer]" } */
                "1:\tpush $2\n\tmovl $6, %0\n2:" : "+r" (n) : : "memory", "cc");
  return n;
}

int
by_label (int n)
{
  asm goto ("push $1\n\ttestl %0, %0\n\tjz %l2\n\tadd $%c1, " SP : : "r" (n), "i" (WORD) : "memory", "cc" : zero); /* { dg-warning "'push .1'.*[avow:stack-pointer]" } */
  return 1;
zero:
  return 0;
}

void
aligned (void)
{
  asm volatile ("and $-64, " SP : : : "memory", "cc"); /* { dg-warning "'and.*[avow:stack-pointer]" } */
}

void
another_stack (void *top)
{
  asm volatile ("mov %0, " SP : : "r" (top) : "memory"); /* { dg-warning "another value.*[avow:stack-pointer]" } */
}

void
zero (void)
{
  asm volatile ("xor " SP ", " SP : : : "memory", "cc"); /* { dg-warning "another value.*[avow:stack-pointer]" } */
}

void
frame (void)
{
  asm volatile ("mov " SP ", " SP "\n\tlea -16(" SP "), " SP : : : "memory"); /* { dg-warning "16 bytes lower.*[avow:stack-pointer]" } */
}

void
removes_too_much (word a)
{
  asm volatile ("push %0\n\tadd %1, " SP : : "r" (a), "i" (2 * WORD) : "memory", "cc"); /* { dg-warning "bytes higher.*[avow:stack-pointer]" } */
}
