/* { dg-options "-O2 -msse4.1" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
typedef float v4 __attribute__ ((vector_size (16)));
u named (void) { u r; asm ("movl %%ebx, %0; addl $1, %0" : "=r" (r) : : "cc"); return r; } /* { dg-warning "[re]bx.*[avow:register-read]" } */
/* what another statement left there */
u carried (void) { u r; asm volatile ("movl $5, %%ebx" : : : "ebx"); asm volatile ("movl %%ebx, %0" : "=r" (r)); return r; } /* { dg-warning "[re]bx.*[avow:register-read]" } */
void stored (u *p) { asm volatile ("movl %%esi, %0" : "=m" (*p)); } /* { dg-warning "[re]si.*[avow:register-read]" } */
void low (u *p) { asm volatile ("addb %%cl, %0" : "+m" (*p) : : "cc"); } /* { dg-warning "[re]cx.*[avow:register-read]" } */
void high (u *p) { asm volatile ("addb %%ch, %0" : "+m" (*p) : : "cc"); } /* { dg-warning "[re]cx.*[avow:register-read]" } */
void clobbered (u x) { asm volatile ("addl %%ecx, %0" : "+r" (x) : : "ecx", "cc"); } /* { dg-warning "[re]cx.*[avow:register-read]" } */
void after_one_path (u x) { asm volatile ("testl %0, %0; jz 1f; movl $1, %%ecx; 1: addl %%ecx, %0" : "+r" (x) : : "ecx", "cc"); } /* { dg-warning "[re]cx.*[avow:register-read]" } */
void partly_set (u x) { asm volatile ("movb $1, %%cl; addl %%ecx, %0" : "+r" (x) : : "ecx", "cc"); } /* { dg-warning "[re]cx.*[avow:register-read]" } */
void address (u x) { asm volatile ("movl (%%esi), %0" : "=r" (x) : : "memory"); } /* { dg-warning "[re]si.*[avow:register-read]" } */
void decides (u x) { asm volatile ("testl %%ecx, %%ecx; jz 1f; notl %0; 1:" : "+r" (x) : : "cc"); } /* { dg-warning "[re]cx.*[avow:register-read]" } */
int go (void) { asm goto ("testl %%ecx, %%ecx; jz %l0" : : : "cc" : out); return 1; out: return 0; } /* { dg-warning "[re]cx.*[avow:register-read]" } */
int flag_output (void) { int r; asm ("testl %%ecx, %%ecx" : "=@ccz" (r)); return r; } /* { dg-warning "[re]cx.*[avow:register-read]" } */
/* implicit operands */
u mul_used (u y) { u h; asm volatile ("mull %1" : "=d" (h) : "r" (y) : "eax", "cc"); return h; } /* { dg-warning "[re]ax.*[avow:register-read]" } */
u div (u x, u y) { asm volatile ("divl %1" : "+a" (x) : "r" (y) : "edx", "cc"); return x; } /* { dg-warning "[re]dx.*[avow:register-read]" } */
u cmpxchg (u *p, u n) { char ok; asm volatile ("lock; cmpxchgl %2, %1; setz %0" : "=q" (ok), "+m" (*p) : "r" (n) : "eax", "cc", "memory"); return ok; } /* { dg-warning "[re]ax.*[avow:register-read]" } */
void rep (char *d) { asm volatile ("rep; stosb" : "+D" (d) : "a" (0) : "memory", "ecx"); } /* { dg-warning "[re]cx.*[avow:register-read]" } */
void stos (char *d) { asm volatile ("stosb" : "+D" (d) : : "memory"); } /* { dg-warning "[re]ax.*[avow:register-read]" } */
void movs (char *d) { asm volatile ("movsb" : "+D" (d) : : "memory", "esi"); } /* { dg-warning "[re]si.*[avow:register-read]" } */
void scas (char *d) { int z; asm volatile ("scasb" : "+D" (d), "=@ccz" (z) : : "memory"); } /* { dg-warning "[re]ax.*[avow:register-read]" } */
void shl (u x) { asm volatile ("shll %%cl, %0" : "+r" (x) : : "cc"); } /* { dg-warning "[re]cx.*[avow:register-read]" } */
void loop (u x) { asm volatile ("1: addl $1, %0; loop 1b" : "+r" (x) : : "ecx", "cc"); } /* { dg-warning "[re]cx.*[avow:register-read]" } */
void jecxz (u x) { asm volatile ("jecxz 1f; addl $1, %0; 1:" : "+r" (x) : : "cc"); } /* { dg-warning "[re]cx.*[avow:register-read]" } */
void xlat (char *t) { char r; asm volatile ("movb $1, %%al; xlat" : "=a" (r) : : "memory"); } /* { dg-warning "[re]bx.*[avow:register-read]" } */
void xgetbv (void) { u a, d; asm volatile ("xgetbv" : "=a" (a), "=d" (d)); } /* { dg-warning "[re]cx.*[avow:register-read]" } */
void rdmsr (void) { u a, d; asm volatile ("rdmsr" : "=a" (a), "=d" (d)); } /* { dg-warning "[re]cx.*[avow:register-read]" } */
void wrmsr (u n, u x) { asm volatile ("wrmsr" : : "c" (n), "a" (x) : "memory"); } /* { dg-warning "[re]dx.*[avow:register-read]" } */
void outb (u x) { asm volatile ("outb %b0, %%dx" : : "a" (x)); } /* { dg-warning "[re]dx.*[avow:register-read]" } */
void outb_al (u p) { asm volatile ("outb %%al, %w0" : : "d" (p)); } /* { dg-warning "[re]ax.*[avow:register-read]" } */
void cdq (void) { u d; asm volatile ("cltd" : "=d" (d)); } /* { dg-warning "[re]ax.*[avow:register-read]" } */
void sahf (void) { int c; asm volatile ("sahf" : "=@ccc" (c)); } /* { dg-warning "[re]ax.*[avow:register-read]" } */
void blendv (v4 x, v4 y) { asm volatile ("blendvps %1, %0" : "+x" (x) : "x" (y)); } /* { dg-warning "mm0.*[avow:register-read]" } */
/* flags */
u setcc (void) { unsigned char r; asm ("setz %0" : "=q" (r)); return r; } /* { dg-warning "flag.*[avow:register-read]" } */
u adc (u x) { asm ("adcl $0, %0" : "+r" (x) : : "cc"); return x; } /* { dg-warning "flag.*[avow:register-read]" } */
u sbb (void) { u r; asm ("sbbl %0, %0" : "=r" (r) : : "cc"); return r; } /* { dg-warning "flag.*[avow:register-read]" } */
u rcl (u x) { asm ("rcll $1, %0" : "+r" (x) : : "cc"); return x; } /* { dg-warning "flag.*[avow:register-read]" } */
u cmov (u x, u y) { asm ("cmovcl %1, %0" : "+r" (x) : "r" (y)); return x; } /* { dg-warning "flag.*[avow:register-read]" } */
u jump (u x) { asm ("jc 1f; notl %0; 1:" : "+r" (x)); return x; } /* { dg-warning "flag.*[avow:register-read]" } */
int go_flag (void) { asm goto ("jc %l0" : : : : out); return 1; out: return 0; } /* { dg-warning "flag.*[avow:register-read]" } */
u inc_keeps_carry (u x) { asm ("incl %0; adcl $0, %0" : "+r" (x) : : "cc"); return x; } /* { dg-warning "flag.*[avow:register-read]" } */
int cc_output (void) { int c; asm ("" : "=@ccc" (c)); return c; } /* { dg-warning "avow:(register-read|output-unwritten)" } */
u shift_may_keep (u x, u n) { asm ("shll %%cl, %0; adcl $0, %0" : "+r" (x) : "c" (n) : "cc"); return x; } /* { dg-warning "flag.*[avow:register-read]" } */
u lahf (void) { unsigned short r; asm ("lahf" : "=a" (r)); return r; } /* { dg-warning "avow:(register-read|output-read)" } */
/* { dg-warning "avow:(register-read|output-read)" "" { target *-*-* } .-1 } */
/* vectors, x87 */
void addps (v4 x) { asm volatile ("addps %%xmm1, %0" : "+x" (x)); } /* { dg-warning "mm1.*[avow:register-read]" } */
void movups (v4 *p) { asm volatile ("addps %%xmm6, %%xmm6; movups %%xmm6, %0" : "=m" (*p) : : "xmm6"); } /* { dg-warning "mm6.*[avow:register-read]" } */
void fst (double *p) { asm volatile ("fstl %0" : "=m" (*p)); } /* { dg-warning "(st|x87).*[avow:register-read]" } */
void fadd (double x) { asm volatile ("fadd %%st(1), %%st" : "+t" (x)); } /* { dg-warning "(st|x87).*[avow:register-read]" } */
void mm0 (long long *p) { asm volatile ("movq %%mm0, %0" : "=m" (*p)); } /* { dg-warning "(mm|st|x87).*[avow:register-read]" } */
/* a register variable that is no operand */
u variable (u x) { register u v asm ("esi") = x; u r; asm volatile ("leal 1(%%esi), %0" : "=r" (r)); return r + v; } /* { dg-warning "[re]si.*[avow:register-read]" } */
/* bsf of zero leaves its destination as it was */
u bsf (u x, u y) { asm ("bsfl %1, %%ecx; shll %%cl, %0" : "+r" (y) : "r" (x) : "ecx", "cc"); return y; } /* { dg-note "[re]cx.*old value.*[avow:register-read]" } */
