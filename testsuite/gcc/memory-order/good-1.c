/* memory-order: the corrected twins of bad-1.c, and what is not there to order memory.  */
/* { dg-options "-O2 -msse2 -mclflushopt -mclwb -mrtm -mserialize" } */
/* { avow-modes 64 32 } */
/* { dg-bogus "memory-order" "" { target *-*-* } 0 } */
typedef unsigned long ul;
typedef unsigned u;
void mfence (void) { asm volatile ("mfence" : : : "memory"); } /* { avow-verdict verified } */
void sfence (void) { asm volatile ("sfence" : : : "memory"); }
void lfence (void) { asm volatile ("nop\n\tlfence" : : : "memory"); }
void basic (void) { asm volatile ("mfence"); }
#ifdef __x86_64__
void locked (void) { asm volatile ("lock; addl $0, (%%rsp)" : : : "memory", "cc"); }
#else
void locked (void) { asm volatile ("lock; addl $0, (%%esp)" : : : "memory", "cc"); }
#endif
void store (ul *p, ul x) { asm volatile ("mov %1, %0\n\tmfence" : "=m" (*p) : "r" (x) : "memory"); }
void cli (void) { asm volatile ("cli" : : : "memory"); }
void cr3 (ul x) { asm volatile ("mov %0, %%cr3" : : "r" (x) : "memory"); }
void invlpg (char *p) { asm volatile ("invlpg (%0)" : : "r" (p) : "memory"); }
void wbinvd (void) { asm volatile ("wbinvd" : : : "memory"); }
void clflush (char *p) { asm volatile ("clflush (%0)" : : "r" (p) : "memory"); }
long hypercall (long n, long x) { asm volatile ("vmcall" : "+a" (n) : "b" (x) : "memory"); return n; }
void wrmsr (u n, u lo, u hi) { asm volatile ("wrmsr" : : "c" (n), "a" (lo), "d" (hi) : "memory"); }
/* the line is named, in either direction */
void clflush_m (char *p) { asm volatile ("clflush %0" : "+m" (*(volatile char *) p)); } /* { avow-verdict verified } */
void clflush_in (char *p) { asm volatile ("clflushopt %0" : : "m" (*p)); } /* { avow-verdict verified } */
void clflush_dummy (char *p) { asm volatile ("clwb (%0)" : : "r" (p), "m" (*p)); } /* { avow-verdict verified } */
/* a relaxed atomic on a declared operand */
void inc (u *p) { asm volatile ("lock; incl %0" : "+m" (*p) : : "cc"); } /* { avow-verdict verified } */
u swap (u *p, u x) { asm volatile ("xchg %0, %1" : "+r" (x), "+m" (*p)); return x; } /* { avow-verdict verified } */
void touch (u *p) { asm volatile ("lock; addl $0, %0" : "+m" (*p) : : "cc"); } /* { avow-verdict verified } */
/* the clock */
u rdtsc (void) { u a, d; asm volatile ("lfence\n\trdtsc" : "=a" (a), "=d" (d)); return a; } /* { avow-verdict verified } */
u rdtscp (void) { u a, d, c; asm volatile ("rdtscp\n\tlfence" : "=a" (a), "=d" (d), "=c" (c)); return a; } /* { avow-verdict verified } */
u cpuid_rdtsc (void) { u a = 0, d, b, c = 0; asm volatile ("mfence\n\tcpuid\n\trdtsc" : "+a" (a), "=b" (b), "+c" (c), "=d" (d)); return a; } /* { avow-verdict verified } */
u serialize_rdtsc (void) { u a, d; asm volatile ("serialize\n\trdtsc" : "=a" (a), "=d" (d)); return a; }
/* queries and hints */
void pause_ (void) { asm volatile ("pause" : :); } /* { avow-verdict verified } */
void prefetch (char *p) { asm volatile ("prefetcht0 (%0)" : : "r" (p)); } /* { avow-verdict verified } */
u cpuid (u *p) { asm volatile ("cpuid" : "=a" (p[0]), "=b" (p[1]), "=c" (p[2]), "=d" (p[3]) : "0" (0), "2" (0)); return p[0]; } /* { avow-verdict verified } */
ul read_cr3 (void) { ul x; asm volatile ("mov %%cr3, %0" : "=r" (x)); return x; } /* { avow-verdict verified } */
u rdmsr (u n) { u lo, hi; asm volatile ("rdmsr" : "=a" (lo), "=d" (hi) : "c" (n)); return lo; } /* { avow-verdict verified } */
void debug (ul x) { asm volatile ("mov %0, %%db7" : : "r" (x)); } /* { avow-verdict verified } */
/* ports, devices */
void outb (unsigned char v, unsigned short p) { asm volatile ("outb %b0, %w1" : : "a" (v), "Nd" (p)); } /* { avow-verdict verified } */
u readl (const volatile u *p) { u r; asm volatile ("movl %1, %0" : "=r" (r) : "m" (*p)); return r; } /* { avow-verdict verified } */
/* as Linux has them */
void mwait (ul a, ul c) { asm volatile (".byte 0x0f, 0x01, 0xc9" : : "a" (a), "c" (c)); } /* { avow-verdict verified } */
void wrpkru (u pkru) { asm volatile (".byte 0x0f, 0x01, 0xef" : : "a" (pkru), "c" (0), "d" (0)); } /* { avow-verdict verified } */
struct desc { unsigned short size; ul addr; } __attribute__ ((packed));
void lidt (const struct desc *d) { asm volatile ("lidt %0" : : "m" (*d)); } /* { avow-verdict verified } */
void hlt (void) { asm volatile ("hlt" : :); } /* { avow-verdict verified } */
