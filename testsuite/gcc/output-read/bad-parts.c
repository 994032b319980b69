/* { dg-options "-O2 -mavx512f -mavx512vl" } */
/* { avow-modes 64 32 } */
/* Some part of the old value is left, or computed with.  */
typedef unsigned u;
typedef float v4 __attribute__ ((vector_size (16)));
typedef float v8 __attribute__ ((vector_size (32)));
typedef float v16 __attribute__ ((vector_size (64)));
v4 three_of_four (u a) { v4 r; asm ("pinsrd $0, %1, %0; pinsrd $1, %1, %0; pinsrd $2, %1, %0" : "=x" (r) : "r" (a)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
v4 one_twice (u a) { v4 r; asm ("pinsrd $0, %1, %0; pinsrd $1, %1, %0; pinsrd $2, %1, %0; pinsrd $6, %1, %0" : "=x" (r) : "r" (a)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
v4 added_before (u a) { v4 r; asm ("pinsrd $0, %1, %0; pshufd $0x1b, %0, %0; pinsrd $1, %1, %0; pinsrd $2, %1, %0; pinsrd $3, %1, %0" : "=x" (r) : "r" (a)); return r; } /* { dg-warning "pshufd.*%0.*[avow:output-read]" } */
v4 vex_three (u a) { v4 r; asm ("vpinsrd $0, %1, %0, %0; vpinsrd $1, %1, %0, %0; vpinsrd $3, %1, %0, %0" : "=x" (r) : "r" (a)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
v8 upper_lane (v4 a) { v8 r; asm ("vinsertf128 $1, %1, %0, %0" : "=x" (r) : "x" (a)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
v4 upper_half (v4 a) { v4 r; asm ("movlhps %1, %0" : "=x" (r) : "x" (a)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
v16 table (v16 a, v16 b) { v16 r; asm ("vpternlogd $0x96, %1, %2, %0" : "=v" (r) : "v" (a), "v" (b)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
v16 table_merging (unsigned short k) { v16 r; asm ("vpternlogd $0xff, %0, %0, %0%{%1%}" : "=v" (r) : "Yk" (k)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
v16 table_of_one (void) { v16 r; asm ("vpternlogd $0x80, %0, %0, %0" : "=v" (r)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
v8 gathered (const float *p, v8 i, v8 m) { v8 r; asm ("vgatherdps %1, (%2,%3,4), %0" : "=&x" (r), "+&x" (m) : "r" (p), "x" (i) : "memory"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
v8 half_a_mask (const float *p, v8 i) { v8 r; asm ("vpcmpeqd %%xmm7, %%xmm7, %%xmm7; vgatherdps %%ymm7, (%1,%2,4), %0" : "=&x" (r) : "r" (p), "x" (i) : "memory", "xmm7"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
v16 mask_used_up (const float *p, v16 i, v16 *q) { v16 r, s; asm ("kxnorw %%k1, %%k1, %%k1; vgatherdps (%2,%3,4), %0%{%%k1%}; vgatherdps 4(%2,%3,4), %1%{%%k1%}" : "=&v" (r), "=&v" (s) : "r" (p), "v" (i) : "memory", "k1"); *q = s; return r; } /* { dg-warning "%1.*[avow:output-read]" } */
float sum (float a) { float r; asm ("vaddss %1, %0, %0" : "=x" (r) : "x" (a)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
v4 scalar_into_vector (v4 a) { v4 r; asm ("vsqrtss %1, %0, %0" : "=x" (r) : "x" (a)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
u other_condition (u a, u b) { u r; asm ("cmpl %2, %1; cmovb %1, %0; cmova %2, %0" : "=&r" (r) : "r" (a), "r" (b) : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
u other_flags (u a, u b) { u r; asm ("cmpl %2, %1; cmovb %1, %0; testl %1, %1; cmovae %2, %0" : "=&r" (r) : "r" (a), "r" (b) : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
u used_between (u a, u b) { u r, s; asm ("cmpl %3, %2; cmovb %2, %0; movl %0, %1; cmovae %3, %0" : "=&r" (r), "=&r" (s) : "r" (a), "r" (b) : "cc"); return r + s; } /* { dg-warning "[avow:output-read]" } */
u half_written (u a, u b) { u r; asm ("cmpl %2, %1; cmovb %w1, %w0; cmovae %2, %0" : "=&r" (r) : "r" (a), "r" (b) : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
v4 three_zeroed (float a) { v4 r; asm ("insertps $0x06, %1, %0" : "=x" (r) : "x" (a)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
v4 blended_twice (v4 a, v4 b) { v4 r; asm ("blendps $3, %1, %0; blendps $6, %2, %0" : "=&x" (r) : "x" (a), "x" (b)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
v4 broadcast_other (float a) { v4 r; asm ("vmovss %1, %%xmm0, %%xmm0; vshufps $0x40, %%xmm0, %%xmm0, %0" : "=x" (r) : "x" (a) : "xmm0"); return r; } /* { dg-warning "xmm0.*[avow:register-read]" } */
u extracted_other (u a) { u r; asm ("pinsrd $2, %1, %%xmm0; pextrd $1, %%xmm0, %0" : "=r" (r) : "r" (a) : "xmm0"); return r; } /* { dg-warning "xmm0.*[avow:register-read]" } */
