#pragma GCC system_header
static inline void in_system_header (void) { asm volatile ("movl $1, %%ebx" : :); }
#define SYSTEM_MACRO() asm volatile ("movl $1, %%ebx" : :)
