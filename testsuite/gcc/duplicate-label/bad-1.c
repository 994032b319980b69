/* duplicate-label: names that a second copy defines again.  */
/* { avow-modes 64 32 } */
static inline int
loop (int n)
{
  asm ("again:\n\tdecl %0\n\tjnz again" : "+r" (n) : : "cc"); /* { dg-warning "'again'.*[avow:duplicate-label]" } */
  return n;
}

int
local (int n)
{
  asm (".Llocal: decl %0\n\tjnz .Llocal" : "+r" (n) : : "cc"); /* { dg-warning "'.Llocal'.*[avow:duplicate-label]" } */
  return n;
}

void
marker (void)
{
  asm volatile (".globl probe_point\nprobe_point:"); /* { dg-warning "'probe_point'.*[avow:duplicate-label]" } */
}

/* In the same copy of a macro the number is the same.  */
void
numbered (void)
{
  asm volatile (".Lmark%c0: nop" : : "i" (__LINE__)); /* { dg-warning "'.Lmark27'.*[avow:duplicate-label]" } */
}

void
elsewhere (void)
{
  asm volatile (".pushsection .rodata\nnote: .long 0\n\t.popsection"); /* { dg-warning "'note'.*[avow:duplicate-label]" } */
}

void
equiv (void)
{
  asm volatile (".equiv fixed, 3\n\tnop"); /* { dg-warning "'fixed'.*[avow:duplicate-label]" } */
}

/* Not inlined, but cloned.  */
__attribute__ ((noinline)) int
outlined (int n)
{
  asm ("once: incl %0" : "+r" (n) : : "cc"); /* { dg-warning "'once'.*[avow:duplicate-label]" } */
  return n;
}

int
use (void)
{
  return loop (3) + outlined (4);
}

void
macro (void)
{
  asm volatile (".macro twice\n\tnop\n\tnop\n\t.endm\n\ttwice"); /* { dg-warning "the macro 'twice'.*[avow:duplicate-label]" } */
}
