/* draft.h - a statement whose contract is being changed, and how its operands came about.

   The edits of findings (avow.h) name operands by the numbers that the programmer wrote.  A draft
   keeps track of what became of each, because a new output moves everything behind it.  The result is a
   struct avow_stmt like any other: it can be checked, and the source patch and the GIMPLE
   change are both read off it.  */
#ifndef AVOW_DRAFT_H
#define AVOW_DRAFT_H

#include "../arena.h"
#include "../avow.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How an operand of the draft came about.  */
enum avow_origin
{
  AVOW_WRITTEN,      /* operand OF of the statement as written */
  AVOW_DUMMY_OUTPUT, /* a variable of no use, in the register of input OF */
  AVOW_SAME_OUTPUT,  /* the memory that input OF names, as an output */
  AVOW_VALUE_INPUT,  /* what the lvalue of output OF holds, in its register */
  AVOW_REACHED /* memory that OF points to, or around memory operand OF: SIZE bytes, VALUE_OFF less that of OF
                        away from it */
};

struct avow_draft_operand
{
  uint8_t origin;    /* enum avow_origin */
  int16_t of;        /* operand of the statement as written */
};

/* What only the compiler knows about registers.  */
struct avow_register_facts
{
  /* NULL when a statement may clobber register NAME ("cc" and "memory" too), or the reason why not.  */
  const char *(*cannot_clobber) (const char *name);
  bool (*same_register) (const char *a, const char *b);
  const char *escaped; /* characters that are written with a `%' in an extended template */
};

#define AVOW_MAX_NEW_CLOBBERS 72

struct avow_draft
{
  struct avow_stmt stmt;
  const struct avow_stmt *written;
  const struct avow_register_facts *facts;
  struct avow_operand *operands;        /* = stmt.operands */
  struct avow_draft_operand *origins;   /* one for each operand */
  const char **clobbers;                /* = stmt.clobbers; the last N_NEW_CLOBBERS are new */
  unsigned n_new_clobbers;
  bool made_volatile;
  bool made_extended;                   /* was a basic asm */
  bool without_red_zone;                /* the compiler must be told otherwise than by a clobber */
};

/* Begin with STMT as it is; false when memory ran out.  STMT, FACTS and ARENA must outlive D.  */
bool avow_draft_begin (struct avow_draft *d, const struct avow_stmt *stmt,
                       const struct avow_register_facts *facts, struct avow_arena *arena);

/* TO becomes a copy of FROM that can be changed on its own; false when memory ran out.  */
bool avow_draft_copy (struct avow_draft *to, const struct avow_draft *from, struct avow_arena *arena);

/* Make edit E.  NULL, or why it cannot be made; D is then useless.  */
const char *avow_draft_edit (struct avow_draft *d, const struct avow_edit *e, struct avow_arena *arena);

/* The input of STMT that matches output K, in the first alternative; the number of operands when there is none.  */
unsigned avow_coming_in (const struct avow_stmt *stmt, unsigned k);

/* Whether SUBJECT of a finding about D ("%2", "rbx") is what WRITTEN is for the statement as written.  */
bool avow_draft_same_subject (const struct avow_draft *d, const char *subject, const char *written);

#ifdef __cplusplus
}
#endif
#endif
