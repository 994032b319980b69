/* stack-pointer: frames, in 64-bit code.  */
/* { dg-options "-O2 -mno-red-zone" } */
/* A frame, made and removed.  */
void
frame (void)
{
  asm volatile ("push %%rbp\n\tmov %%rsp, %%rbp\n\tsub $32, %%rsp\n\tand $-32, %%rsp\n\tpush %%rax\n\tleave" : : : "memory", "cc"); /* { avow-verdict verified } */
  asm volatile ("enter $32, $0\n\tpush %%rax\n\tleave" : : : "memory", "cc"); /* { avow-verdict verified } */
}

