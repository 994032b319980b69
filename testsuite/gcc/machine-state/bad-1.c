/* machine-state: one case per kind of state.  */
/* { avow-modes 64 32 } */
/* { dg-options "-O2 -msse2" } */
void
backwards (char *to, const char *from, unsigned long n)
{
  asm volatile ("std\n\trep movsb" : "+D" (to), "+S" (from), "+c" (n) : : "memory", "cc"); /* { dg-warning "'std'.*direction flag.*[avow:machine-state]" } */
}

void
backwards_sometimes (int a)
{
  asm volatile ("testl %0, %0\n\tjz 1f\n\tstd\n1:" : : "r" (a) : "cc"); /* { dg-warning "'std'.*[avow:machine-state]" } */
}

void
pushes (void)
{
  asm volatile ("fld1" : : : "st"); /* { dg-warning "1 higher.*operands say 0.*[avow:machine-state]" } */
}

void
pops_too_much (void)
{
  asm volatile ("fstp %%st(0)" : : : "st"); /* { dg-warning "-1 higher.*operands say 0.*[avow:machine-state]" } */
} /* { dg-warning "value of register 'st'.*[avow:register-read]" "" { target *-*-* } .-1 } */

/* (st(1), which is popped, is input-modified's.)  */
long double
takes_two (long double a, long double b)
{
  long double r;
  asm ("faddp" : "=t" (r) : "0" (a), "u" (b)); /* { dg-warning "[avow:input-modified]" } */
  return r;
}

/* The usual half of a rounding routine.  */
int
truncates (double x, unsigned short mode)
{
  int n;
  asm volatile ("fldcw %2\n\tfistl %0" : "=m" (n) : "t" (x), "m" (mode)); /* { dg-warning "'fldcw %2'.*control word.*[avow:machine-state]" } */
  return n;
}

int
truncates_sse (float x, unsigned mode)
{
  int n;
  asm volatile ("ldmxcsr %2\n\tcvtss2si %1, %0" : "=r" (n) : "x" (x), "m" (mode)); /* { dg-warning "'ldmxcsr %2'.*MXCSR.*[avow:machine-state]" } */
  return n;
}

void
x87_behind_mmx (const long long *a, double *d)
{
  asm volatile ("movq %1, %%mm0\n\tpaddb %%mm0, %%mm0\n\tmovq %%mm0, %0\n\tfldl %0\n\tfstpl %0\n\temms" /* { dg-warning "'fldl %0'.*marked as full.*[avow:machine-state]" } */
                : "+m" (*d) : "m" (*a) : "mm0", "st", "st(1)");
}

void
mmx (long long *a)
{
  asm volatile ("movq %0, %%mm0\n\tpaddb %%mm0, %%mm0\n\tmovq %%mm0, %0" : "+m" (*a) : : "mm0"); /* { dg-note "no emms follows.*[avow:machine-state]" } */
}

/* The text is not for this assembler state: assembled, the file is refused.  */
int
intel (int a)
{
  asm (".intel_syntax noprefix\n\tinc %0" : "+r" (a) : : "cc"); /* { dg-warning "another syntax.*[avow:machine-state]" } */
  return a;
}

void
mode (void)
{
  asm volatile (".code16\n\tnop"); /* { dg-warning "another code mode.*[avow:machine-state]" } */
}

void
mnemonics (void)
{
  asm volatile (".intel_mnemonic\n\tnop"); /* { dg-warning "another set of mnemonics.*[avow:machine-state]" } */
}

void
macros (void)
{
  asm volatile (".altmacro\n\tnop"); /* { dg-warning "another macro mode.*[avow:machine-state]" } */
}

void
section (void)
{
  asm volatile (".section .rodata\n\t.long 1"); /* { dg-warning "another section.*[avow:machine-state]" } */
}

void
section_named (void)
{
  asm volatile (".section .rodata\n\t.long 1\n\t.text"); /* { dg-warning "'.text' says where.*main.*[avow:machine-state]" } */
  asm volatile (".text\n\tnop"); /* { dg-warning "'.text' says where.*[avow:machine-state]" } */
  asm volatile (".data\n\t.long 1\n\t.section .text\n\tnop"); /* { dg-warning "'.section .text' says where.*[avow:machine-state]" } */
}

void
section_pushed (void)
{
  asm volatile (".pushsection .rodata\n\t.long 1"); /* { dg-warning "another section.*[avow:machine-state]" } */
}
