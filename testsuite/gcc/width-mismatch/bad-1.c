/* More of the register is used than the operand has, or another width of memory.  */
/* { dg-options "-O2 -msse2" } */
typedef unsigned u;
typedef unsigned long ul;
typedef unsigned char uc;
typedef unsigned short us;
ul q_int (int x) { ul r; asm ("movq %q1, %0" : "=r" (r) : "r" (x)); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
ul add_int (ul r, u x) { asm ("addq %q1, %0" : "+r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
ul indexed (ul *p, int i) { ul r; asm ("movq (%1,%q2,8), %0" : "=r" (r) : "r" (p), "r" (i) : "memory"); return r; } /* { dg-warning "%2.*[avow:width-mismatch]" } */
ul lea (int i) { ul r; asm ("leaq 1(%q1), %0" : "=r" (r) : "r" (i)); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
u k_char (uc x) { u r; asm ("movl %k1, %0" : "=r" (r) : "r" (x)); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
u k_short (us x) { u r; asm ("movl %k1, %0" : "=r" (r) : "r" (x)); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
u k_add (u r, us x) { asm ("addl %k1, %0" : "+r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
int cmp_bool (_Bool x) { int r; asm ("cmpl $0, %k1" : "=@ccz" (r) : "r" (x)); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
u movzwl_char (uc x) { u r; asm ("movzwl %w1, %0" : "=r" (r) : "r" (x)); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
u high (uc x) { u r; asm ("movzbl %h1, %0" : "=r" (r) : "Q" (x)); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
ul fixed (int x) { ul r; asm ("movq %%rcx, %0" : "=r" (r) : "c" (x)); return r; } /* { dg-warning "[avow:width-mismatch]" } */
void rep (char *d, int n) { asm volatile ("rep; stosb" : "+D" (d), "+c" (n) : "a" (0) : "memory"); } /* { dg-warning "[avow:width-mismatch]" } */
void rep_u (char *d, u n) { asm volatile ("rep; stosb" : "+D" (d), "+c" (n) : "a" (0) : "memory"); } /* { dg-warning "[avow:width-mismatch]" } */
ul bswap_ (u x) { ul r; asm ("movq %q1, %0; bswapq %0" : "=r" (r) : "r" (x)); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
double cvt (int x) { double r; asm ("cvtsi2sdq %q1, %0" : "=x" (r) : "r" (x)); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
long tied (int x) { long r; asm ("notq %0" : "=r" (r) : "0" (x)); return r; } /* { dg-warning "avow:(width-mismatch|output-read)" } */
/* the suffix is not the type's */
u l_long (ul x) { u r; asm ("movl %1, %0" : "=r" (r) : "r" (x)); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
ul q_u (u x) { ul r; asm ("movq %1, %0" : "=r" (r) : "r" (x)); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
ul addl_long (ul x) { asm ("addl $1, %0" : "+r" (x) : : "cc"); return x; } /* { dg-warning "%0.*[avow:width-mismatch]" } */
int setcc_int (int x) { int r; asm ("testl %1, %1; setz %0; movzbl %b0, %0" : "=q" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:width-mismatch]" } */
uc movl_char (uc x) { asm ("movl $1, %0" : "=q" (x)); return x; } /* { dg-warning "%0.*[avow:width-mismatch]" } */
u shr_cl (u x, u n) { asm ("shrl %1, %0" : "+r" (x) : "c" (n) : "cc"); return x; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
/* memory without a suffix: the assembler takes its default */
void inc_char (char *p) { asm ("inc %0" : "+m" (*p) : : "cc"); } /* { dg-warning "%0.*[avow:width-mismatch]" } */
/* { dg-warning "avow:(width-mismatch|memory-write|memory-read|memory-size)" "" { target *-*-* } .-1 } */
void inc_short (short *p) { asm ("inc %0" : "+m" (*p) : : "cc"); } /* { dg-warning "%0.*[avow:width-mismatch]" } */
/* { dg-warning "avow:(width-mismatch|memory-write|memory-read|memory-size)" "" { target *-*-* } .-1 } */
void inc_long (long *p) { asm ("inc %0" : "+m" (*p) : : "cc"); } /* { dg-warning "%0.*[avow:width-mismatch]" } */
void mov_char (char *p) { asm ("mov $1, %0" : "=m" (*p)); } /* { dg-warning "%0.*[avow:width-mismatch]" } */
/* { dg-warning "avow:(width-mismatch|memory-write|memory-read|memory-size)" "" { target *-*-* } .-1 } */
void mov_long (long *p) { asm ("mov $1, %0" : "=m" (*p)); } /* { dg-warning "%0.*avow:(width-mismatch|output-read)" } */
void lock_add (long *p) { asm volatile ("lock; add $1, %0" : "+m" (*p) : : "cc"); } /* { dg-warning "%0.*[avow:width-mismatch]" } */
int cmp_char (char *p) { int r; asm ("cmp $1, %1" : "=@ccz" (r) : "m" (*p)); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
/* { dg-warning "avow:(width-mismatch|memory-write|memory-read|memory-size)" "" { target *-*-* } .-1 } */
int test_short (short *p) { int r; asm ("test $1, %1" : "=@ccz" (r) : "m" (*p)); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
/* { dg-warning "avow:(width-mismatch|memory-write|memory-read|memory-size)" "" { target *-*-* } .-1 } */
void shl_short (short *p) { asm ("shl $1, %0" : "+m" (*p) : : "cc"); } /* { dg-warning "%0.*[avow:width-mismatch]" } */
/* { dg-warning "avow:(width-mismatch|memory-write|memory-read|memory-size)" "" { target *-*-* } .-1 } */
double fild (int *p) { double r; asm ("fild %1" : "=t" (r) : "m" (*p)); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
double fld (double *p) { double r; asm ("fld %1" : "=t" (r) : "m" (*p)); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
double fadd (double x, double *p) { asm ("fadd %1" : "+t" (x) : "m" (*p)); return x; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
/* memory wider than the object */
void l_short (short *p) { asm ("movl $1, %0" : "=m" (*p)); } /* { dg-warning "avow:(width-mismatch|memory-size|memory-write)" } */
void q_int_m (int *p) { asm ("movq $1, %0" : "=m" (*p)); } /* { dg-warning "avow:(width-mismatch|memory-size|memory-write)" } */
u l_char_m (uc *p) { u r; asm ("movl %1, %0" : "=r" (r) : "m" (*p)); return r; } /* { dg-warning "avow:(width-mismatch|memory-size|memory-read)" } */
double fldl_float (float *p) { double r; asm ("fldl %1" : "=t" (r) : "m" (*p)); return r; } /* { dg-warning "avow:(width-mismatch|memory-size|memory-read)" } */
u register_decides (uc *p) { u r; asm ("mov %1, %0" : "=r" (r) : "m" (*p)); return r; } /* { dg-warning "avow:(width-mismatch|memory-size|memory-read)" } */
