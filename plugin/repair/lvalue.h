/* lvalue.h - memory that a draft declares, as an expression of the source.  */
#ifndef AVOW_LVALUE_H
#define AVOW_LVALUE_H

#include "draft.h"
#include "source.h"

/* The lvalue for operand I of D, which is AVOW_REACHED, of the statement SOURCE in FILE.  *CONSTRAINT is "m", "=m" or "+m", and
   becomes "+m" when the lvalue is more than what is written.  NULL when it cannot be said: the operand that leads there
   may not be evaluated twice, or memory ran out.  */
const char *avow_lvalue (const char *file, const struct avow_source_asm *source, const struct avow_draft *d,
                         unsigned i, struct avow_arena *arena, const char **constraint);

#endif
