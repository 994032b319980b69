/* Code in other sections and subsections runs when something leads there; numeric labels are counted over
   all of them.  */
/* { dg-options "-O2" } */
/* { avow-modes 64 32 } */

int
subsection (int a)
{
  int r;
  asm (".subsection 1\n"
       "1:\tmov $1, %0\n\t"
       "jmp 2f\n\t"
       ".subsection 0\n\t"
       "test %1, %1\n\t"
       "jz 1b\n\t"
       "mov $0, %0\n"
       "2:" : "=r" (r) : "r" (a) : "cc"); /* { avow-verdict verified .-7 } */
  return r;
}

int
unlikely (int a)
{
  int r;
  asm ("test %1, %1\n\t"
       "jnz 3f\n\t"
       "mov $0, %0\n"
       "2:\n\t"
       ".pushsection .text.unlikely, \"ax\"\n"
       "3:\tmov $1, %0\n\t"
       "jmp 2b\n\t"
       ".popsection" : "=r" (r) : "r" (a) : "cc"); /* { avow-verdict verified .-7 } */
  return r;
}

/* The label 1 that the jump means stands in the other section.  */
int
numbering (int a)
{
  int r;
  asm ("1:\tmov $0, %0\n\t"
       ".pushsection .text.unlikely, \"ax\"\n"
       "1:\tmov $1, %0\n\t"
       "jmp 2f\n\t"
       ".popsection\n\t"
       "test %1, %1\n\t"
       "jnz 1b\n"
       "2:" : "=&r" (r) : "r" (a) : "cc"); /* { avow-verdict verified .-7 } */
  return r;
}

/* .previous goes back and forth.  */
int
previous (void)
{
  int r;
  asm (".section .rodata.avow, \"a\"\n\t"
       ".long 1\n\t"
       ".previous\n\t"
       "mov $1, %0\n\t"
       ".previous\n\t"
       ".long 2\n\t"
       ".previous" : "=r" (r)); /* { avow-verdict verified .-6 } */
  return r;
}
