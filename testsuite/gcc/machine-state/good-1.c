/* machine-state: the corrected twins, and what is meant to change it.  */
/* { avow-modes 64 32 } */
/* { dg-options "-O2 -mno-red-zone -msse2" } */
void
backwards (char *to, const char *from, unsigned long n)
{
  asm volatile ("std\n\trep movsb\n\tcld" : "+D" (to), "+S" (from), "+c" (n) : : "memory", "cc"); /* { avow-verdict verified } */
}

void
saved_flags (char *to, unsigned long n)
{
  asm volatile ("pushf\n\tstd\n\trep stosb\n\tpopf" : "+D" (to), "+c" (n) : "a" (0) : "memory", "cc"); /* { avow-verdict verified } */
}

double
pushes (double x)
{
  double y;
  asm ("fld1\n\tfadd %%st(1), %%st\n\tfstp %%st(1)" : "=t" (y) : "0" (x) : "st(7)"); /* { avow-verdict verified } */
  return y;
}

double
pops (double x)
{
  double y;
  asm ("fstpl %0" : "=m" (y) : "t" (x) : "st"); /* { avow-verdict verified } */
  return y;
}

long double
takes_two (long double a, long double b)
{
  long double r;
  asm ("faddp" : "=t" (r) : "0" (a), "u" (b) : "st(1)"); /* { avow-verdict verified } */
  return r;
}

int
truncates (double x, unsigned short mode)
{
  int n;
  unsigned short old;
  asm volatile ("fnstcw %1\n\tfldcw %3\n\tfistl %0\n\tfldcw %1" : "=m" (n), "=m" (old) : "t" (x), "m" (mode)); /* { avow-verdict verified } */
  return n;
}

int
truncates_sse (float x, unsigned mode)
{
  int n;
  unsigned old;
  asm volatile ("stmxcsr %1\n\tldmxcsr %3\n\tcvtss2si %2, %0\n\tldmxcsr %1" : "=r" (n), "=m" (old) : "x" (x), "m" (mode)); /* { avow-verdict verified } */
  return n;
}

/* What is loaded at the end may be what was there before: not decided.  */
int
truncates_with_both (double x, unsigned short mode, unsigned short old)
{
  int n;
  asm volatile ("fldcw %2\n\tfistl %0\n\tfldcw %3" : "=m" (n) : "t" (x), "m" (mode), "m" (old)); /* { avow-verdict unverified } */
  return n;
}

/* C libraries: changing it is what they are for.  */
void
fesetround_ (unsigned short cw, unsigned csr)
{
  asm volatile ("fldcw %0" : : "m" (cw)); /* { avow-verdict verified } */
  asm volatile ("ldmxcsr %0" : : "m" (csr)); /* { avow-verdict verified } */
}

unsigned short
exchange_mode (unsigned short cw)
{
  unsigned short old;
  asm volatile ("fnstcw %0\n\tfldcw %1" : "=&m" (old) : "m" (cw)); /* { avow-verdict verified } */
  return old;
}

void
reset (void)
{
  asm volatile ("fninit" : : : "st", "st(1)", "st(2)", "st(3)", "st(4)", "st(5)", "st(6)", "st(7)"); /* { avow-verdict verified } */
  asm volatile ("fnclex"); /* { avow-verdict verified } */
}

void
mmx (long long *a)
{
  asm volatile ("movq %0, %%mm0\n\tpaddb %%mm0, %%mm0\n\tmovq %%mm0, %0\n\temms" : "+m" (*a) : : "mm0"); /* { avow-verdict verified } */
}

typedef int v2si __attribute__ ((vector_size (8)));

/* The code around is in MMX state as well.  */
__attribute__ ((target ("mmx"))) void
mmx_operands (v2si *p)
{
  v2si a = *p;
  asm ("paddd %0, %0" : "+y" (a)); /* { dg-bogus "emms" } */
  *p = a;
  __builtin_ia32_emms ();
}

void
intel (void)
{
  asm volatile (".intel_syntax noprefix\n\tnop\n\t.att_syntax prefix"); /* { avow-verdict verified } */
}

void
sections (void)
{
  asm volatile (".pushsection .rodata\n\t.long 1\n\t.popsection"); /* { avow-verdict verified } */
  asm volatile (".section .rodata\n\t.long 1\n\t.previous"); /* { avow-verdict verified } */
  asm volatile (".pushsection .text\n\t.popsection"); /* { avow-verdict verified } */
  asm volatile (".altmacro\n\t.noaltmacro"); /* { avow-verdict verified } */
}

/* Kernels switch these on and off in statements of their own.  */
void
interrupts (void)
{
  asm volatile ("cli" : : : "memory"); /* { avow-verdict verified } */
  asm volatile ("sti" : : : "memory"); /* { avow-verdict verified } */
  asm volatile ("stac" : : : "memory", "cc"); /* { avow-verdict verified } */
  asm volatile ("clac" : : : "memory", "cc"); /* { avow-verdict verified } */
}
