/* The flag tells only until it is written again, and only on the way where it says so.  */
/* { dg-options "-O2" } */
/* { avow-modes 64 32 } */
typedef unsigned u;

u alone (u x) { u r; asm ("bsfl %1, %0" : "=&r" (r) : "rm" (x) : "cc"); return r; } /* { dg-note "writes nothing.*[avow:output-read]" } */
u wrong_way (u x) { u r; asm ("bsfl %1, %0; jz 1f; movl $-1, %0; 1:" : "=&r" (r) : "rm" (x) : "cc"); return r; } /* { dg-note "writes nothing.*[avow:output-read]" } */
u wrong_condition (u x) { u r; asm ("bsfl %1, %0; cmovnz %2, %0" : "=&r" (r) : "rm" (x), "r" (-1) : "cc"); return r; } /* { dg-note "writes nothing.*[avow:output-read]" } */
u too_late (u x) { u r; asm ("bsfl %1, %0; testl %1, %1; jnz 1f; movl $-1, %0; 1:" : "=&r" (r) : "rm" (x) : "cc"); return r; } /* { dg-note "writes nothing.*[avow:output-read]" } */
u computed (u x) { u r; asm ("bsfl %1, %0; incl %0" : "=&r" (r) : "rm" (x) : "cc"); return r; } /* { dg-note "writes nothing.*[avow:output-read]" } */
u limit (u s) { u r; asm ("lsll %1, %0; jnz 1f; xorl %0, %0; 1:" : "=&r" (r) : "r" (s) : "cc"); return r; } /* { dg-note "writes nothing.*[avow:output-read]" } */
/* Not decided: the output may stay unset.  */
u maybe (u x) { u r; asm ("testl %1, %1; jc 1f; jz 1f; movl $1, %0; 1:" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "some path.*[avow:output-unwritten]" } */
u loop (u x) { u r; asm ("xorl %%eax, %%eax; 1: incl %%eax; cmpl $3, %%eax; jb 1b; jne 2f; movl %1, %0; 2:" : "=r" (r) : "r" (x) : "eax", "cc"); return r; } /* { dg-warning "some path.*[avow:output-unwritten]" } */
u decided (void) { u r; asm ("movl $1, %%eax; cmpl $1, %%eax; je 1f; movl $1, %0; 1:" : "=r" (r) : : "eax", "cc"); return r; } /* { dg-warning "[avow:output-unwritten]" } */
/* A mask that is not zero.  */
u mask (void) { u r; asm ("movl $1, %%eax; andl %%ecx, %%eax; movl %%eax, %0" : "=r" (r) : : "eax", "cc"); return r; } /* { dg-warning "[re]cx.*[avow:register-read]" } */
/* Flags that come back as they were on entry.  */
#ifdef __x86_64__
#define AX "rax"
#else
#define AX "eax"
#endif
u saved (u x) { asm ("lahf; incl %0; sahf; jz 1f; incl %0; 1:" : "+r" (x) : : AX, "cc"); return x; } /* { dg-warning "flags.*[avow:register-read]" } */
u seen (u x) { asm ("lahf; movzbl %%ah, %0" : "+r" (x) : : AX, "cc"); return x; } /* { dg-warning "flags.*[avow:register-read]" } */
u partly (u x) { asm ("incl %0; lahf; sahf; adcl $0, %0" : "+r" (x) : : AX, "cc"); return x; } /* { dg-warning "flags.*[avow:register-read]" } */
/* No flag is set when the count is zero.  */
const char *find (const char *s, int c, unsigned long n) { const char *r; asm ("repne; scasb\n\tje 1f\n\tmov $1, %0\n1:\tdec %0" : "=D" (r), "+c" (n) : "a" (c), "0" (s) : "cc", "memory"); return r; } /* { dg-note "flags.*repeat count.*[avow:register-read]" } */
