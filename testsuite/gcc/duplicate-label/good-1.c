/* duplicate-label: names that may be defined again, and places that are not copied.  */
/* { avow-modes 64 32 } */
static inline int
numeric (int n)
{
  asm ("1:\tdecl %0\n\tjnz 1b" : "+r" (n) : : "cc"); /* { avow-verdict verified } */
  return n;
}

int
unique (int n)
{
  asm (".Lagain%=:\n\tdecl %0\n\tjnz .Lagain%=" : "+r" (n) : : "cc"); /* { avow-verdict verified } */
  return n;
}

/* Redefinable, each copy with its own value.  */
int
set (int n)
{
  asm (".set count, 3\n\taddl $3, %0" : "+r" (n) : : "cc"); /* { avow-verdict verified } */
  return n;
}

/* An assignment is not a label, nor are these definitions.  */
void
assigned (void)
{
  asm volatile ("here = .\n\tnop\n\t.comm shared_by_all, 4, 4"); /* { avow-verdict verified } */
}

/* Meant to be found by its name: one copy.  */
__attribute__ ((noinline, noclone)) void
probe (void)
{
  asm volatile (".globl probe_point\nprobe_point:");
}

/* Nothing to clone it for.  */
static __attribute__ ((noinline)) void
self_test (void)
{
  asm volatile ("self_test_ip: int3"); /* { avow-verdict verified } */
}

__attribute__ ((noipa)) int
alone (int n)
{
  asm ("again:\n\tdecl %0\n\tjnz again" : "+r" (n) : : "cc"); /* { avow-verdict verified } */
  return n;
}

__attribute__ ((naked)) void
entry (void)
{
  asm ("entry_point: ret");
}

asm (".globl start_of_all\nstart_of_all: nop");

int
use (void)
{
  self_test ();
  return numeric (3);
}

void
macro (void)
{
  asm volatile (".macro twice\n\tnop\n\tnop\n\t.endm\n\ttwice\n\t.purgem twice"); /* { avow-verdict verified } */
}

/* The number is another one in each use.  */
int
counted (int n)
{
  asm (".macro count r\n.Lcount\\@: decl \\r\n\tjnz .Lcount\\@\n\t.endm\n\tcount %0\n\t.purgem count" : "+r" (n) : : "cc"); /* { avow-verdict verified } */
  return n;
}

/* Only the first copy has it.  */
void
guarded (void)
{
  asm volatile (".ifndef first_copy\nfirst_copy:\n\t.endif\n\tnop"); /* { dg-bogus "first_copy" } */
}
