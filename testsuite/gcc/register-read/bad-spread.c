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
