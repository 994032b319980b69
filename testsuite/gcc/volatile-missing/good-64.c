typedef unsigned long ul;
long getpid (void) { long r; asm volatile ("syscall" : "=a" (r) : "0" (39L) : "rcx", "r11"); return r; }
long write (void *p) { long r; asm volatile ("syscall" : "=a" (r) : "0" (1L), "D" (1L), "S" (p), "d" (1L) : "rcx", "r11", "memory"); return r; }
long int80 (void) { long r; asm volatile ("int $0x80" : "=a" (r) : "0" (20)); return r; }
ul rdpid (void) { ul r; asm volatile ("rdpid %0" : "=r" (r)); return r; }
ul cr8 (void) { ul r; asm volatile ("mov %%cr8, %0" : "=r" (r)); return r; }
ul vmcall (void) { ul r; asm volatile ("vmcall" : "=a" (r) : "0" (1L) : "memory"); return r; }
