/* The same with a register that the statement may change, or without touching the rest.  */
/* { dg-do compile } */
int whole (unsigned char x) { int r; unsigned t = x; asm ("bsrl %1, %0" : "=r" (r) : "r" (t) : "cc"); return r; }
int inout (unsigned char x) { int r; unsigned t = x; asm ("movzbl %%al, %%eax; bsrl %%eax, %0" : "=r" (r), "+a" (t) : : "cc"); return r; }
unsigned char low (unsigned char x) { unsigned char r; asm ("movb %1, %0" : "=q" (r) : "q" (x)); return r; }
