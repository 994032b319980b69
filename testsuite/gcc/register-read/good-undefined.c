/* What multiplications, bit tests and shifts do define.  */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;

u multiply (u x, u y) { asm ("imull %1, %0; seto %b0" : "+q" (x) : "r" (y) : "cc"); return x; }
u bit (u x, u y) { asm ("bt %1, %0; jnc 1f; incl %0; 1:" : "+r" (x) : "r" (y) : "cc"); return x; }
u wide (u x) { u lo, hi; asm ("mull %3; cmovcl %0, %1" : "=a" (lo), "=d" (hi) : "0" (x), "rm" (x) : "cc"); return hi; }
u again (u x, u y) { asm ("imull %1, %0; testl %0, %0; sete %b0" : "+q" (x) : "r" (y) : "cc"); return x; }
u shifted (u x) { asm ("shll $3, %0; jz 1f; incl %0; 1:" : "+r" (x) : : "cc"); return x; }
u logic (u x, u y) { asm ("andl %1, %0; jz 1f; incl %0; 1:" : "+r" (x) : "r" (y) : "cc"); return x; }
/* AF is in the image, undefined, and nobody asks.  */
u image (u x) { u r; asm ("testl %1, %1; lahf; movzbl %%ah, %0" : "=&a" (r) : "r" (x) : "cc"); return r; }
