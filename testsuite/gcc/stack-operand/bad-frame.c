/* stack-operand: with a frame pointer the variables are addressed from that: a note.  */
/* { avow-modes 64 32 } */
/* { dg-options "-O2 -mno-red-zone -fno-omit-frame-pointer" } */
unsigned
variable (unsigned a)
{
  unsigned x = a, r;
  asm volatile ("pushf\n\tmov %1, %0\n\tpopf" : "=&r" (r) : "m" (x)); /* { dg-note "frame pointer.*[avow:stack-operand]" } */
  return r; /* { avow-verdict verified "" .-1 } */
}
