/* { avow-modes 32 } */
long int80 (int fd, void *p, unsigned n) { long r; asm volatile ("int $0x80" : "=a" (r) : "0" (3), "b" (fd), "c" (p), "d" (n)); return r; } /* { dg-warning "[avow:memory-write]" } */
void cx8 (unsigned long long *p, unsigned a, unsigned d) { asm volatile ("lock; cmpxchg8b (%2)" : "+a" (a), "+d" (d) : "r" (p), "b" (0), "c" (0) : "cc"); } /* { dg-warning "avow:memory-write" } */
/* { dg-warning "avow:memory-read" "" { target *-*-* } .-1 } */
