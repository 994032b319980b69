/* What does get into an output, memory or a decision is read, byte by byte.  */
/* { dg-options "-O2 -msse2" } */
/* { avow-modes 64 32 } */
#ifdef __x86_64__
#define A "rcx"
#else
#define A "ecx"
#endif
typedef unsigned u;
typedef unsigned char b;

u again (u x) { u r; asm ("addl %%ecx, %0; addl %1, %0" : "=&r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "[re]cx.*[avow:register-read]" } */
/* { dg-warning "%0.*[avow:output-read]" "" { target *-*-* } .-1 } */
/* One byte of three copies is used.  */
b high (void) { b r; asm ("movl %%ecx, %%eax; movb $1, %%al; movb %%ah, %%dl; movb %%dl, %0" : "=q" (r) : : "eax", "edx"); return r; } /* { dg-warning "[re]cx.*[avow:register-read]" } */
/* Two paths bring different values: the copies are the reads.  */
u paths (u x) { u r; asm ("movl %%ecx, %%eax; testl %1, %1; jz 1f; movl %%edx, %%eax; 1: notl %%eax; movl %%eax, %0" : "=&r" (r) : "r" (x) : "eax", "cc"); return r; } /* { dg-warning "[re]cx.*[avow:register-read]" } */
/* { dg-warning "[re]dx.*[avow:register-read]" "" { target *-*-* } .-1 } */
u copies (u x) { u r; asm ("movl %%ecx, %0; testl %1, %1; jz 1f; movl %%edx, %0; 1:" : "=&r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "[re]cx.*[avow:register-read]" } */
/* { dg-warning "[re]dx.*[avow:register-read]" "" { target *-*-* } .-1 } */
/* Around a loop.  */
u loop (u n) { u r; asm ("xorl %0, %0; 1: addl %%eax, %0; movl %%ecx, %%eax; decl %1; jnz 1b" : "=&r" (r), "+r" (n) : : "eax", "cc"); return r; } /* { dg-warning "[re]cx.*[avow:register-read]" } */
/* { dg-warning "[re]ax.*[avow:register-read]" "" { target *-*-* } .-1 } */
void stored (u *p) { asm ("addl %%ecx, %%eax; movl %%eax, %0" : "=m" (*p) : : "eax", "cc"); } /* { dg-warning "[re]cx.*[avow:register-read]" } */
/* { dg-warning "[re]ax.*[avow:register-read]" "" { target *-*-* } .-1 } */
int decides (void) { int r; asm goto ("incl %%ecx; jz %l0" : : : "ecx", "cc" : out); return 1; out: r = 0; return r; } /* { dg-warning "[re]cx.*[avow:register-read]" } */
/* movsx copies the sign to all bytes behind.  */
u sign (void) { u r; asm ("movb %%cl, %%al; movsbl %%al, %%eax; shrl $16, %%eax; movl %%eax, %0" : "=r" (r) : : "eax", "cc"); return r; } /* { dg-warning "[re]cx.*[avow:register-read]" } */
/* An address is used whatever becomes of what it finds.  */
void touch (void) { asm volatile ("movl (%%" A "), %%eax" : : : "eax", "memory"); } /* { dg-warning "[re]cx.*[avow:register-read]" } */
/* The upper lanes of the pack are used.  */
u pack (u x) { u r; asm ("movd %1, %%mm0; packssdw %%mm1, %%mm0; psrlq $32, %%mm0; movd %%mm0, %0; emms" : "=r" (r) /* { dg-warning "mm1.*[avow:register-read]" } */
  : "r" (x) : "mm0", "st", "st(1)", "st(2)", "st(3)", "st(4)", "st(5)", "st(6)", "st(7)"); return r; }
