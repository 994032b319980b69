/* Different variables here; after inlining they have one value, and GCC 12 gives them one
   register: "addl %ecx, %eax; adcl %eax, %edx" in one ().  */
typedef unsigned u;
static inline u high (u l, u h, u x, u y) { asm ("addl %2, %0; adcl %3, %1" : "+r" (l), "+r" (h) : "r" (x), "r" (y) : "cc"); return h; } /* { dg-note "%0.*[avow:earlyclobber]" } */
u one (void) { return high (7, 1, 3, 7); }
u two (u v) { return high (v, 1, 3, v); }
