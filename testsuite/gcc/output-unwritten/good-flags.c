/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
_Bool overflow (u a, u b) { _Bool o; asm ("imull %2, %1" : "=@cco" (o), "+r" (a) : "r" (b)); return o; }
_Bool zero_of_bsf (u a) { _Bool z; asm ("bsfl %1, %1" : "=@ccz" (z), "+r" (a)); return z; }
_Bool carry_of_shift (u a) { _Bool c; asm ("shll $3, %1" : "=@ccc" (c), "+r" (a)); return c; }
_Bool overflow_by_one (u a) { _Bool o; asm ("shll $1, %1" : "=@cco" (o), "+r" (a)); return o; }
_Bool preset (u a, unsigned char n) { _Bool c; asm ("clc; shll %%cl, %1" : "=@ccc" (c), "+r" (a) : "c" (n)); return c; }
int both (u a) { _Bool z, c; asm ("addl $1, %2" : "=@ccz" (z), "=@ccc" (c), "+r" (a)); return z + c; }
