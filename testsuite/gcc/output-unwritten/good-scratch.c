/* An output that nothing reads stands for its register: it need not be set.  */
/* { dg-options "-O2" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;

u maybe (u *p, u unless)
{
  u old, new;
  asm volatile ("movl %2, %0\n"
                "1:\tcmpl %3, %0\n\t"
                "je 2f\n\t"
                "leal 1(%0), %1\n\t"
                "lock cmpxchgl %1, %2\n\t"
                "jnz 1b\n"
                "2:" : "=&a" (old), "=&r" (new), "+m" (*p) : "r" (unless) : "cc");
  return old;
}
void bytes (char *d, const char *s)
{
  u t;
  asm volatile ("1:\tmovb (%1), %b2\n\tmovb %b2, (%0)\n\tinc %0\n\tinc %1\n\ttestb %b2, %b2\n\tjnz 1b"
                : "+r" (d), "+r" (s), "=&q" (t) : : "memory", "cc");
}
