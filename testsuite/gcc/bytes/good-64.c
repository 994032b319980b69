/* The twins of bad-64.c.  */
/* { avow-options "unverified=warn" } */
void cx16 (__int128 *p) { long a = 0, d = 0; asm volatile (".byte 0x48,0x0f,0xc7,0x0f" : "+m" (*p), "+a" (a), "+d" (d) : "D" (p), "b" (0L), "c" (0L) : "cc"); } /* { avow-verdict verified } */
unsigned long popcnt (unsigned long x) { unsigned long n; asm (".byte 0xf3,0x48,0x0f,0xb8,0xc1" : "=a" (n) : "c" (x) : "cc"); return n; } /* { avow-verdict verified } */
void dir (void *d, const void *s) { asm volatile (".byte 0x66,0x0f,0x38,0xf8,0x02" : : "a" (d), "d" (s) : "memory"); } /* { avow-verdict verified } */
void r12 (void) { asm volatile (".byte 0x4d,0x31,0xe4" : : : "cc", "r12"); } /* { avow-verdict verified } */
void clwb (char *p) { asm volatile (".byte 0x66, 0x0f, 0xae, 0x30" : "+m" (*p) : "a" (p)); }
void rsp (void) { long x; asm volatile (".byte 0x48, 0x8b, 0x04, 0x24" : "=a" (x) : : "memory"); } /* mov (%rsp),%rax */
