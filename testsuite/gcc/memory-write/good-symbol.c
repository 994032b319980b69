/* The operand covers the store, but by a name or by the address of the operand.  */
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
u glob, tab[8];
void symbol (void) { asm volatile ("movl $1, glob" S : "=m" (glob)); }
void symbol_operand (void) { asm volatile ("movl $1, %c1" S : "=m" (glob) : "i" (&glob)); }
void address (u *p) { asm volatile ("lea %0, " R "cx; movl $1, (" R "cx)" : "=m" (*p) : : "ecx"); }
