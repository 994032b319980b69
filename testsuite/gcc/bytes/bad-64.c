/* Opcodes with REX, of 64-bit mode only.  Each forgets one effect.  */
/* 48 0f c7 0f: cmpxchg16b (%rdi); f3 48 0f b8 c1: popcnt %rcx,%rax */
void cx16 (__int128 *p) { asm volatile (".byte 0x48,0x0f,0xc7,0x0f" : "+m" (*p) : "D" (p), "a" (0L), "b" (0L), "c" (0L), "d" (0L) : "cc"); } /* { dg-warning "[avow:input-modified]" } */
/* { dg-warning "[avow:input-modified]" "" { target *-*-* } .-1 } */
unsigned long popcnt (unsigned long x) { unsigned long n; asm (".byte 0xf3,0x48,0x0f,0xb8,0xc1" : "=b" (n) : "c" (x) : "cc"); return n; } /* { dg-warning "rax.*[avow:clobber-register]" } */
/* { dg-warning "[avow:output-unwritten]" "" { target *-*-* } .-1 } */
/* movdir64b (%rdx),%rax */
void dir (void *d, const void *s) { asm volatile (".byte 0x66,0x0f,0x38,0xf8,0x02" : : "a" (d), "d" (s)); } /* { dg-warning "[avow:memory-write]" } */
/* { dg-warning "[avow:memory-read]" "" { target *-*-* } .-1 } */
/* xor %r12,%r12 */
void r12 (void) { asm volatile (".byte 0x4d,0x31,0xe4" : : : "cc"); } /* { dg-warning "r12.*[avow:clobber-register]" } */
