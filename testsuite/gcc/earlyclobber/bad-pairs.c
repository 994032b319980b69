/* A pair of registers is two: writing one half leaves what lives in the other.  */
/* { dg-options "-O2 -m32" } */
/* { dg-require m32 } */
typedef unsigned u;
typedef unsigned long long ull;

ull low_first (u x, u y) { ull r; asm ("movl %1, %%eax; movl %2, %%edx" : "=A" (r) : "r" (x), "r" (y)); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
ull high_too (u x, u y) { ull r; asm ("xorl %%edx, %%edx; movl %1, %%eax" : "=A" (r) : "r" (x) : "cc"); return r + y; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
/* The input is in the half that was not written yet.  */
ull fixed (u x, u y) { ull r; asm ("movl %1, %%eax; movl %%edx, %%edx" : "=A" (r) : "S" (x), "d" (y)); return r; }
ull widen (u x) { ull r; asm ("movl %1, %%eax; sarl $31, %%edx" : "=A" (r) : "S" (x), "d" (x) : "cc"); return r; }
/* One half comes in with a value, the other does not.  */
ull half (u x, u y) { ull r; asm ("xorl %%edx, %%edx; addl %2, %%eax; adcl $0, %%edx" : "=A" (r) : "a" (x), "r" (y) : "cc"); return r; } /* { dg-warning "%0.*[avow:earlyclobber]" } */
ull product (u x, u y) { ull r; asm ("mull %2" : "=A" (r) : "a" (x), "r" (y) : "cc"); return r; }
