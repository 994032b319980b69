/* { dg-options "-O2 -masm=intel" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
u add (u x) { u r = 3; asm ("add %0, %1" : "+r" (r) : "r" (x) : "cc"); return r; }
u mov (u x) { u r; asm ("mov %0, %1\n\tadd %0, 4" : "=r" (r) : "r" (x) : "cc"); return r; }
int setcc (u x) { int r; asm ("test %1, %1\n\tsetz %b0\n\tmovzx %0, %b0" : "=q" (r) : "r" (x) : "cc"); return r; }
void mem (u *p) { asm ("inc dword ptr %0" : "+m" (*p) : : "cc"); }
u zero (void) { u r; asm ("xor %0, %0" : "=r" (r) : : "cc"); return r; }
u imul (u x) { u r; asm ("imul %0, %1, 3" : "=r" (r) : "r" (x) : "cc"); return r; }
