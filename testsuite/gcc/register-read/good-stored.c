/* Kept in memory and taken back; or declared.  */
/* { dg-do compile } */
/* { avow-modes 64 32 } */
#ifdef __x86_64__
#define BX "%%rbx"
#else
#define BX "%%ebx"
#endif
void kept (long *p) { asm volatile ("mov " BX ", (%0); mov $1, " BX "; mov (%0), " BX : : "S" (p) : "memory"); }
void input (long *p, long x) { asm volatile ("mov %1, (%0)" : : "r" (p), "r" (x) : "memory"); }
int swapped (int *p, int x) { asm volatile ("xchgl %0, %1" : "+r" (x), "+m" (*p)); return x; }
