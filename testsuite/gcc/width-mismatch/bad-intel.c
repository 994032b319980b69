/* { dg-options "-O2 -masm=intel" } */
typedef unsigned u;
typedef unsigned long ul;
ul q_int (int x) { ul r; asm ("mov %0, %q1" : "=r" (r) : "r" (x)); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
ul indexed (ul *p, int i) { ul r; asm ("mov %0, [%1+%q2*8]" : "=r" (r) : "r" (p), "r" (i) : "memory"); return r; } /* { dg-warning "%2.*[avow:width-mismatch]" } */
void wide (short *p) { asm ("mov dword ptr %0, 1" : "=m" (*p)); } /* { dg-warning "avow:(width-mismatch|memory-size|memory-write)" } */
u k_char (unsigned char x) { u r; asm ("mov %0, %k1" : "=r" (r) : "r" (x)); return r; } /* { dg-warning "%1.*[avow:width-mismatch]" } */
