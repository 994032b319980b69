/* { avow-modes 64 32 } */
/* A flag that the last instruction leaves undefined, or alone.  */
typedef unsigned u;
_Bool undefined (u a, u b) { _Bool z; asm ("imull %2, %1" : "=@ccz" (z), "+r" (a) : "r" (b)); return z; } /* { dg-warning "%0.*[avow:output-unwritten]" } */
_Bool sign_of_bsf (u a) { _Bool s; asm ("bsfl %1, %1" : "=@ccs" (s), "+r" (a)); return s; } /* { dg-warning "%0.*[avow:output-unwritten]" } */
_Bool overflow_of_shift (u a) { _Bool o; asm ("shll $3, %1" : "=@cco" (o), "+r" (a)); return o; } /* { dg-warning "%0.*[avow:output-unwritten]" } */
_Bool count_of_zero (u a, unsigned char n) { _Bool c; asm ("shll %%cl, %1" : "=@ccc" (c), "+r" (a) : "c" (n)); return c; } /* { dg-warning "%0.*[avow:output-unwritten]" } */
int the_second (u a) { _Bool z, c; asm ("incl %2" : "=@ccz" (z), "=@ccc" (c), "+r" (a)); return z + c; } /* { dg-warning "%1.*[avow:output-unwritten]" } */
