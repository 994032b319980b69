/* bytes.h - instructions that a template writes as data: .byte 0x0f, 0x01, 0xd0.  */
#ifndef AVOW_BYTES_H
#define AVOW_BYTES_H

#include "../arena.h"
#include "insn.h"

/* The code section that an item stands in, a number from 0 to 63, or -1 when it stands in
   data; *RAW: it puts bytes there.  Called for the items in order; those that were
   replaced may be left out.  */
typedef int avow_code_section (void *ctx, const struct avow_item *it, bool *raw);

/* Replace the data directives of BODY that encode known instructions by these, and
   number all instructions anew.  What is not understood stays as it is.
   False when memory ran out.  */
bool avow_bytes_resolve (struct avow_body *body, const struct avow_stmt *stmt,
                         struct avow_arena *arena, avow_code_section *section, void *ctx);

#endif
