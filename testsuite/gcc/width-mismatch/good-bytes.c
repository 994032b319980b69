/* { dg-options "-O2 -mavx512bw -mbmi2" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
/* The bytes above the type are read, and nothing comes of them.  */
typedef unsigned u;
typedef unsigned char uc;
typedef unsigned short us;
typedef int v4 __attribute__ ((vector_size (16)));
u masked (us x) { u r; asm ("movl %k1, %0; andl $0xffff, %0" : "=r" (r) : "r" (x) : "cc"); return r; }
u masked_by_register (uc x) { u r; asm ("movl $255, %0; andl %k1, %0" : "=&r" (r) : "r" (x) : "cc"); return r; }
u or_all (us x) { u r; asm ("movl %k1, %0; orl $-65536, %0" : "=r" (r) : "r" (x) : "cc"); return r; }
u up_and_down (uc x) { u r; asm ("movl %k1, %0; shll $24, %0; shrl $24, %0" : "=r" (r) : "r" (x) : "cc"); return r; }
int sign (short x) { int r; asm ("movl %k1, %0; shll $16, %0; sarl $16, %0" : "=r" (r) : "r" (x) : "cc"); return r; }
us swapped (us x) { asm ("bswapl %k0; shrl $16, %k0" : "+r" (x) : : "cc"); return x; }
us turned_half (us x) { asm ("roll $16, %k0; shrl $16, %k0" : "+r" (x) : : "cc"); return x; }
us negated (us x) { asm ("negl %k0" : "+r" (x) : : "cc"); return x; }
us product (us x, us y) { asm ("imull %k1, %k0" : "+r" (x) : "r" (y) : "cc"); return x; }
_Bool test (uc x) { _Bool r; asm ("testl $1, %k1" : "=@ccnz" (r) : "r" (x)); return r; }
_Bool bit (uc x) { _Bool r; asm ("btl $7, %k1" : "=@ccc" (r) : "r" (x)); return r; }
u mask (us x) { u r; asm ("kmovw %k1, %%k1; kmovw %%k1, %0" : "=r" (r) : "r" (x) : "k1"); return r; }
v4 word (v4 v, us x) { asm ("pinsrw $1, %k1, %0" : "+x" (v) : "r" (x)); return v; }
v4 byte (v4 v, uc x) { asm ("pinsrb $1, %k1, %0" : "+x" (v) : "r" (x)); return v; }
u shifted (u x, uc n) { u r; asm ("shlx %k2, %1, %0" : "=r" (r) : "r" (x), "r" (n)); return r; }
u low_bits (u x, uc n) { u r; asm ("bzhi %k2, %1, %0" : "=r" (r) : "r" (x), "r" (n) : "cc"); return r; }
