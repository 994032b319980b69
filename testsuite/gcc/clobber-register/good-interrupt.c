/* A software interrupt that is not Linux's: what a BIOS or DOS does is not known (syslinux, dos/syslinux.c).  */
int create (const char *name)
{
  unsigned short rv = 0x3c00;
  unsigned char error;
  asm volatile ("int $0x21; setc %0" : "=&bcd" (error), "+a" (rv) : "S" (0x20), "d" (name)); /* { avow-verdict unverified "call of a function" } */
  return error ? -1 : rv;
}
void putchar_ (char c) { asm volatile ("int $0x10" : : "a" (0xe00 | c), "b" (7) : "memory"); } /* { avow-verdict unverified "call of a function" } */
