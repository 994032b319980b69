/* { dg-options "-O2 -mavx512bw -mbmi2" } */
/* { avow-modes 64 32 } */
/* A byte above the operand's type goes into the result.  */
typedef unsigned u;
typedef unsigned char uc;
typedef unsigned short us;
typedef int v4 __attribute__ ((vector_size (16)));
u masked_too_wide (us x) { u r; asm ("movl %k1, %0; andl $0x1ffff, %0" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "andl.*2 bytes.*%1.*[avow:width-mismatch]" } */
u or_some (us x) { u r; asm ("movl %k1, %0; orl $0xff0000, %0" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "[avow:width-mismatch]" } */
u shifted_left (uc x) { u r; asm ("movl %k1, %0; shll $16, %0" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "[avow:width-mismatch]" } */
u shifted_right (us x) { u r; asm ("movl %k1, %0; shrl $8, %0" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "[avow:width-mismatch]" } */
u arithmetic (us x) { u r; asm ("movl %k1, %0; shll $8, %0; sarl $16, %0" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "[avow:width-mismatch]" } */
us swapped_down (us x) { asm ("bswapl %k0; shrl $8, %k0" : "+r" (x) : : "cc"); return x; } /* { dg-warning "[avow:width-mismatch]" } */
us turned (us x) { asm ("roll $8, %k0" : "+r" (x) : : "cc"); return x; } /* { dg-warning "[avow:width-mismatch]" } */
_Bool test_above (uc x) { _Bool r; asm ("testl $0x101, %k1" : "=@ccnz" (r) : "r" (x)); return r; } /* { dg-warning "[avow:width-mismatch]" } */
_Bool bit_above (uc x) { _Bool r; asm ("btl $8, %k1" : "=@ccc" (r) : "r" (x)); return r; } /* { dg-warning "[avow:width-mismatch]" } */
u whole_mask (us x) { u r; asm ("kmovd %k1, %%k1; kmovd %%k1, %0" : "=r" (r) : "r" (x) : "k1"); return r; } /* { dg-warning "[avow:width-mismatch]" } */
v4 inserted (v4 v, us x) { asm ("pinsrd $1, %k1, %0" : "+x" (v) : "r" (x)); return v; } /* { dg-warning "[avow:width-mismatch]" } */
u shifted (uc x, uc n) { u r; asm ("shlx %k2, %k1, %0" : "=r" (r) : "r" (x), "r" (n)); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
