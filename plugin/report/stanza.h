/* stanza.h - a statement with all that is known about it, as text.  */
#ifndef AVOW_STANZA_H
#define AVOW_STANZA_H

#include "json.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Write STMT, found at PLACE, in memory of ARENA, in the language that is described in stanza.c.
   TEXT is NULL when memory ran out.  */
struct avow_report_line avow_stanza (const struct avow_site *place, const struct avow_stmt *stmt,
                                     struct avow_arena *arena);

#ifdef __cplusplus
}
#endif
#endif
