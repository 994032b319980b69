typedef unsigned long ul;
long getpid (void) { long r; asm ("syscall" : "=a" (r) : "0" (39L) : "rcx", "r11"); return r; } /* { dg-warning "[avow:volatile-missing]" } */
long write (void *p) { long r; asm ("syscall" : "=a" (r) : "0" (1L), "D" (1L), "S" (p), "d" (1L) : "rcx", "r11", "memory"); return r; } /* { dg-warning "[avow:volatile-missing]" } */
long int80 (void) { long r; asm ("int $0x80" : "=a" (r) : "0" (20)); return r; } /* { dg-warning "[avow:volatile-missing]" } */
ul rdpid (void) { ul r; asm ("rdpid %0" : "=r" (r)); return r; } /* { dg-warning "[avow:volatile-missing]" } */
ul cr8 (void) { ul r; asm ("mov %%cr8, %0" : "=r" (r)); return r; } /* { dg-warning "[avow:volatile-missing]" } */
ul vmcall (void) { ul r; asm ("vmcall" : "=a" (r) : "0" (1L) : "memory"); return r; } /* { dg-warning "[avow:volatile-missing]" } */
