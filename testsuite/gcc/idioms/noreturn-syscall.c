/* A system call that never comes back has no result.  */
__attribute__ ((noreturn)) void exit_ (int n) { asm volatile ("syscall" : : "a" (60L), "D" ((long) n) : "rcx", "r11", "memory"); __builtin_unreachable (); }
