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
  return numeric (3);
}
