/* { dg-options "-O2 -masm=intel -mavx512vl" } */
typedef float v4 __attribute__ ((vector_size (16)));

int
product (int x, int y)
{
  int high;
  asm ("imuld %2" : "+a" (x), "=d" (high) : "r" (y) : "cc"); /* { avow-verdict verified } */
  return x + high;
}

v4
sum (v4 x, const float *p)
{
  v4 r;
  asm ("vaddps %0, %1, dword bcst [%2]" : "=v" (r) : "v" (x), "r" (p) : "memory"); /* { avow-verdict verified } */
  return r;
}
