/* reason: excess: .*avow:clobber-register */
void f (void) { asm volatile ("xor %%ebx, %%ebx" ::: "cc"); }
