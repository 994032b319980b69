/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
u operands (u x) { u r; asm (".set src, %1; .set dst, %0; movl src, dst" : "=r" (r) : "r" (x)); return r; }
u only_written (void) { u r; asm (".set dst, %0; movl $1, dst" : "=r" (r)); return r; }
u address (u *p) { u r; asm (".set src, %1; .set dst, %0; movl (src), dst" : "=r" (r) : "r" (p) : "memory"); return r; }
u assigned (u x) { asm ("x = %0; incl x" : "+r" (x) : : "cc"); return x; }
u in_macro (u x) { asm (".macro twice r; addl \\r, \\r; .endm; .set v, %0; twice v; .purgem twice" : "+r" (x) : : "cc"); return x; }
u set_again (u x, u y) { u r; asm (".set v, %1; movl v, %0; .set v, %2; addl v, %0" : "=&r" (r) : "r" (x), "r" (y) : "cc"); return r; }
u constant (u x) { asm (".set n, %c1; addl $n, %0" : "+r" (x) : "i" (4) : "cc"); return x; }
u hard (void) { asm volatile (".set t, %%ecx; movl $1, t" : : : "ecx"); return 0; }
