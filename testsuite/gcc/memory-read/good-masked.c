/* A masked load of 32 bytes from an operand of 8: which elements are loaded depends on the mask, so nothing is
   claimed either way.  */
/* { dg-additional-options "-mavx2" } */
typedef long long v4 __attribute__ ((vector_size (32)));
v4 f (v4 mask, long long *p)
{
  v4 r;
  asm ("vpmaskmovq %2, %1, %0" : "=x" (r) : "x" (mask), "m" (*p)); /* { avow-verdict unverified "covers" } */
  return r;
}
v4 g (v4 mask, v4 *p)
{
  v4 r;
  asm ("vpmaskmovq %2, %1, %0" : "=x" (r) : "x" (mask), "m" (*p)); /* { avow-verdict verified } */
  return r;
}
