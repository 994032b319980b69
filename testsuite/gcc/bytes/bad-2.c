/* Opcodes with registers, addresses, prefixes and tokens around them.  Each forgets one effect.  */
/* { avow-modes 64 32 } */
typedef unsigned u;

u token (void) { u a; asm volatile (".byte 0x0f, %c1" : "=a" (a) : "i" (0x31)); return a; } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
u sum (void) { u a; asm volatile (".byte 0x0f, %c1 + 1" : "=a" (a) : "i" (0x30)); return a; } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
u words (void) { u a; asm volatile ("rep; .byte 0x0f, 0xb8, 0xc1" : "=b" (a) : "c" (1)); return a; } /* { dg-warning "[re]ax.*[avow:clobber-register]" } */
/* { dg-warning "[avow:output-unwritten]" "" { target *-*-* } .-1 } */
u string (void) { u a; asm volatile (".ascii \"\\x0f\\x31\"" : "=a" (a)); return a; } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
u quad (void) { u a; asm volatile (".quad 0x909090909090310f" : "=a" (a)); return a; } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
u octa (void) { u a; asm volatile (".octa 0x9090909090909090909090909090310f" : "=a" (a)); return a; } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
/* 8(%esi,%ecx,4): a store to memory that nobody declared.  */
void store (u *p, long i) { asm volatile (".byte 0x89, 0x44, 0x8e, 0x08" : : "S" (p), "c" (i), "a" (7)); } /* { dg-warning "[avow:memory-write]" } */
/* lock incl (%edi) */
void locked (u *p) { asm volatile (".byte 0xf0, 0xff, 0x07" : : "D" (p) : "cc"); } /* { dg-warning "[avow:memory-write]" } */
/* { dg-warning "[avow:memory-read]" "" { target *-*-* } .-1 } */
/* rep xcryptecb runs the pointers and the count */
void padlock (void *o, void *i, u n, void *c, void *k) { asm volatile (".byte 0xf3,0x0f,0xa7,0xc8" : "+S" (i), "+D" (o) : "c" (n), "b" (k), "d" (c) : "memory"); } /* { dg-warning "ecx|%2.*[avow:input-modified]" } */
/* crc32b (%esi),%eax; aesenc %xmm2,%xmm1 */
u crc (u c, const unsigned char *p) { asm (".byte 0xf2,0x0f,0x38,0xf0,0x06" : "+a" (c) : "S" (p)); return c; } /* { dg-warning "[avow:memory-read]" } */
/* { dg-additional-options "-msse2" } */
typedef long long v2 __attribute__ ((vector_size (16)));
v2 aes (v2 s, v2 k) { register v2 a asm ("xmm1") = s; register v2 b asm ("xmm2") = k; asm (".byte 0x66,0x0f,0x38,0xdc,0xca" : : "x" (a), "x" (b)); return a; } /* { dg-warning "[avow:input-modified]" } */
