/* Instructions written as bytes, with what their contract forgets.  */
/* { avow-modes 64 32 } */
typedef unsigned u;

u xgetbv (u i) { u a; asm volatile (".byte 0x0f,0x01,0xd0" : "=a" (a) : "c" (i)); return a; } /* { dg-warning "0x0f,0x01,0xd0.*[re]dx.*[avow:clobber-register]" } */
u cpuid (u a) { u c = 0; asm volatile (".byte 0x0f,0xa2" : "+a" (a), "+c" (c) : : "edx"); return a + c; } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
u rdtsc (void) { u a; asm volatile (".word 0x310f" : "=a" (a)); return a; } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
u split (void) { u a; asm volatile (".byte 0x0f\n\t.byte 0x31" : "=a" (a)); return a; } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
u second (void) { u a; asm volatile (".byte 0x0f,0x01,0xcb,0x0f,0x31" : "=a" (a)); return a; } /* { dg-warning "instruction 2.*[re]dx.*[avow:clobber-register]" } */
u behind (void) { u a; asm volatile (".byte 0x90,0x90; rdtsc" : "=a" (a)); return a; } /* { dg-warning "instruction 3.*[re]dx.*[avow:clobber-register]" } */
u rdrand (void) { u x; asm volatile (".byte 0x0f,0xc7,0xf0" : "=b" (x)); return x; } /* { dg-warning "[re]ax.*[avow:clobber-register]" } */
/* { dg-warning "ebx|x.*[avow:output-unwritten]" "" { target *-*-* } .-1 } */
void in_code (void) { asm volatile (".pushsection .rodata; .long 1; .popsection; .byte 0x0f,0x31" : : : "eax"); } /* { dg-warning "[re]dx.*[avow:clobber-register]" } */
