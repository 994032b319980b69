/* { dg-options "-O2 -mavx512f -mavx512vl" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
/* All is written, part by part, or what is not does not matter.  */
typedef unsigned u;
typedef float v4 __attribute__ ((vector_size (16)));
typedef float v8 __attribute__ ((vector_size (32)));
typedef float v16 __attribute__ ((vector_size (64)));
v4 four (u a) { v4 r; asm ("pinsrd $0, %1, %0; pinsrd $1, %1, %0; pinsrd $2, %1, %0; pinsrd $3, %1, %0" : "=x" (r) : "r" (a)); return r; }
v4 words (u a) { v4 r; asm (".irp i,0,1,2,3,4,5,6,7\n\tpinsrw $\\i, %1, %0\n\t.endr" : "=x" (r) : "r" (a)); return r; }
v4 vex_four (u a) { v4 r; asm ("vpinsrd $0, %1, %0, %0; vpinsrd $1, %1, %0, %0; vpinsrd $2, %1, %0, %0; vpinsrd $3, %1, %0, %0" : "=x" (r) : "r" (a)); return r; }
v8 lanes (v4 a, v4 b) { v8 r; asm ("vinsertf128 $0, %1, %0, %0; vinsertf128 $1, %2, %0, %0" : "=&x" (r) : "x" (a), "x" (b)); return r; }
v4 halves (v4 a, v4 b) { v4 r; asm ("movq %1, %0; movlhps %2, %0" : "=&x" (r) : "x" (a), "x" (b)); return r; }
v16 ones (void) { v16 r; asm ("vpternlogd $0xff, %0, %0, %0" : "=v" (r)); return r; }
v16 zeroes (void) { v16 r; asm ("vpternlogd $0, %0, %0, %0" : "=v" (r)); return r; }
v16 ones_zeroing (unsigned short k) { v16 r; asm ("vpternlogd $0xff, %0, %0, %0%{%1%}%{z%}" : "=v" (r) : "Yk" (k)); return r; }
v16 two_of_three (v16 a, v16 b) { v16 r; asm ("vpternlogd $0x66, %1, %2, %0" : "=v" (r) : "v" (a), "v" (b)); return r; }
v16 constant_table (v16 a, v16 b) { v16 r; asm ("vpternlogd %3, %1, %2, %0" : "=v" (r) : "v" (a), "v" (b), "i" (0x66)); return r; }
v8 gathered (const float *p, v8 i) { v8 r, m; asm ("vpcmpeqd %1, %1, %1; vgatherdps %1, (%2,%3,4), %0" : "=&x" (r), "=&x" (m) : "r" (p), "x" (i) : "memory"); return r; }
v16 gathered_by_k (const float *p, v16 i) { v16 r; asm ("kxnorw %%k1, %%k1, %%k1; vgatherdps (%1,%2,4), %0%{%%k1%}" : "=&v" (r) : "r" (p), "v" (i) : "memory", "k1"); return r; }
v16 moved_mask (const float *p, v16 i) { v16 r; asm ("movl $0xffff, %%eax; kmovw %%eax, %%k2; vgatherdps (%1,%2,4), %0%{%%k2%}" : "=&v" (r) : "r" (p), "v" (i) : "memory", "k2", "eax"); return r; }
double converted (int a) { double r; asm ("vcvtsi2sdl %1, %0, %0" : "=x" (r) : "r" (a)); return r; }
float narrowed (double a) { float r; asm ("vcvtsd2ss %1, %0, %0" : "=x" (r) : "x" (a)); return r; }
float root (float a) { float r; asm ("vsqrtss %1, %0, %0" : "=x" (r) : "x" (a)); return r; }
u one_or_other (u a, u b) { u r; asm ("cmpl %2, %1; cmovb %1, %0; cmovae %2, %0" : "=&r" (r) : "r" (a), "r" (b) : "cc"); return r; }
u less_or_not (int a, int b) { u r; asm ("cmpl %2, %1; cmovge %2, %0; cmovl %1, %0" : "=&r" (r) : "r" (a), "r" (b) : "cc"); return r; }
v4 zeroed (float a) { v4 r; asm ("insertps $0x0e, %1, %0" : "=x" (r) : "x" (a)); return r; }
v4 blended (v4 a, v4 b) { v4 r; asm ("blendps $3, %1, %0; blendps $12, %2, %0" : "=&x" (r) : "x" (a), "x" (b)); return r; }
v4 broadcast (float a) { v4 r; asm ("vmovss %1, %%xmm0, %%xmm0; vshufps $0, %%xmm0, %%xmm0, %0" : "=x" (r) : "x" (a) : "xmm0"); return r; }
v4 permuted (float a) { v4 r; asm ("vmovss %1, %%xmm0, %%xmm0; vpermilps $0, %%xmm0, %0" : "=x" (r) : "x" (a) : "xmm0"); return r; }
u extracted (u a) { u r; asm ("pinsrd $2, %1, %%xmm0; pextrd $2, %%xmm0, %0" : "=r" (r) : "r" (a) : "xmm0"); return r; }
