/* Instructions that change whole register files: one message for those that the compiler uses, one for the others.  */
/* { dg-options "-O2" } */
/* { avow-options "disable=cpu-feature,memory-align" } */
void restore (void *p, unsigned lo, unsigned hi)
{
  asm volatile ("xrstor (%0)" : : "r" (p), "a" (lo), "d" (hi) : "memory"); /* { dg-warning "'xmm0'.*[avow:clobber-register]" } */
  /* { dg-note "it changes \"xmm1\", \"xmm2\".*\"xmm15\", \"st\".*\"st.7.\" as well" "" { target *-*-* } .-1 } */
  /* { dg-note "'xmm16' to 'xmm31', 'k0' to 'k7'.*neither outputs nor clobbers.*[avow:clobber-register]" "" { target *-*-* } .-2 } */
}
/* fxsave reads them all, which is what it is for */
void save (void *p) { asm volatile ("fxsave (%0)" : : "r" (p) : "memory"); } /* { avow-verdict verified } */
void zero (void) { asm volatile ("vzeroall"); } /* { dg-warning "'xmm0'.*[avow:clobber-register]" } */
/* { dg-note "it changes \"xmm1\".*\"xmm15\" as well" "" { target *-*-* } .-1 } */
/* In this build xmm3 matters.  */
double live (double a, double b, double c, double d)
{
  asm volatile ("vzeroall"); /* { dg-warning "'xmm0'.*[avow:clobber-register]" } */
  /* { dg-note "in this build: 'xmm3' holds 'd'" "" { target *-*-* } .-1 } */
  return a * d;
}
