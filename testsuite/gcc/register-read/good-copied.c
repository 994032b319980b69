/* Registers that are pushed, copied away with the stack that they are on, and popped: a context is saved.  */
/* { dg-options "-O2 -mno-red-zone -fomit-frame-pointer" } */
/* { avow-modes 64 } */
void save (char *to, unsigned long size)
{
  char *d, *s;
  unsigned long n;
  asm volatile ("push %%rbx; push %%r12; push %%r15\n\t"
                "mov %%rsp, %%rsi\n\t"
                "rep movsb\n\t"
                "pop %%r15; pop %%r12; pop %%rbx"
                : "=&S" (s), "=&c" (n), "=&D" (d) : "1" (size), "2" (to) : "memory");
}
