/* A dummy operand stands for the object; how far the index goes is the author's word.  Silent, though
   not verified.  */
/* { avow-modes 64 32 } */
typedef unsigned u;
struct big { long a[100]; };
void struct_in (const struct big *p, long i) { long r; asm volatile ("mov (%1,%2), %0" : "=r" (r) : "r" (p), "r" (i), "m" (*p)); }
u bt_all (u *p, u n) { int r; asm ("btl %2, %1" : "=@ccc" (r) : "m" (*(u (*)[]) p), "r" (n)); return r; }
