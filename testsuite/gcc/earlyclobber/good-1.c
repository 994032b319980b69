/* { dg-options "-O2 -msse2" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
typedef float v4 __attribute__ ((vector_size (16)));
u two (u x, u y) { u r; asm ("movl %1, %0; addl %2, %0" : "=&r" (r) : "r" (x), "r" (y) : "cc"); return r; }
u zero_first (u x) { u r; asm ("xorl %0, %0; subl %1, %0" : "=&r" (r) : "r" (x) : "cc"); return r; }
u ri (u x) { u r; asm ("movl $1, %0; addl %1, %0" : "=&r" (r) : "ri" (x) : "cc"); return r; }
u imm (void) { u r; asm ("movl $1, %0; addl %1, %0" : "=r" (r) : "i" (5) : "cc"); return r; }
u setcc (u x) { u r; asm ("xorl %0, %0; testl %1, %1; setz %b0" : "=&q" (r) : "r" (x) : "cc"); return r; }
/* outputs never share with each other */
u two_outputs (u x) { u r, s; asm ("movl %2, %0; movl %0, %1; incl %1" : "=r" (r), "=r" (s) : "r" (x) : "cc"); return r + s; }
u old_value (u *p, u n) { u r; asm ("movl %1, %0; movl %2, %1" : "=&r" (r), "+m" (*p) : "r" (n)); return r; }
u address (u *p) { u r; asm ("movl $1, %0; addl %1, %0" : "=&r" (r) : "m" (*p) : "cc"); return r; }
u read_and_write (u x, u *p) { u r; asm ("imull $3, %1, %0" : "=r" (r) : "m" (*p) : "cc"); return r; }
u last_read (u x, u y) { u r; asm ("addl %2, %1; movl %1, %0" : "=r" (r), "+r" (x) : "r" (y) : "cc"); return r; }
u lea (long x, long y) { u r; asm ("leal (%1,%2), %0" : "=r" (r) : "r" (x), "r" (y)); return r; }
u tied (u x, u y) { u r; asm ("addl %2, %0; notl %0" : "=r" (r) : "0" (x), "r" (y) : "cc"); return r; }
u tied_read_later (u x) { u r; asm ("notl %0; addl %1, %0" : "=r" (r) : "0" (x) : "cc"); return r; }
u fixed (u x) { u r; asm ("movl $1, %%eax; addl %1, %%eax" : "=&a" (r) : "r" (x) : "cc"); return r; }
u other_class (u x) { u r; asm ("movl $1, %%eax; addl %1, %%eax" : "=a" (r) : "d" (x) : "cc"); return r; }
u clobbered (u x) { u r; asm ("movl $1, %%ecx; addl %1, %%ecx; movl %%ecx, %0" : "=r" (r) : "r" (x) : "cc", "ecx"); return r; }
u mul (u x, u y) { u l, h; asm ("mull %3" : "=a" (l), "=d" (h) : "0" (x), "r" (y) : "cc"); return l + h; }
u div (u x, u y) { u q, r; asm ("xorl %%edx, %%edx; divl %3" : "=a" (q), "=&d" (r) : "0" (x), "r" (y) : "cc"); return q + r; }
void rdtsc (u *p) { u a, d; asm volatile ("rdtsc; movl %%eax, %2" : "=&a" (a), "=&d" (d), "=m" (*p)); }
u add64 (u l, u h, u x, u y) { asm ("addl %2, %0; adcl %3, %1" : "+&r" (l), "+r" (h) : "r" (x), "r" (y) : "cc"); return l ^ h; }
u plus (u x, u y) { asm ("addl %1, %0; incl %0" : "+r" (x) : "r" (y) : "cc"); return x; }
u one_way (u x, u y) { u r; asm ("testl %1, %1; jz 1f; movl $3, %0; jmp 2f; 1: movl %2, %0; 2:" : "=r" (r) : "r" (x), "r" (y) : "cc"); return r; }
int go (u x, u y) { u r; asm goto ("movl $1, %0; cmpl %1, %2; jz %l[out]" : "=&r" (r) : "r" (x), "r" (y) : "cc" : out); return r; out: return 0; }
u alternatives (u x) { u r; asm ("movl $1, %0; addl %1, %0" : "=&r,&r" (r) : "m,r" (x) : "cc"); return r; }
v4 vector (v4 x, v4 y) { v4 r; asm ("movaps %1, %0; addps %2, %0" : "=&x" (r) : "x" (x), "x" (y)); return r; }
/* a vector output cannot be in the register of an address */
v4 vmem (v4 *x) { v4 r; asm ("xorps %0, %0; addps %1, %0" : "=x" (r) : "m" (*x)); return r; }
u to_gpr (v4 x) { u r; asm ("movl $1, %0; movmskps %1, %0" : "=r" (r) : "x" (x)); return r; }
u matching_name (u x, u y) { u r; asm ("addl %[y], %[r]" : [r] "=r" (r) : "[r]" (x), [y] "r" (y) : "cc"); return r; }
/* the whole of it is read before, in pieces */
u pieces (u x) { u r; asm ("movzbl %h1, %0" : "=r" (r) : "Q" (x)); return r; }
/* a local's address is formed from the frame */
u local (void) { volatile u l = 3; u r; asm ("movl $1, %0; addl %1, %0" : "=r" (r) : "m" (l) : "cc"); return r; }
u memory_output (u x, u y) { u r; asm ("movl %1, %0; addl %2, %0" : "=m" (r) : "r" (x), "r" (y) : "cc"); return r; }
u same_input_only (u x) { u r; asm ("movl %1, %0; addl %0, %0" : "=r" (r) : "r" (x) : "cc"); return r; }
