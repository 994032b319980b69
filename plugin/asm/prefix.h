/* prefix.h - x86 prefixes as words, as {pseudo prefixes} and as bytes.  */
#ifndef AVOW_PREFIX_H
#define AVOW_PREFIX_H

#include "insn.h"

struct avow_reader;

/* What a prefix does: bits of enum avow_prefix, and the register of AVOW_PFX_SEG.  */
struct avow_prefixes
{
  uint16_t bits;
  int16_t seg_reg;
};

/* The word [S, S+LEN), any case, is a prefix: add it to PFX.  */
bool avow_prefix_word (const struct avow_reader *rd, const char *s, size_t len,
                       struct avow_prefixes *pfx);
/* The same for the text between { and }.  */
bool avow_prefix_pseudo (const char *s, size_t len, struct avow_prefixes *pfx);
/* The same for one byte of machine code.  */
bool avow_prefix_byte (const struct avow_reader *rd, int64_t byte, struct avow_prefixes *pfx);

/* The prefixes as numbers for .byte, with commas between them; false when one is no byte, or none is there.  */
#define AVOW_PREFIX_BYTES_TEXT 48
bool avow_prefix_bytes (const struct avow_reader *rd, const struct avow_prefixes *pfx,
                        char text[AVOW_PREFIX_BYTES_TEXT]);

#endif
