/* A register that nothing declares, stored to memory that outlives the statement.  */
/* { dg-do compile } */
/* { avow-modes 64 32 } */
#ifdef __x86_64__
#define BX "%%rbx"
#else
#define BX "%%ebx"
#endif
void through (long *p) { asm volatile ("mov " BX ", (%0)" : : "r" (p) : "memory"); } /* { dg-warning "[re]bx.*[avow:register-read]" } */
void indexed (long *p, long i) { asm volatile ("mov " BX ", (%0,%1)" : : "r" (p), "r" (i) : "memory"); } /* { dg-warning "[re]bx.*[avow:register-read]" } */
int swapped (int *p) { int r; asm volatile ("xchgl %0, %1" : "=r" (r), "+m" (*p)); return r; } /* { dg-warning "%0.*[avow:output-read]" } */
