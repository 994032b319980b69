/* The twins of bad-2.c.  */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
/* { dg-additional-options "-msse2" } */
typedef unsigned u;

u token (void) { u a; asm volatile (".byte 0x0f, %c1" : "=a" (a) : "i" (0x31) : "edx"); return a; } /* { avow-verdict verified } */
u sum (void) { u a; asm volatile (".byte 0x0f, %c1 + 1" : "=a" (a) : "i" (0x30) : "edx"); return a; } /* { avow-verdict verified } */
u words (void) { u a; asm volatile ("rep; .byte 0x0f, 0xb8, 0xc1" : "=a" (a) : "c" (1) : "cc"); return a; } /* { avow-verdict verified } */
u string (void) { u a; asm volatile (".ascii \"\\x0f\\x31\"" : "=a" (a) : : "edx"); return a; } /* { avow-verdict verified } */
u quad (void) { u a; asm volatile (".quad 0x909090909090310f" : "=a" (a) : : "edx"); return a; } /* { avow-verdict verified } */
u octa (void) { u a; asm volatile (".octa 0x9090909090909090909090909090310f" : "=a" (a) : : "edx"); return a; } /* { avow-verdict verified } */
void store (u *p, long i) { asm volatile (".byte 0x89, 0x44, 0x8e, 0x08" : : "S" (p), "c" (i), "a" (7) : "memory"); } /* { avow-verdict verified } */
void locked (u *p) { asm volatile (".byte 0xf0, 0xff, 0x07" : "+m" (*p) : "D" (p) : "cc"); } /* { avow-verdict verified } */
void padlock (void *o, void *i, u n, void *c, void *k) { asm volatile (".byte 0xf3,0x0f,0xa7,0xc8" : "+S" (i), "+D" (o), "+c" (n) : "b" (k), "d" (c) : "memory"); } /* { avow-verdict verified } */
u crc (u c, const unsigned char *p) { asm (".byte 0xf2,0x0f,0x38,0xf0,0x06" : "+a" (c) : "S" (p), "m" (*p)); return c; } /* { avow-verdict verified } */
typedef long long v2 __attribute__ ((vector_size (16)));
v2 aes (v2 s, v2 k) { register v2 a asm ("xmm1") = s; register v2 b asm ("xmm2") = k; asm (".byte 0x66,0x0f,0x38,0xdc,0xca" : "+x" (a) : "x" (b)); return a; } /* { avow-verdict verified } */
/* Not a number for the compiler: opaque, and the rest still judged.  */
u opaque (int x) { u a; asm volatile (".byte 0x0f, 0xff, %c1 - opaque; rdtsc" : "=a" (a) : "i" (0x31) : "edx"); return a; } /* { dg-warning "raw bytes.*[avow:unverified]" } */
