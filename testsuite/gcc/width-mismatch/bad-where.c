/* The instruction that is named is the one that reads beyond the operand, not the first that reads it.  */
/* { avow-modes 64 } */
void copy (char *to, const char *from, unsigned n)
{
  asm volatile ("cmpl $15, %0; jbe 1f; andl $15, %0; 1: rep movsb" : "+c" (n), "+D" (to), "+S" (from) : : "memory"); /* { dg-warning "'rep movsb'.*%0.*[avow:width-mismatch]" } */
}
