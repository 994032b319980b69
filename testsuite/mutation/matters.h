/* matters.h - does it matter that a promise is gone?  Decided by walks (walk.h), not by rules.  */
#ifndef MATTERS_H
#define MATTERS_H

#include "mutant.h"
#include "walk.h"

#define MAX_ALTERNATIVES 4

/* An original statement, ready to be walked.  */
struct lab
{
  const struct avow_stmt *stmt;
  struct avow_body body;
  unsigned n; /* alternatives */
  struct avow_contract contract[MAX_ALTERNATIVES];
  struct avow_flow flow[MAX_ALTERNATIVES];
  struct walk walk[MAX_ALTERNATIVES];
};

/* False when memory ran out, or the statement cannot be walked.  */
bool lab_init (struct lab *lab, const struct avow_stmt *stmt, struct avow_arena *arena);

enum matters
{
  MATTERS_NOT,
  MATTERS,
  MATTERS_UNCLEAR
};
/* M is a mutant of KIND of the lab's statement.  ARENA is for the question only.  */
enum matters lab_matters (struct lab *lab, enum mutation kind, const struct mutant *m,
                          struct avow_arena *arena);

#endif
