/* crc32q reads the low half of its destination, and clears the upper one.  */
/* { dg-options "-O2 -msse4.2" } */
/* { avow-modes 64 } */
unsigned
add (unsigned crc, unsigned long data)
{
  asm ("crc32q %1, %q0" : "+r" (crc) : "rm" (data)); /* { avow-verdict verified } */
  asm (".byte 0xf2, 0x48, 0xf, 0x38, 0xf1, 0xf1" : "=S" (crc) : "0" (crc), "c" (data)); /* { avow-verdict verified } */
  return crc;
}
