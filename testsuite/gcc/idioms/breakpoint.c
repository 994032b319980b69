/* int $3 is a breakpoint like int3, whatever its length; other vectors belong to a system whose convention nobody described.  */
/* { avow-modes 64 32 } */
void basic (void) { asm volatile ("int $3\n\t"); } /* { avow-verdict verified } */
void extended (void) { asm volatile ("int $0x03" : : : "memory"); } /* { avow-verdict verified } */
void operand (void) { asm volatile ("int %0" : : "i" (3)); } /* { avow-verdict verified } */
void bytes (void) { asm volatile (".byte 0xcd, 0x03"); } /* { avow-verdict verified } */
void single_step (void) { asm volatile ("int $1; nop" : :); } /* { avow-verdict verified } */
void marked (int a, int b) { asm volatile ("int $3" : : "a" (a), "d" (b)); } /* { avow-verdict verified } */
int bios (int c) { asm volatile ("int $0x16" : "+a" (c)); return c; } /* { avow-verdict unverified "not known" } */
void other (void) { asm volatile ("int $0x29" : : "c" (7)); } /* { avow-verdict unverified "not known" } */
int gate (int n) { asm volatile ("int $0x80" : "+a" (n) : : "memory"); return n; } /* { avow-verdict verified } */
void leave (void) { asm volatile ("int $0x80" : : "a" (1), "b" (0)); } /* { avow-verdict verified } */
int undeclared (int n) { asm volatile ("int $0x80" : : "a" (n) : "memory"); return n; } /* { dg-warning "[avow:input-modified]" } */
/* Another system: the number is not where Linux has it.  */
void yield (void) { asm volatile ("vmcall" : : "b" (-7) : "memory"); } /* { avow-verdict unverified "not known" } */
