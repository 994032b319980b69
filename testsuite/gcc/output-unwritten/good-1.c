/* { dg-options "-O2 -msse2" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
u kept (u x) { u r = 3; asm ("testl %1, %1" : "+r" (r) : "r" (x) : "cc"); return r; }
u tied (u x) { u r; asm ("testl %1, %1" : "=r" (r) : "r" (x), "0" (3) : "cc"); return r; }
u fixed (void) { u r; asm ("movl $1, %%eax" : "=a" (r)); return r; }
u second (u x) { u r, s; asm ("movl %2, %0; movl %0, %1" : "=r" (r), "=r" (s) : "r" (x)); return r + s; }
u one_way (u x) { u r = 0; asm ("testl %1, %1; jz 1f; movl $1, %0; 1:" : "+r" (r) : "r" (x) : "cc"); return r; }
u both_ways (u x) { u r; asm ("testl %1, %1; jz 1f; movl $1, %0; jmp 2f; 1: movl $2, %0; 2:" : "=r" (r) : "r" (x) : "cc"); return r; }
u first (u x) { u r; asm ("movl $0, %0; testl %1, %1; jz 1f; movl $1, %0; 1:" : "=&r" (r) : "r" (x) : "cc"); return r; }
u loop_once (u n) { u r; asm ("1: movl $7, %0; subl $1, %1; jnc 1b" : "=&r" (r), "+r" (n) : : "cc"); return r; }
u named (u x) { u r; asm ("leal 3(%[in]), %[out]" : [out] "=r" (r) : [in] "r" ((long) x)); return r; }
u zero (void) { u r; asm ("xorl %0, %0" : "=r" (r) : : "cc"); return r; }
u sub (void) { u r; asm ("subl %0, %0" : "=r" (r) : : "cc"); return r; }
u load (u *p) { u r; asm ("movl %1, %0" : "=r" (r) : "m" (*p)); return r; }
void store (u *p) { asm ("movl $1, %0" : "=m" (*p)); }
u bytes (void) { u r; asm ("movl $0, %0; movb $1, %b0" : "=q" (r)); return r; }
unsigned char set (u x) { unsigned char r; asm ("testl %1, %1; setz %0" : "=q" (r) : "r" (x) : "cc"); return r; }
u movzx (u x) { u r; asm ("testl %1, %1; setz %b0; movzbl %b0, %0" : "=q" (r) : "r" (x) : "cc"); return r; }
float vector (u x) { float r; asm ("movd %1, %0" : "=x" (r) : "r" (x)); return r; }
double x87 (double *p) { double r; asm ("fldl %1" : "=t" (r) : "m" (*p)); return r; }
double pi (void) { double r; asm ("fldpi" : "=t" (r)); return r; }
int flag (u x) { int r; asm ("testl %1, %1" : "=@ccz" (r) : "r" (x)); return r; }
int flag_of_inc (u x) { int r; asm ("incl %1" : "=@ccz" (r), "+r" (x)); return r + x; }
int go (u x) { u r; asm goto ("movl $1, %0; testl %1, %1; jz %l[out]" : "=&r" (r) : "r" (x) : "cc" : out); return 1; out: return r; }
u pop (u x) { u r; asm ("xchgl %0, %1" : "=r" (r), "+m" (x) : "0" (3)); return r; }
u lea (void *p) { u *r; asm ("lea %1, %0" : "=r" (r) : "m" (*(char *) p)); return *r; }
u all (u *o) { u a, b, c, d; asm volatile ("cpuid" : "=a" (a), "=b" (b), "=c" (c), "=d" (d) : "a" (1), "c" (0)); return a ^ b ^ c ^ d; }
u launder (void) { u r; asm ("" : "=r" (r)); return r; }
u alternatives (u x) { u r; asm ("movl %1, %0" : "=r,m" (r) : "rm,r" (x)); return r; }
