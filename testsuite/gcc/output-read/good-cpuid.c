/* The twins of bad-cpuid.c, and leaves that have no index.  */
/* { avow-modes 64 32 } */
typedef unsigned u;
u features (void) { u a, b, c, d; asm volatile ("cpuid" : "=a" (a), "=b" (b), "=c" (c), "=d" (d) : "0" (7), "2" (0)); return b; } /* { avow-verdict verified } */
u caches (u n) { u a = 4, b, c = n, d; asm volatile ("cpuid" : "+a" (a), "=b" (b), "+c" (c), "=d" (d)); return b; } /* { avow-verdict verified } */
u states (void) { u a, b, c, d; asm volatile ("movl $0xd, %%eax; xorl %%ecx, %%ecx; cpuid" : "=a" (a), "=b" (b), "=c" (c), "=d" (d) : : "cc"); return b; } /* { avow-verdict verified } */
u vendor (void) { u a, b, c, d; asm volatile ("cpuid" : "=a" (a), "=b" (b), "=c" (c), "=d" (d) : "0" (0)); return b; } /* { dg-bogus "avow" } */
u version (void) { u a = 1, b, c, d; asm volatile ("cpuid" : "+a" (a), "=b" (b), "=c" (c), "=d" (d)); return d; } /* { dg-bogus "avow" } */
u extended (void) { u a, b, c, d; asm volatile ("movl $0x80000001, %%eax; cpuid" : "=a" (a), "=b" (b), "=c" (c), "=d" (d)); return d; } /* { dg-bogus "avow" } */
/* To serialise: nobody looks at what it says.  */
void serialise (void) { asm volatile ("cpuid" : : "a" (7) : "ebx", "ecx", "edx", "memory"); } /* { dg-warning "input-modified" } */
