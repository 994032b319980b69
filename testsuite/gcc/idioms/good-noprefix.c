/* .att_syntax noprefix at the end of Intel code (Crypto++), and operands that need no prefix behind it.  */
int add (int x)
{
  asm (".intel_syntax noprefix; add %0, 1; .att_syntax noprefix; jc 1f; 1:" : "+r" (x) : : "cc"); /* { avow-verdict verified } */
  return x;
}
int bare (int x)
{
  asm (".att_syntax noprefix; addl $1, eax; .att_syntax prefix" : "+a" (x) : : "cc"); /* { avow-verdict unverified "directive not understood" } */
  return x;
}
