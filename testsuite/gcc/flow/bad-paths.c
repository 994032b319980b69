/* Each path counts, also those through other sections, calls and addresses.  */
/* { dg-options "-O2 -mno-red-zone" } */
/* { avow-modes 64 32 } */

#ifdef __x86_64__
#define SP "rsp"
#else
#define SP "esp"
#endif

int
subsection (int a)
{
  int r;
  asm (".subsection 1\n"	/* { dg-warning "some path.*[avow:output-unwritten]" } */
       "1:\tjmp 2f\n\t"
       ".subsection 0\n\t"
       "test %1, %1\n\t"
       "jz 1b\n\t"
       "mov $0, %0\n"
       "2:" : "=r" (r) : "r" (a) : "cc");
  return r;
}

int
subroutine (int a)
{
  int r;
  asm volatile ("call 1f\n\t"	/* { dg-warning "some path.*[avow:output-unwritten]" } */
                "jmp 2f\n"
                "1:\ttest %1, %1\n\t"
                "jz 3f\n\t"
                "mov $1, %0\n"
                "3:\tret\n"
                "2:" : "=r" (r) : "r" (a) : "cc");
  return r;
}

/* The sequence behind the call is never run, what the label leads to is.  */
int
skipped (void)
{
  int r;
  asm volatile ("call 1f\n\t"	/* { dg-warning "the template never sets|that the template never" } */
                "mov $1, %0\n"
                "1:\tlea %c1(%%" SP "), %%" SP : "=r" (r) : "i" (sizeof (void *)));
  return r;
}

void
other_code (int a)
{
  asm volatile ("test %0, %0\n\t"	/* { dg-warning "last instruction.*[avow:control-flow]" } */
                "jnz 3f\n\t"
                ".pushsection .text.unlikely, \"ax\"\n"
                "3:\tnop\n\t"	/* runs off the end of the section */
                ".popsection\n"
                : : "r" (a) : "cc");
}

void
computed (void *p)
{
  asm volatile ("jmp *%0" : : "r" (p)); /* { avow-verdict unverified "computed" } */
}

void
middle (void)
{
  asm volatile ("jmp 1f+1\n1:\tnop"); /* { avow-verdict unverified "computed" } */
}

/* Right only as long as the code at the label does not use r.  */
int
label (int x)
{
  int r;
  asm goto ("testl %1, %1\n\t"	/* { dg-note "goto label.*[avow:output-unwritten]" } */
            "jz %l2\n\t"
            "movl $1, %0" : "=&r" (r) : "r" (x) : "cc" : zero); /* { avow-verdict verified .-2 } */
  return r;
zero:
  return r + 1;
}
