/* mutant.h - a statement with one promise less.  */
#ifndef MUTANT_H
#define MUTANT_H

#include "../../plugin/arena.h"
#include "../../plugin/asm/insn.h"
#include "../../plugin/avow.h"

enum mutation
{
#define MUTATION(id, rule, text) MUTATION_##id,
#include "mutations.def"
#undef MUTATION
  N_MUTATIONS
};

struct mutant
{
  struct avow_stmt stmt;
  unsigned operand;    /* of the original, for mutations of operands */
  const char *clobber; /* for mutations of clobbers */
  unsigned new_size;   /* of the operand, where that is what changed */
};

enum made
{
  MADE_END,
  MADE_NOTHING,
  MADE
};

/* The Ith mutant of STMT, parsed as BODY, of KIND.  MADE_NOTHING: this one makes no sense, go on; MADE_END: I is
   too large.  Memory comes from ARENA; the statement is not changed.  */
enum made make_mutant (const struct avow_stmt *stmt, const struct avow_body *body,
                       enum mutation kind, unsigned i, struct avow_arena *arena, struct mutant *m);

/* Is CONSTRAINT (one alternative after the other) memory and nothing else?  */
bool only_memory (const char *constraint);

#endif
