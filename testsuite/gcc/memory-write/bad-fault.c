/* An exception table excuses accesses to memory that C code does not touch, but not those to an object of the function.
   (xen, arch/x86/traps.c, show_code)  */
/* { avow-modes 64 } */
#define TABLE ".section .ex_table,\"a\"; .balign 4; .long 1b-., 2b-.; .previous"
void show (const unsigned char *);
void code (const char *ip)
{
  unsigned char bytes[8] = { 0 };
  unsigned long missing, to, from;
  asm volatile ("1: rep movsb; 2: " TABLE /* { dg-warning "'rep movsb'.*stores to memory.*[avow:memory-write]" } */
                : "=&c" (missing), "=&D" (to), "=&S" (from) : "0" (sizeof bytes), "1" (bytes), "2" (ip));
  show (bytes);
}
