/* { avow-modes 64 32 } */
/* Each alternative is judged by itself: that %0 is tied in one does not protect it in another.  */
typedef unsigned u;
u tied_first (u a, u b) { u r; asm ("movl %1, %0; addl %2, %0" : "=r,r" (r) : "0,r" (a), "ri,r" (b) : "cc"); return r; } /* { dg-warning "%0.*%2.*[avow:earlyclobber]" } */
u tied_last (u a, u b) { u r; asm ("movl %1, %0; addl %2, %0" : "=r,r" (r) : "r,0" (a), "r,ri" (b) : "cc"); return r; } /* { dg-warning "%0.*%2.*[avow:earlyclobber]" } */
u untied_read (u a, u b) { u r; asm ("addl %2, %0" : "=r,r" (r) : "0,r" (a), "ri,r" (b) : "cc"); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
