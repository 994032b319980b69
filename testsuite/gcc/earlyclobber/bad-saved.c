/* A register that is saved and restored, and not declared, may be the one that a memory operand is
   addressed by.  */
/* { dg-options "-O2 -mno-red-zone" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
#ifdef __x86_64__
#define BX "rbx"
#define BP "rbp"
#define SI "rsi"
#else
#define BX "ebx"
#define BP "ebp"
#define SI "esi"
#endif

u cpuid (u *b, u leaf)
{
  u a = leaf, c = 0, d;
  unsigned long s;
  asm volatile ("mov %%" BX ", %4\n\tcpuid\n\tmovl %%ebx, %1\n\tmov %4, %%" BX	/* { dg-warning "[re]bx.*[avow:earlyclobber]" } */
                : "+a" (a), "=m" (*b), "+c" (c), "=&d" (d), "=&S" (s));
  return a + c + d;
}
/* The frame pointer: a local's address is formed from it.  */
u frame (u x)
{
  volatile u l = x;
  u r;
  asm volatile ("mov %%" BP ", %%" BX "\n\tmovl $1, %%ebp\n\tmovl %1, %0\n\tmov %%" BX ", %%" BP	/* { dg-warning "[re]bp.*[avow:earlyclobber]" } */
                : "=&r" (r) : "m" (l) : BX);
  return r;
}
/* An output that lives there is lost, also one that is only written sometimes.  */
u sometimes (u x, u n)
{
  asm volatile ("push %%" BX "\n\ttestl %1, %1\n\tjz 1f\n\tincl %0\n1:\tpop %%" BX	/* { dg-warning "[re]bx.*%0.*[avow:earlyclobber]" } */
                : "+&r" (x) : "r" (n) : "cc");
  return x;
}
/* Written behind it.  */
u behind (u x, u n)
{
  asm volatile ("push %%" BX "\n\tpop %%" BX "\n\ttestl %1, %1\n\tjz 1f\n\tincl %0\n1:"
                : "+&r" (x) : "r" (n) : "cc");
  return x;
}
/* Restored before it is needed.  */
u before (u *b, u leaf)
{
  u a = leaf, c = 0, d;
  asm volatile ("mov %%" BX ", %%" SI "\n\tcpuid\n\tmov %%" SI ", %%" BX "\n\tmovl %%eax, %1"
                : "+a" (a), "=m" (*b), "+c" (c), "=&d" (d) : : SI);
  return a + c + d;
}
