/* What a pointer to a constant object of static duration points to cannot change.  */
/* { avow-modes 64 32 } */
typedef unsigned u;
static const u stable[4] = { 1, 2, 3, 4 };
u const_pointer (void) { u r; asm ("movl 4(%1), %0" : "=r" (r) : "r" (stable)); return r; }
u const_string (void) { u r; asm ("movzbl (%1), %0" : "=r" (r) : "r" ("abc")); return r; }
