/* A register is saved in an output, changed and restored; but its copy is copied on.  */
long two (void)
{
  long save, r;
  asm ("mov %%rbx, %0; mov %0, %1; xor %%ebx, %%ebx; mov %0, %%rbx" /* { dg-warning "bx.*[avow:register-read]" } */
       : "=&r" (save), "=&r" (r) : : "cc");
  return r;
}
long one (void)
{
  long save, r;
  asm ("mov %%rbx, %0; xor %%ebx, %%ebx; mov %%rbx, %1; mov %0, %%rbx"
       : "=&r" (save), "=&a" (r) : : "cc");
  return r;
}
/* Seven bytes of it stay.  */
long part (void)
{
  long r;
  asm ("mov %%r9, %0; movb $1, %b0" : "=r" (r)); /* { dg-warning "'r9'.*[avow:register-read]" } */
  return r;
}
/* All of it is written over.  */
long none (void)
{
  long r;
  asm ("mov %%r9, %0; movl $1, %k0" : "=r" (r)); /* { avow-verdict verified } */
  return r;
}
