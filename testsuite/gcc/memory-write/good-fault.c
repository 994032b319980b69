/* The twins of bad-fault.c.  */
/* { avow-modes 64 } */
#define TABLE ".section .ex_table,\"a\"; .balign 4; .long 1b-., 2b-.; .previous"
void show (const unsigned char *);
void code (const char *ip)
{
  unsigned char bytes[8] = { 0 };
  unsigned long missing, to, from;
  asm volatile ("1: rep movsb; 2: " TABLE /* { avow-verdict verified } */
                : "=&c" (missing), "=&D" (to), "=&S" (from) : "0" (sizeof bytes), "1" (bytes), "2" (ip) : "memory");
  show (bytes);
}
void put (unsigned *user, unsigned x)
{
  asm volatile ("1: movl %1, (%0); 2: " TABLE : : "r" (user), "r" (x)); /* { avow-verdict verified } */
}
