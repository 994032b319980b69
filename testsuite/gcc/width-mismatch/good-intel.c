/* { dg-options "-O2 -masm=intel" } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
typedef unsigned long ul;
/* GCC writes the size of a memory operand itself */
void inc_char (char *p) { asm ("inc %0" : "+m" (*p) : : "cc"); }
void inc_short (short *p) { asm ("inc %0" : "+m" (*p) : : "cc"); }
void inc_long (long *p) { asm ("inc %0" : "+m" (*p) : : "cc"); }
void mov_char (char *p) { asm ("mov %0, 1" : "=m" (*p)); }
double fild (int *p) { double r; asm ("fild %1" : "=t" (r) : "m" (*p)); return r; }
ul movsxd (int x) { ul r; asm ("movsxd %0, %1" : "=r" (r) : "r" (x)); return r; }
u movzx (unsigned char x) { u r; asm ("movzx %0, %1" : "=r" (r) : "q" (x)); return r; }
u lea32 (u x) { u r; asm ("lea %0, [%k1+%k1*2]" : "=r" (r) : "r" (x)); return r; }
