/* Calls of labels in the body, returns to them, and jumps to addresses that the body made itself.  */
/* { dg-options "-O2 -mno-red-zone" } */
/* { avow-modes 64 32 } */

#ifdef __x86_64__
#define SP "rsp"
#else
#define SP "esp"
#endif

int
subroutine (void)
{
  int r;
  asm volatile ("call 1f\n\t"
                "jmp 2f\n"
                "1:\tmov $1, %0\n\t"
                "ret\n"
                "2:" : "=r" (r)); /* { avow-verdict verified .-4 } */
  return r;
}

void *
program_counter (void)
{
  void *r;
  asm ("call 1f\n1:\tpop %0" : "=r" (r)); /* { avow-verdict verified } */
  return r;
}

int
pushed (void)
{
  int r;
  asm volatile ("push $1f\n\tret\n\tud2\n1:\tmov $3, %0" : "=r" (r)); /* { avow-verdict verified } */
  return r;
}

/* Speculation runs into the loop, execution never does.  */
int
capture (void)
{
  int r;
  asm volatile ("call 2f\n"
                "1:\tpause\n\tlfence\n\tjmp 1b\n"
                "2:\tlea %c1(%%" SP "), %%" SP "\n\t"
                "mov $2, %0" : "=r" (r) : "i" (sizeof (void *))); /* { avow-verdict verified .-3 } */
  return r;
}

/* The return stack buffer is filled by calls that never come back.  */
void
fill (void)
{
  int n;
  asm volatile ("mov $8, %0\n"
                "771:\tcall 772f\n773:\tpause\n\tlfence\n\tjmp 773b\n"
                "772:\tcall 774f\n775:\tpause\n\tlfence\n\tjmp 775b\n"
                "774:\tadd %1, %%" SP "\n\tdec %0\n\tjnz 771b"
                : "=&r" (n) : "i" (2 * sizeof (void *)) : "cc"); /* { avow-verdict verified .-4 } */
}
