/* A "+" operand that another operand equals, or is addressed from: one register serves both.  */
/* { dg-options "-O2" } */
/* { avow-modes 64 32 } */
typedef unsigned u;

/* gcc -O2: addq $4, %rdi; movl (%rdi), %eax.  */
u address (u *p, u **q) { u r; asm ("add $4, %0; movl %2, %1" : "+r" (p), "=&r" (r) : "m" (*p) : "cc"); *q = p; return r; } /* { dg-warning "%0.*the address of.*[avow:earlyclobber]" } */
struct s { u a, b; };
u member (struct s *p, struct s **q) { u r; asm ("add $4, %0; movl %2, %1" : "+r" (p), "=&r" (r) : "m" (p->b) : "cc"); *q = p; return r; } /* { dg-warning "%0.*the address of.*[avow:earlyclobber]" } */
u same (u x) { asm ("incl %0; addl %1, %0" : "+r" (x) : "r" (x) : "cc"); return x; } /* { dg-warning "%0.*equal values.*[avow:earlyclobber]" } */
/* Not known to be equal: a note.  */
u perhaps (u x, u y) { asm ("incl %0; addl %1, %0" : "+r" (x) : "r" (y) : "cc"); return x; } /* { dg-note "%0.*if the compiler finds.*[avow:earlyclobber]" } */
u fine (u *p, u **q) { u r; asm ("movl %2, %1; add $4, %0" : "+r" (p), "=&r" (r) : "m" (*p) : "cc"); *q = p; return r; }
u early (u *p, u **q) { u r; asm ("add $4, %0; movl %2, %1" : "+&r" (p), "=&r" (r) : "m" (*p) : "cc"); *q = p; return r; }
