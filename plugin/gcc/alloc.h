/* alloc.h - what the files that look at the code after register allocation know of each other.

   rtl.cc       the pass: finds the statements again, and asks for each
   render.cc    ... what its text will be
   concrete.cc  ... what the contract becomes with these registers
   live.cc      ... what lives in a register that is destroyed
   damage.cc    ... and so whether a finding does harm here
   pending.cc   keeps a statement's findings until all its copies were seen  */
#ifndef AVOW_ALLOC_H
#define AVOW_ALLOC_H

#include "glue.h"

#include "df.h"
#include "rtl-iter.h"

/* What stands for the number of `%='.  */
#define AVOW_UNIQUE_TEXT "%="

/* One asm insn, taken apart.  */
struct avow_asm_insn
{
  rtx_insn *insn;
  const char *text;
  location_t loc;
  bool is_basic;
  unsigned n_operands;      /* outputs and inputs */
  unsigned n_labels;
  rtx *ops;                 /* operands, then labels */
  const char **constraints; /* of the operands */
};

/* Take INSN apart; false when it is no asm, or memory ran out.  What A points to lives in ARENA.  */
bool avow_asm_insn (rtx_insn *insn, struct avow_arena *arena, struct avow_asm_insn *a);

/* render.cc: the text of statement A (malloc'd), or NULL when its operands do not print.  */
char *avow_render (const struct avow_asm_insn *a);

/* concrete.cc: the contract of STMT, with the operands bound to what A has.  False when the two do not
   belong together.  */
bool avow_concrete (const struct avow_stmt *stmt, const struct avow_asm_insn *a,
                    struct avow_arena *arena, struct avow_stmt *out);
/* The hard register of GCC that location LOC of ARCH is, or -1.  */
int avow_regno (const struct avow_arch *arch, int loc);

/* live.cc */

/* The registers that are live behind INSN.  */
void avow_live_behind (rtx_insn *insn, regset live);
/* What hard register REGNO holds behind INSN, for a message: "'count'" or "a value computed from
   'count'"; never NULL.  *BYTES: how many of its bytes the value has, as far as is seen (0 = not
   known).  */
const char *avow_value_name (rtx_insn *insn, unsigned regno, struct avow_arena *arena,
                             unsigned *bytes);
/* The variable that REGNO holds in front of INSN, or NULL.  */
const char *avow_value_before (rtx_insn *insn, unsigned regno, struct avow_arena *arena,
                               unsigned *bytes);

/* The last instruction in front of INSN that writes or destroys REGNO; NULL when that is not in
   sight.  */
rtx_insn *avow_last_writer (rtx_insn *insn, unsigned regno);
/* Whether something that is kept in one of WORDS (bit 0 = the eight bytes right below the stack pointer) is
   used behind INSN; *NAME is then its name, or NULL.  */
bool avow_below_stack_needed (rtx_insn *insn, uint64_t words, const char **name);

/* damage.cc, pending.cc */

/* What a finding does at one copy.  */
struct avow_harm
{
  enum avow_bites bites;
  const char *victim;     /* "rbx: 'count'" */
  const char *text;       /* "'rbx' holds 'count' here" */
  const char *where;      /* "'main'" */
};

/* And at all that were seen.  */
struct avow_tally
{
  unsigned bites, latent;
  const char *victim, *text, *where; /* of the first that bites */
};

/* The statement that waits and of which A is a copy, or NULL.  */
struct avow_pending *avow_pending_for (struct avow_unit *unit, const struct avow_asm_insn *a);
const struct avow_stmt *avow_pending_statement (const struct avow_pending *p);
const struct avow_result *avow_pending_result (const struct avow_pending *p);
/* A copy of P was seen.  */
void avow_pending_copy (struct avow_unit *unit, struct avow_pending *p, const struct avow_copy *copy);
/* What its finding number FINDING does there.  */
void avow_pending_harm (struct avow_unit *unit, struct avow_pending *p, unsigned finding,
                        const struct avow_harm *harm);
/* Ask all of that of copy A, which stands in WHERE.  */
void avow_assess (struct avow_unit *unit, struct avow_pending *p, const struct avow_asm_insn *a,
                  const char *where);

#endif
