/* What a flag tells: a destination that was kept is written behind, a condition that is decided leads one way
   only, and constants fold.  */
/* { dg-options "-O2" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
typedef unsigned char b;

u jump (u x) { u r; asm ("bsfl %1, %0; jnz 1f; movl $-1, %0; 1:" : "=&r" (r) : "rm" (x) : "cc"); return r; } /* { dg-bogus "writes nothing" } */
u jump2 (u x) { u r; asm ("bsrl %1, %0; jz 2f; 1: .subsection 1; 2: movl $-1, %0; jmp 1b; .subsection 0" : "=&r" (r) : "rm" (x) : "cc"); return r; } /* { dg-bogus "writes nothing" } */
u conditional (u x) { u r; asm ("bsfl %1, %0; cmovz %2, %0" : "=&r" (r) : "rm" (x), "r" (-1) : "cc"); return r; } /* { dg-bogus "writes nothing" } */
u before (u x) { u r; asm ("movl $32, %0; bsfl %1, %0" : "=&r" (r) : "rm" (x) : "cc"); return r; } /* { dg-bogus "writes nothing" } */
u overwritten (u x) { u r; asm ("bsfl %1, %0; movl %1, %0" : "=&r" (r) : "rm" (x) : "cc"); return r; } /* { dg-bogus "writes nothing" } */
u limit (u s) { u r; asm ("lsll %1, %0; jz 1f; xorl %0, %0; 1:" : "=&r" (r) : "r" (s) : "cc"); return r; } /* { dg-bogus "writes nothing" } */

/* Branches that are decided.  */
u always (void) { u r; asm ("xorl %%eax, %%eax; jz 1f; jmp foo; 1: movl $1, %0" : "=r" (r) : : "eax", "cc"); return r; }
u never (void) { u r; asm ("movl $3, %0; cmpl $4, %0; ja foo; jge foo; testb $4, %b0; jnz foo" : "=q" (r) : : "cc"); return r; }
u carry (u x) { u r; asm ("movl %1, %0; stc; jc 1f; jmp foo; 1:" : "=r" (r) : "r" (x) : "cc"); return r; }
u twice (u x) { u r; asm ("testl %1, %1; jz 1f; jz foo; movl $1, %0; jmp 2f; 1: jnz foo; movl $2, %0; 2:" : "=r" (r) : "r" (x) : "cc"); return r; }
/* Constants: %0 never matters.  */
u folded (u x) { u r; asm ("xorl %%eax, %%eax; andl %%ecx, %%eax; orl %1, %%eax; movl %%eax, %0" : "=r" (r) : "r" (x) : "eax", "cc"); return r; }
u shifts (void) { u r; asm ("movl $0x80000000, %0; sarl $31, %0; negl %0; shll $4, %0; bswapl %0; cmpl $0x10000000, %0; jne foo" : "=r" (r) : : "cc"); return r; }
u product (void) { u r; asm ("movl $6, %0; imull $7, %0, %0; subl $42, %0; jnz foo; jc foo; jo foo; js foo; jp 1f; jmp foo; 1:" : "=r" (r) : : "cc"); return r; }
u narrow (void) { u r; asm ("movl $-1, %%eax; movzbl %%al, %0; cmpl $255, %0; jne foo; movsbl %%al, %0; cmpl $-1, %0; jne foo" : "=r" (r) : : "eax", "cc"); return r; }
u signs (void) { u r; asm ("movl $-1, %0; cmpl $1, %0; jge foo; jb foo; jle 1f; jmp foo; 1:" : "=r" (r) : : "cc"); return r; }
/* Flags through lahf and sahf: only the carry comes back, and that was set here.  */
#ifdef __x86_64__
#define AX "rax"
#else
#define AX "eax"
#endif
u carry_loop (u *r, const u *a, u n) { u t; asm volatile ("clc\n1: lahf\n\tmovl (%2), %1\n\tsahf\n\tadcl %1, (%0)\n\tlea 4(%0), %0\n\tlea 4(%2), %2\n\tdec %3\n\tjnz 1b"
  : "+r" (r), "=&r" (t), "+r" (a), "+r" (n) : : AX, "cc", "memory"); return n + t; }
/* ... and all of them, with OF by seto and add.  */
u all_flags (u x) { asm ("cmpl $1, %0; seto %%al; lahf; incl %0; addb $0x7f, %%al; sahf; jg 1f; notl %0; 1:" : "+r" (x) : : AX, "cc"); return x; }
