/* Some leaves of cpuid take an index in ecx.  */
/* { avow-modes 64 32 } */
typedef unsigned u;
u features (void) { u a, b, c, d; asm volatile ("cpuid" : "=a" (a), "=b" (b), "=c" (c), "=d" (d) : "0" (7)); return b; } /* { dg-warning "'cpuid' \(instruction 1\) reads operand %2.*[avow:output-read]" } */
u caches (void) { u a = 4, b, c, d; asm volatile ("cpuid" : "+a" (a), "=b" (b), "=c" (c), "=d" (d)); return b; } /* { dg-warning "%2.*[avow:output-read]" } */
u states (void) { u a, b, c, d; asm volatile ("movl $0xd, %%eax; cpuid" : "=a" (a), "=b" (b), "=c" (c), "=d" (d)); return b; } /* { dg-warning "%2.*[avow:output-read]" } */
u amd (void) { u a = 0x8000001d, b, c, d; asm volatile ("cpuid" : "+a" (a), "=b" (b), "=c" (c), "=d" (d)); return b; } /* { dg-warning "%2.*[avow:output-read]" } */
u amd_literal (void) { u a, b, c, d; asm volatile ("movl $0x8000001d, %%eax; cpuid" : "=a" (a), "=b" (b), "=c" (c), "=d" (d)); return b; } /* { dg-warning "%2.*[avow:output-read]" } */
u clobbered (void) { u a, b; asm volatile ("cpuid" : "=a" (a), "=b" (b) : "0" (7) : "ecx", "edx"); return b; } /* { dg-warning "[re]cx.*[avow:register-read]" } */
u any (u leaf) { u a, b, c, d; asm volatile ("cpuid" : "=a" (a), "=b" (b), "=c" (c), "=d" (d) : "0" (leaf)); return b; } /* { dg-note "%2.*[avow:output-read]" } */
