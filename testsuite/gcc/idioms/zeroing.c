/* Instructions that do not read what they seem to read.  */
/* { dg-options "-O2 -mavx2" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
typedef float v4 __attribute__ ((vector_size (16)));
typedef int i4 __attribute__ ((vector_size (16)));
typedef int i8 __attribute__ ((vector_size (32)));
u xor (void) { u r; asm ("xorl %0, %0" : "=r" (r) :: "cc"); return r; }
u xor_k (void) { unsigned long r; asm ("xorl %k0, %k0" : "=r" (r) :: "cc"); return r; }
u sub (void) { u r; asm ("subl %0, %0" : "=r" (r) :: "cc"); return r; }
u sbb (u x, u y) { u r; asm ("cmpl %2, %1; sbbl %0, %0" : "=r" (r) : "r" (x), "r" (y) : "cc"); return r; }
u sbb_bt (u *p) { u r; asm volatile ("btl $3, %1; sbbl %0, %0" : "=r" (r) : "m" (*p) : "cc"); return r; }
u sbb_neg (u x) { u r; asm ("negl %1; sbbl %0, %0" : "=r" (r), "+r" (x) :: "cc"); return r; }
u sbb_bts (u *p) { u r; asm volatile ("lock; btsl $3, %1; sbbl %0, %0" : "=r" (r), "+m" (*p) :: "cc"); return r; }
u hard (void) { u r; asm ("xorl %%ecx, %%ecx; leal 1(%%ecx), %0" : "=r" (r) :: "ecx", "cc"); return r; }
i4 pcmpeq (void) { i4 r; asm ("pcmpeqd %0, %0; psrld $31, %0" : "=x" (r)); return r; }
i4 pxor (void) { i4 r; asm ("pxor %0, %0" : "=x" (r)); return r; }
v4 xorps (void) { v4 r; asm ("xorps %0, %0" : "=x" (r)); return r; }
i4 psub (void) { i4 r; asm ("psubd %0, %0" : "=x" (r)); return r; }
i4 pcmpgt (void) { i4 r; asm ("pcmpgtd %0, %0" : "=x" (r)); return r; }
i8 vpxor (void) { i8 r; asm ("vpxor %0, %0, %0" : "=x" (r)); return r; }
i8 vpcmpeq (void) { i8 r; asm ("vpcmpeqb %0, %0, %0" : "=x" (r)); return r; }
i8 vpxor_hard (void) { i8 r; asm ("vpxor %%xmm7, %%xmm7, %%xmm7; vmovdqa %%ymm7, %0" : "=x" (r) :: "xmm7"); return r; }
i8 ones_hard (i8 x) { asm ("vpcmpeqd %%ymm7, %%ymm7, %%ymm7; vpxor %%ymm7, %0, %0" : "+x" (x) :: "ymm7"); return x; }
u setcc_zero (u x) { u r; asm ("xorl %0, %0; cmpl $1, %1; setb %b0" : "=&q" (r) : "rm" (x) : "cc"); return r; }
double fldz (void) { double r; asm ("fldz" : "=t" (r)); return r; }
u clear_carry (u x, u y) { asm ("xorl %%eax, %%eax; adcl %1, %0" : "+r" (x) : "r" (y) : "eax", "cc"); return x; }
