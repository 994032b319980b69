/* Intel syntax switched on inside a template of an AT&T unit.  */
/* { avow-modes 64 32 } */
#define I(x) ".intel_syntax noprefix\n\t" x "\n\t.att_syntax prefix\n"
void mov (void) { asm volatile (I ("mov ebx, 1") ::); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void cmd (void) { asm volatile (I ("xor esi, esi\n\tinc esi") ::: "cc"); } /* { dg-warning "[re]si.*[avow:clobber-register]" } */
void with_prefix (void) { asm volatile (".intel_syntax\n\tmov %%ebx, 1\n\t.att_syntax\n" ::); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void after (void) { asm volatile (I ("nop") "movl $1, %%ebx" ::); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
void mem (void) { asm volatile (I ("lea edi, [esi+esi*2+8]") :: "S" (1)); } /* { dg-warning "[re]di.*[avow:clobber-register]" } */
void semicolons (void) { asm volatile (".intel_syntax noprefix; mov ebx, 1; .att_syntax prefix" ::); } /* { dg-warning "[re]bx.*[avow:clobber-register]" } */
