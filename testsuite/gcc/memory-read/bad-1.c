/* { dg-options "-O2 -msse2 -fno-pie" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
typedef float v4 __attribute__ ((vector_size (16)));
#ifdef __x86_64__
#define R "%%r"
#define S "(%%rip)"
#else
#define R "%%e"
#define S ""
#endif
u glob = 1, glob2, tab[8] = { 1 };
u load (u *p) { u r; asm ("movl (%1), %0" : "=r" (r) : "r" (p)); return r; } /* { dg-warning "[avow:memory-read]" } */
u offset (u *p) { u r; asm ("movl 8(%1), %0" : "=r" (r) : "r" (p)); return r; } /* { dg-warning "[avow:memory-read]" } */
u indexed (u *p, long i) { u r; asm ("movl (%1,%2,4), %0" : "=r" (r) : "r" (p), "r" (i)); return r; } /* { dg-warning "[avow:memory-read]" } */
u by_name (u *p) { u r; asm ("movl (" R "cx), %0" : "=r" (r) : "c" (p)); return r; } /* { dg-warning "[avow:memory-read]" } */
u a_modifier (u *p) { u r; asm ("movl %a1, %0" : "=r" (r) : "r" (p)); return r; } /* { dg-warning "[avow:memory-read]" } */
u by_value (u *p) { u r = 0; asm ("addl (%1), %0" : "+r" (r) : "r" (p) : "cc"); return r; } /* { dg-warning "[avow:memory-read]" } */
u compare (u *p) { int r; asm ("cmpl $1, (%1)" : "=@ccz" (r) : "r" (p)); return r; } /* { dg-warning "[avow:memory-read]" } */
int go (u *p) { asm goto ("cmpl $1, (%0); jz %l1" : : "r" (p) : "cc" : out); return 1; out: return 0; } /* { dg-warning "[avow:memory-read]" } */
u copied (u *p) { u r; asm ("mov %1, " R "cx; movl 4(" R "cx), %0" : "=r" (r) : "r" (p) : "ecx"); return r; } /* { dg-warning "[avow:memory-read]" } */
u loop (u *p, long n) { u r; asm ("xorl %0, %0; 1: addl (%1), %0; add $4, %1; sub $1, %2; jnz 1b" : "=&r" (r), "+r" (p), "+r" (n) : : "cc"); return r; } /* { dg-warning "[avow:memory-read]" } */
u symbol (void) { u r; asm ("movl glob" S ", %0" : "=r" (r)); return r; } /* { dg-warning "[avow:memory-read]" } */
u symbol_operand (void) { u r; asm ("movl %c1" S ", %0" : "=r" (r) : "i" (&glob)); return r; } /* { dg-warning "[avow:memory-read]" } */
unsigned char lods (char *s) { unsigned char r; asm ("lodsb" : "=a" (r), "+S" (s)); return r; } /* { dg-warning "[avow:memory-read]" } */
long scas (char *s) { long n = -1; asm ("repne; scasb" : "+D" (s), "+c" (n) : "a" (0) : "cc"); return n; } /* { dg-warning "[avow:memory-read]" } */
int cmps (char *a, char *b, long n) { int r; asm ("cmpl %k3, %k3; repe; cmpsb" : "=@ccz" (r), "+S" (a), "+D" (b), "+c" (n)); return r; } /* { dg-warning "[avow:memory-read]" } */
void movs (char *d, char *s) { char *e = d; asm volatile ("movsb" : "+D" (d), "+S" (s), "=m" (*e)); } /* { dg-warning "[avow:memory-read]" } */
double fld (double *p) { double r; asm ("fldl (%1)" : "=t" (r) : "r" (p)); return r; } /* { dg-warning "[avow:memory-read]" } */
v4 vec (v4 *p) { v4 r; asm ("movaps (%1), %0" : "=x" (r) : "r" (p)); return r; } /* { dg-warning "[avow:memory-read]" } */
void ldmxcsr (u *p) { asm volatile ("ldmxcsr (%0)" : : "r" (p)); } /* { dg-warning "[avow:memory-read]" } */
void fldcw (u *p) { asm volatile ("fldcw (%0)" : : "r" (p)); } /* { dg-warning "[avow:memory-read]" } */
void outs (char *p, u port) { asm volatile ("outsb" : "+S" (p) : "d" (port)); } /* { dg-warning "[avow:memory-read]" } */
/* an input for something else, for less, or only an output */
u other (void) { u r; asm ("movl (%1), %0" : "=r" (r) : "r" (&glob), "m" (glob2)); return r; } /* { dg-warning "[avow:memory-read]" } */
u beside (u *p) { u r; asm ("movl (%1), %0; addl 4(%1), %0" : "=&r" (r) : "r" (p), "m" (*p) : "cc"); return r; } /* { dg-warning "avow:memory-(read|size)" } */
u beyond (u *p) { u r; asm ("movl 4+%1, %0" : "=r" (r) : "m" (*p)); return r; } /* { dg-warning "avow:memory-(read|size)" } */
u wider (unsigned short *p) { u r; asm ("movl %1, %0" : "=r" (r) : "m" (*p)); return r; } /* { dg-warning "avow:(memory-read|memory-size|width-mismatch)" } */
u only_output (u *p) { u r; asm ("movl (%2), %0; movl $1, (%2)" : "=&r" (r), "=m" (*p) : "r" (p)); return r; } /* { dg-warning "avow:(memory-read|output-read)" } */
u local (void) { u l[2] = { 1, 2 }, r; asm ("movl 4(%1), %0" : "=r" (r) : "r" (l)); return r; } /* { dg-warning "[avow:memory-read]" } */
u local_const (void) { const u l[2] = { 1, 2 }; u r; asm ("movl 4(%1), %0" : "=r" (r) : "r" (l)); return r; } /* { dg-warning "[avow:memory-read]" } */
u stack_argument (u x) { u r; asm ("movl (%1), %0" : "=r" (r) : "r" (&x)); return r; } /* { dg-warning "[avow:memory-read]" } */
