static inline void in_user_header (void) { asm volatile ("movl $1, %%ebx" : :); }
