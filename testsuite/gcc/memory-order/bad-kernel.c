/* memory-order: popf in a kernel lets interrupts in; elsewhere it sets flags.  */
/* { dg-options "-O2 -mno-red-zone -mno-sse -mno-mmx -mno-80387" } */
/* { avow-modes 64 32 } */
typedef unsigned long ul;
void restore (ul f) { asm volatile ("push %0; popf" : : "g" (f) : "cc"); } /* { dg-warning "popf.*interrupts.*[avow:memory-order]" } */
void restore_ok (ul f) { asm volatile ("push %0; popf" : : "g" (f) : "memory", "cc"); } /* { dg-bogus "memory-order" } */
/* its own flags */
void own (void) { asm volatile ("pushf; popf" : : : "cc"); } /* { dg-bogus "memory-order" } */
/* popf of something, and then of its own */
void back (ul f) { asm volatile ("pushf; push %0; popf; popf" : : "r" (f) : "cc"); } /* { dg-bogus "memory-order" } */
/* does the processor have cpuid? */
ul id (void)
{
  ul a, b;
  asm volatile ("pushf; pushf; pop %0; mov %0, %1; xor $0x200000, %0; push %0; popf; pushf; pop %0; popf" : "=&r" (a), "=&r" (b) : : "cc"); /* { dg-bogus "memory-order" } */
  return a ^ b;
}
