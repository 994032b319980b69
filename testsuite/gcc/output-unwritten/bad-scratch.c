/* The same, and somebody reads it; or the template uses the old value.  */
/* { dg-options "-O2" } */
/* { avow-modes 64 32 } */
typedef unsigned u;

u maybe (u *p, u unless)
{
  u old, new;
  asm volatile ("movl %2, %0\n"		/* { dg-warning "%1 .*some path.*[avow:output-unwritten]" } */
                "1:\tcmpl %3, %0\n\t"
                "je 2f\n\t"
                "leal 1(%0), %1\n\t"
                "lock cmpxchgl %1, %2\n\t"
                "jnz 1b\n"
                "2:" : "=&a" (old), "=&r" (new), "+m" (*p) : "r" (unless) : "cc");
  return old + new;
}
u kept;
void global (u x) { asm ("testl %1, %1\n\tjz 1f\n\tmovl $1, %0\n1:" : "=r" (kept) : "r" (x) : "cc"); } /* { dg-warning "%0 .*some path.*[avow:output-unwritten]" } */
u garbage (void) { u t, r; asm ("addl $1, %1\n\tmovl %1, %0" : "=r" (r), "=&r" (t) : : "cc"); return r; } /* { dg-warning "reads.*%1.*[avow:output-read]" } */
