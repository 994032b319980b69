/* { dg-options "-O2 -masm=intel" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
u add (u x) { u r; asm ("add %0, %1" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
int setcc (u x) { int r; asm ("test %1, %1\n\tsetz %b0" : "=q" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
u cmov (u x) { u r; asm ("test %1, %1\n\tcmovnz %0, %1" : "=r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
void mem (u *p) { asm ("inc %0" : "=m" (*p) : : "cc"); } /* { dg-warning "%0.*[avow:output-read]" } */
u braces (void) { u r; asm ("{incl %0|inc %0}" : "=r" (r) : : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
u named (u x) { u r; asm ("sub %[r], %[x]" : [r] "=r" (r) : [x] "r" (x) : "cc"); return r; } /* { dg-warning "[avow:output-read]" } */
