/* An input narrower than its register: the rest of the register is not the statement's to change.  GCC 12 at
   -O1 keeps a wider value alive there: `unsigned y = get (); int r = top (y); return y;'.  */
/* { dg-do compile } */
static int top (unsigned char x) { int r; asm ("movzbl %%al, %%eax; bsrl %%eax, %0" : "=r" (r) : "a" (x) : "cc"); return r; } /* { dg-warning "[avow:input-modified]" } */
int use (unsigned y) { return top (y) + (int) y; }
