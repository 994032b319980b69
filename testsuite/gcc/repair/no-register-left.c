/* A clobber of the one register that an operand's class has is refused, although the operand may be in memory as well: GCC
   finds the constraints impossible (libyuv, row_gcc.cc, InterpolateRow_AVX2).  */
/* { avow-modes 64 } */
/* { avow-options "mode=fix" } */
void
copy (char *to, const char *from, int n)
{
  asm volatile ("rep movsb" : "+D" (to), "+S" (from), "+cm" (n) : : "memory", "cc"); /* { dg-warning "[re]cx.*[avow:clobber-register]" } */
  /* { dg-warning "[re]cx.*[avow:register-read]" "" { target *-*-* } .-1 } */
}
