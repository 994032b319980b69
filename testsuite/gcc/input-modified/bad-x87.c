/* What pops an x87 input must say so with a clobber; what changes it in place, with "+".  */
/* { avow-modes 64 32 } */
float store (double a) { float f; asm ("fstps %0" : "=m" (f) : "t" (a)); return f; } /* { dg-warning "'fstps %0'.*%1.*[avow:input-modified]" } */
/* { dg-note "add .st. to the clobber list: the template pops it" "" { target *-*-* } .-1 } */
double log2_of (double a, double b) { double r; asm ("fyl2x" : "=t" (r) : "0" (a), "u" (b)); return r; } /* { dg-warning "%2.*[avow:input-modified]" } */
/* { dg-note "add .st.1.. to the clobber list" "" { target *-*-* } .-1 } */
double root (double a) { asm volatile ("fsqrt" : : "t" (a)); return a; } /* { dg-warning "[avow:input-modified]" } */
/* { dg-note "declare it as .\+. operand" "" { target *-*-* } .-1 } */

float store_right (double a) { float f; asm ("fstps %0" : "=m" (f) : "t" (a) : "st"); return f; } /* { avow-verdict verified } */
double log2_right (double a, double b) { double r; asm ("fyl2x" : "=t" (r) : "0" (a), "u" (b) : "st(1)"); return r; } /* { avow-verdict verified } */
double root_right (double a) { asm volatile ("fsqrt" : "+t" (a)); return a; } /* { avow-verdict verified } */
