/* { dg-additional-options "-mavx512f" } */
typedef int v16 __attribute__ ((vector_size (64)));

v16
merged (v16 r, v16 v, unsigned short k)
{
  asm ("vpaddd %1, %1, %0%{%2%}" : "+v" (r) : "v" (v), "Yk" (k)); /* { avow-verdict verified } */
  return r;
}

v16
zeroed (v16 v, unsigned short k)
{
  v16 r;
  asm ("vpaddd %1, %1, %0%{%2%}%{z%}" : "=v" (r) : "v" (v), "Yk" (k)); /* { avow-verdict verified } */
  return r;
}

/* In a mask register the elements that are not selected become 0.  */
unsigned short
compared (v16 a, v16 b, unsigned short k)
{
  unsigned short r;
  asm ("vpcmpeqd %2, %1, %0%{%3%}" : "=Yk" (r) : "v" (a), "v" (b), "Yk" (k)); /* { avow-verdict verified } */
  return r;
}
