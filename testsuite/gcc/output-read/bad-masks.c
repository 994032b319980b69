/* { dg-additional-options "-mavx512f" } */
/* Merging masks keep the elements that they do not select.  */
typedef int v16 __attribute__ ((vector_size (64)));

v16
merged (v16 v, unsigned short k)
{
  v16 r;
  asm ("vpaddd %1, %1, %0%{%2%}" : "=v" (r) : "v" (v), "Yk" (k)); /* { dg-warning "reads operand %0.*[avow:output-read]" } */
  return r;
}
