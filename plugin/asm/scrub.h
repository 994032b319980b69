/* scrub.h - the blanks that gas keeps.

   Before gas looks at a statement it drops blanks around operators and makes others one space
   (do_scrub_chars, gas/app.c).  Where text is compared or cut into arguments that
   decides the result: ".ifc a + b,a+b" is true, "m 1 + 2" has one argument.  */
#ifndef AVOW_SCRUB_H
#define AVOW_SCRUB_H

#include "buf.h"

struct avow_syntax;

/* Append statements [P, END), without comments, to OUT as gas sees them.  The text begins with
   OPERANDS, that is behind a mnemonic and its blanks, or with a statement.  */
void avow_scrub (const struct avow_syntax *sx, const char *p, const char *end, bool operands,
                 struct avow_buf *out);

#endif
