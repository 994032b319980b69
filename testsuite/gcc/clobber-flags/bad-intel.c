/* { dg-options "-O2 -masm=intel" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
void add (u x) { asm volatile ("add %0, 1" : "+r" (x)); } /* { dg-note "[avow:clobber-flags]" } */
void cmp (u x) { asm volatile ("cmp %0, 1" : : "r" (x)); } /* { dg-note "[avow:clobber-flags]" } */
void lock (u *p) { asm volatile ("lock inc %0" : "+m" (*p)); } /* { dg-note "[avow:clobber-flags]" } */
void braces (u x) { asm volatile ("add{l $1, %0| %0, 1}" : "+r" (x)); } /* { dg-note "[avow:clobber-flags]" } */
void named (u x) { asm volatile ("inc %[v]" : [v] "+r" (x)); } /* { dg-note "[avow:clobber-flags]" } */
