/* decode.h - which instruction bytes encode.  */
#ifndef AVOW_DECODE_H
#define AVOW_DECODE_H

#include "../arch/arch.h"

#define AVOW_DECODE_TEXT 128 /* longer than any text that comes out */

/* The instruction that the LEFT bytes at P begin with, by the table isa/ARCH/ARCH.bytes: writes it to TEXT in
   AT&T syntax, prefixes included, and returns its length in bytes; 0 when the table does not know it.  */
unsigned avow_decode (const struct avow_arch *arch, const uint8_t *p, unsigned left,
                      char text[AVOW_DECODE_TEXT]);

#endif
