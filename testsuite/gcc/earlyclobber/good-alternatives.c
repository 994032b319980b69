/* { avow-modes 64 32 } */
typedef unsigned u;
u tied_first (u a, u b) { u r; asm ("movl %1, %0; addl %2, %0" : "=&r,&r" (r) : "0,r" (a), "ri,r" (b) : "cc"); return r; }
u tied_always (u a, u b) { u r; asm ("addl %2, %0" : "=r,m" (r) : "0,0" (a), "rm,r" (b) : "cc"); return r; }
u read_written (u a, u b) { asm ("addl %1, %0" : "+r,m" (a) : "rm,r" (b) : "cc"); return a; }
