/* { dg-options "-O2 -mrdrnd -mrdseed" } */
/* { avow-modes 64 32 } */
typedef unsigned u;
u rdtsc (void) { u a, d; asm ("rdtsc" : "=a" (a), "=d" (d)); return a ^ d; } /* { dg-warning "[avow:volatile-missing]" } */
u rdtscp (void) { u a, d, c; asm ("rdtscp" : "=a" (a), "=d" (d), "=c" (c)); return a ^ d; } /* { dg-warning "[avow:volatile-missing]" } */
u rdpmc (u n) { u a, d; asm ("rdpmc" : "=a" (a), "=d" (d) : "c" (n)); return a ^ d; } /* { dg-warning "[avow:volatile-missing]" } */
u rdrand (void) { u r; asm ("rdrand %0" : "=r" (r) : : "cc"); return r; } /* { dg-warning "[avow:volatile-missing]" } */
u rdseed (void) { u r; int ok; asm ("rdseed %0" : "=r" (r), "=@ccc" (ok)); return r + ok; } /* { dg-warning "[avow:volatile-missing]" } */
u rdrand_loop (void) { u r; asm ("1:\trdrand %0\n\tjnc 1b" : "=r" (r) : : "cc"); return r; } /* { dg-warning "[avow:volatile-missing]" } */
unsigned char inb (unsigned short p) { unsigned char r; asm ("inb %1, %0" : "=a" (r) : "Nd" (p)); return r; } /* { dg-warning "[avow:volatile-missing]" } */
u inl (unsigned short p) { u r; asm ("inl %%dx, %%eax" : "=a" (r) : "d" (p)); return r; } /* { dg-warning "[avow:volatile-missing]" } */
void *insb (void *d, unsigned short p, long n) { asm ("rep; insb" : "+D" (d), "+c" (n) : "d" (p) : "memory"); return d; } /* { dg-warning "[avow:volatile-missing]" } */
void *outsb (void *s, unsigned short p, long n) { asm ("rep; outsb" : "+S" (s), "+c" (n) : "d" (p) : "memory"); return s; } /* { dg-warning "[avow:volatile-missing]" } */
u out_and_result (unsigned short p) { u r; asm ("movl $1, %%eax; outb %%al, %1" : "=a" (r) : "Nd" (p)); return r; } /* { dg-warning "[avow:volatile-missing]" } */
u rdmsr (u n) { u a, d; asm ("rdmsr" : "=a" (a), "=d" (d) : "c" (n)); return a ^ d; } /* { dg-warning "[avow:volatile-missing]" } */
u wrmsr (u n) { u r; asm ("xorl %%eax, %%eax; xorl %%edx, %%edx; wrmsr; movl $1, %0" : "=r" (r) : "c" (n) : "eax", "edx", "cc", "memory"); return r; } /* { dg-warning "[avow:volatile-missing]" } */
long cr0 (void) { long r; asm ("mov %%cr0, %0" : "=r" (r)); return r; } /* { dg-warning "[avow:volatile-missing]" } */
long cr2 (void) { long r; asm ("mov %%cr2, %0" : "=r" (r)); return r; } /* { dg-warning "[avow:volatile-missing]" } */
long dr6 (void) { long r; asm ("mov %%db6, %0" : "=r" (r)); return r; } /* { dg-warning "[avow:volatile-missing]" } */
long cr3_write (long v) { long r; asm ("mov %1, %%cr3; mov $1, %0" : "=r" (r) : "r" (v) : "memory"); return r; } /* { dg-warning "[avow:volatile-missing]" } */
u xgetbv (void) { u a, d; asm ("xgetbv" : "=a" (a), "=d" (d) : "c" (0)); return a; } /* { dg-warning "[avow:volatile-missing]" } */
void xsetbv (u a) { asm ("xsetbv" : "+a" (a) : "d" (0), "c" (0)); } /* { dg-warning "[avow:volatile-missing]" } */
u with_cc (void) { u a, d; asm ("lfence; rdtsc" : "=a" (a), "=d" (d) : : "cc"); return a ^ d; } /* { dg-warning "[avow:volatile-missing]" } */
u one_way (u x) { u r = 0; asm ("testl %1, %1; jz 1f; rdrand %0; 1:" : "+r" (r) : "r" (x) : "cc"); return r; } /* { dg-warning "[avow:volatile-missing]" } */
int flag_only (void) { int ok; asm ("rdrand %%eax" : "=@ccc" (ok) : : "eax"); return ok; } /* { dg-warning "[avow:volatile-missing]" } */
u hlt (u x) { asm ("hlt" : "+r" (x)); return x; } /* { dg-warning "[avow:volatile-missing]" } */
u inline_only (void) { u a, d; asm inline ("rdtsc" : "=a" (a), "=d" (d)); return a ^ d; } /* { dg-warning "[avow:volatile-missing]" } */
