/* memo.h - a statement that was met before in the unit costs a lookup.  */
#ifndef AVOW_MEMO_H
#define AVOW_MEMO_H

#include "../arena.h"
#include "../avow.h"

#ifdef __cplusplus
extern "C" {
#endif

struct avow_memo_entry;

/* All zero is an empty memo; nothing is allocated before the first statement.  */
struct avow_memo
{
  struct avow_memo_entry **slots;
  size_t n_slots, n_entries;
  struct avow_arena keep; /* entries and results */
};

/* The verdict on STMT.  A new statement is checked in memory of SCRATCH and its
   result kept; it may hold pointers into SCRATCH only if memory ran out.
   OPTS must be the same at each call.  */
const struct avow_result *avow_memo_check (struct avow_memo *memo, const struct avow_stmt *stmt,
                                           const struct avow_options *opts,
                                           struct avow_arena *scratch);

void avow_memo_free (struct avow_memo *memo);

#ifdef __cplusplus
}
#endif
#endif
