/* { dg-options "-O2 -mrdrnd -mrdseed" } */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;
u rdtsc (void) { u a, d; asm volatile ("rdtsc" : "=a" (a), "=d" (d)); return a ^ d; }
u rdtscp (void) { u a, d, c; asm volatile ("rdtscp" : "=a" (a), "=d" (d), "=c" (c)); return a ^ d; }
u rdpmc (u n) { u a, d; asm volatile ("rdpmc" : "=a" (a), "=d" (d) : "c" (n)); return a ^ d; }
u rdrand (void) { u r; asm volatile ("rdrand %0" : "=r" (r) : : "cc"); return r; }
u rdseed (void) { u r; int ok; asm volatile ("rdseed %0" : "=r" (r), "=@ccc" (ok)); return r + ok; }
u rdrand_loop (void) { u r; asm volatile ("1:\trdrand %0\n\tjnc 1b" : "=r" (r) : : "cc"); return r; }
unsigned char inb (unsigned short p) { unsigned char r; asm volatile ("inb %1, %0" : "=a" (r) : "Nd" (p)); return r; }
u inl (unsigned short p) { u r; asm volatile ("inl %%dx, %%eax" : "=a" (r) : "d" (p)); return r; }
void *insb (void *d, unsigned short p, long n) { asm volatile ("rep; insb" : "+D" (d), "+c" (n) : "d" (p) : "memory"); return d; }
void *outsb (void *s, unsigned short p, long n) { asm volatile ("rep; outsb" : "+S" (s), "+c" (n) : "d" (p) : "memory"); return s; }
u out_and_result (unsigned short p) { u r; asm volatile ("movl $1, %%eax; outb %%al, %1" : "=a" (r) : "Nd" (p)); return r; }
u rdmsr (u n) { u a, d; asm volatile ("rdmsr" : "=a" (a), "=d" (d) : "c" (n)); return a ^ d; }
u wrmsr (u n) { u r; asm volatile ("xorl %%eax, %%eax; xorl %%edx, %%edx; wrmsr; movl $1, %0" : "=r" (r) : "c" (n) : "eax", "edx", "cc", "memory"); return r; }
long cr0 (void) { long r; asm volatile ("mov %%cr0, %0" : "=r" (r)); return r; }
long cr2 (void) { long r; asm volatile ("mov %%cr2, %0" : "=r" (r)); return r; }
long dr6 (void) { long r; asm volatile ("mov %%db6, %0" : "=r" (r)); return r; }
long cr3_write (long v) { long r; asm volatile ("mov %1, %%cr3; mov $1, %0" : "=r" (r) : "r" (v) : "memory"); return r; }
u xgetbv (void) { u a, d; asm volatile ("xgetbv" : "=a" (a), "=d" (d) : "c" (0)); return a; }
void xsetbv (u a) { asm volatile ("xsetbv" : "+a" (a) : "d" (0), "c" (0)); }
u stmxcsr (void) { u r; asm volatile ("stmxcsr %0" : "=m" (r)); return r; }
u with_cc (void) { u a, d; asm volatile ("lfence; rdtsc" : "=a" (a), "=d" (d) : : "cc"); return a ^ d; }
u one_way (u x) { u r = 0; asm volatile ("testl %1, %1; jz 1f; rdrand %0; 1:" : "+r" (r) : "r" (x) : "cc"); return r; }
int flag_only (void) { int ok; asm volatile ("rdrand %%eax" : "=@ccc" (ok) : : "eax"); return ok; }
u hlt (u x) { asm volatile ("hlt" : "+r" (x)); return x; }
u inline_only (void) { u a, d; asm volatile inline ("rdtsc" : "=a" (a), "=d" (d)); return a ^ d; }
/* volatile without saying so: no outputs, or asm goto */
void outb (unsigned short p) { asm ("outb %%al, %0" : : "Nd" (p), "a" (1)); }
void hlt_alone (void) { asm ("hlt" : : : "memory"); }
int go (void) { asm goto ("rdrand %%eax; jnc %l0" : : : "eax", "cc" : out); return 1; out: return 0; }
/* the result only depends on the operands */
u add (u x) { asm ("addl $1, %0" : "+r" (x) : : "cc"); return x; }
u bswap (u x) { asm ("bswap %0" : "+r" (x)); return x; }
u zero (void) { u r; asm ("xorl %0, %0" : "=r" (r) : : "cc"); return r; }
u load (u *p) { u r; asm ("movl %1, %0" : "=r" (r) : "m" (*p)); return r; }
u fetch_add (u *p, u x) { asm ("lock; xaddl %0, %1" : "+r" (x), "+m" (*p) : : "cc"); return x; }
u launder (u x) { asm ("" : "+r" (x)); return x; }
u crc (u x, u y) { asm ("imull %1, %0" : "+r" (x) : "r" (y) : "cc"); return x; }
