/* The twins of bad-1.c, and what may stay as it is.  */
/* { avow-modes 64 32 } */
/* { avow-options "unverified=warn" } */
typedef unsigned u;

u xgetbv (u i) { u a; asm volatile (".byte 0x0f,0x01,0xd0" : "=a" (a) : "c" (i) : "edx"); return a; }
u cpuid (u a) { u c = 0; asm volatile (".byte 0x0f,0xa2" : "+a" (a), "+c" (c) : : "ebx", "edx"); return a + c; }
u rdtsc (void) { u a; asm volatile (".word 0x310f" : "=a" (a) : : "edx"); return a; }
u split (void) { u a; asm volatile (".byte 0x0f\n\t.byte 0x31" : "=a" (a) : : "edx"); return a; }
u rdrand (void) { u x; asm volatile (".byte 0x0f,0xc7,0xf0" : "=a" (x) : : "cc"); return x; }
/* Only AC changes, which is no condition flag.  */
void stac (void) { asm volatile (".byte 0x0f,0x01,0xcb" : : : "memory"); }
void clac (void) { asm volatile (".byte 0x0f,0x01,0xca" : : : "memory"); }
void stac_text (void) { asm volatile ("stac" : : : "memory"); }
void clac_text (void) { asm volatile ("clac" : : : "memory"); }
void nops (void) { asm volatile (".byte 0x90,0x66,0x90,0x0f,0x1f,0x00,0x0f,0x1f,0x40,0x00; .byte 0x0f,0x1f,0x44,0x00,0x00"); }
void pause (void) { asm volatile (".byte 0xf3; nop"); }
/* Data stays data, whatever instruction it would be.  */
void data (void) { asm volatile (".pushsection .rodata; .byte 0x0f,0x31; .popsection"); }
void table (void) { asm volatile ("1: nop\n.pushsection __ex_table,\"a\"\n.long 1b - ., 1b - .\n.long 0x310f\n.popsection"); }
#ifdef __x86_64__
void clwb (char *p) { asm volatile (".byte 0x66, 0x0f, 0xae, 0x30" : "+m" (*p) : "a" (p)); }
unsigned long rdpid (void) { unsigned long p; asm volatile (".byte 0xf3,0x0f,0xc7,0xf8" : "=a" (p)); return p; }
#endif
/* Anything else is opaque, which makes the statement unverified and nothing more.  */
void unknown (void) { asm volatile (".byte 0xde"); } /* { dg-warning "[avow:unverified]" } */
void symbol (void) { asm volatile (".byte 0xe8; .long token - . - 4"); } /* { dg-warning "[avow:unverified]" } */
