/* A read of which nothing comes is no read: its result is never used, or only bytes of it that do not depend
   on it.  */
/* { dg-options "-O2 -msse2" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
typedef unsigned char b;

/* The result is overwritten, or a clobber.  */
u again (u x) { u r; asm ("addl %%ecx, %0; movl %1, %0" : "=&r" (r) : "r" (x) : "cc"); return r; }
void scratch (void) { asm volatile ("addl %%ecx, %%eax" : : : "eax", "cc"); }
void barrier (void) { asm volatile ("cpuid" : : : "eax", "ebx", "ecx", "edx", "memory"); }
/* Bytes that do not get into the output.  */
b low (u x) { b r; asm ("movl %1, %%eax; addl %%ecx, %%eax; movb $1, %%al; movb %%al, %0" : "=r" (r) : "r" (x) : "eax", "cc"); return r; }
b sum (b x) { b r; asm ("leal 1(%k1), %k0" : "=r" (r) : "r" (x)); return r; }
u cut (u x) { u r; asm ("movl %1, %%eax; movb %%cl, %%ah; movzbl %%al, %0" : "=r" (r) : "r" (x) : "eax", "ecx"); return r; }
/* The lower byte is the old one, and masked out by a constant.  */
u masked (void) { u r; asm ("movb $1, %b0; andl $0, %0" : "=q" (r) : : "cc"); return r; }
/* Flags that nobody asks for.  */
u sbb (u x) { u r; asm ("movl %1, %0; adcl $0, %%ecx" : "=&r" (r) : "r" (x) : "ecx", "cc"); return r; }
/* Lanes: the upper half of the pack goes nowhere.  */
b pack (u x) { b r; asm ("movd %1, %%mm0; packssdw %%mm1, %%mm0; movd %%mm0, %%eax; movb %%al, %b0; emms" : "=q" (r)
  : "r" (x) : "eax", "mm0", "mm1", "st", "st(1)", "st(2)", "st(3)", "st(4)", "st(5)", "st(6)", "st(7)"); return r; }
/* Addresses of hints.  */
void hint (void) { asm volatile ("nopl 8(%ecx)"); }
/* What is stored is what was expected, whatever it is: nothing changes.  */
#ifndef __x86_64__
unsigned long long load (unsigned long long *p) { unsigned long long r; asm volatile ("movl %%ebx, %%eax\n\tmovl %%ecx, %%edx\n\tlock; cmpxchg8b %1" : "=&A" (r) : "m" (*p) : "cc"); return r; }
#endif
