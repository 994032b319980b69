/* alloc.h - what the files that look at the code after register allocation know of each other.

   rtl.cc       the pass: finds the statements again, and asks for each
   render.cc    ... what its text will be
   concrete.cc  ... what the contract becomes with these registers
   layout.cc    ... and this frame: where variables lie, how addresses are aligned
   live.cc      ... what lives in a register that is destroyed, and who wrote it last
   slots.cc     ... what is needed of bytes in the frame that are destroyed
   names.cc     ... and what those values are called
   damage.cc    ... and so whether a finding does harm here
   memory.cc    ... and one about memory
   pending.cc   keeps a statement's findings until all its copies were seen  */
#ifndef AVOW_ALLOC_H
#define AVOW_ALLOC_H

#include "glue.h"

#include "df.h"
#include "rtl-iter.h"

/* ---- the function ------------------------------------------------------------------------- */

/* A variable that lives in the frame, at PLACE (see layout.cc).  */
struct avow_variable
{
  tree decl;
  HOST_WIDE_INT place, size;
};

/* A variable that lives in a register, which was a pseudo register once.  */
struct avow_reg_variable
{
  tree decl;
  unsigned pseudo;
};

/* Which of the destroyed bytes have been followed to a block, in the search of that number (slots.cc).  */
struct avow_brought
{
  unsigned search;
  uint64_t set[2];
};

/* What is found out about the function that is being compiled, when somebody asks.  */
struct avow_function
{
  bool analyzed; /* GCC's liveness is there */
  bool laid_out, taken_known;
  struct avow_frame frame;
  auto_vec<avow_variable> variables;
  auto_vec<avow_reg_variable> registers;
  auto_vec<HOST_WIDE_INT> taken; /* places of which the code makes the address */
  auto_vec<avow_brought> brought;
  unsigned n_searches;
};

/* What stands for the number of `%='.  */
#define AVOW_UNIQUE_TEXT "%="

/* One asm insn, taken apart.  */
struct avow_asm_insn
{
  rtx_insn *insn;
  const char *text;
  location_t loc;
  tree function; /* in whose body it was written */
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

/* concrete.cc: the contract of STMT, with the operands bound to what A has in function FN.  False when the two do not
   belong together.  */
bool avow_concrete (struct avow_function *fn, const struct avow_stmt *stmt,
                    const struct avow_asm_insn *a, struct avow_arena *arena, struct avow_stmt *out);
/* The hard register of GCC that location LOC of ARCH is, or -1.  */
int avow_regno (const struct avow_arch *arch, int loc);
/* What messages call hard register REGNO.  */
const char *avow_register_name (const struct avow_arch *arch, unsigned regno);

/* layout.cc */

/* Fill in what FN says of its frame.  */
void avow_lay_out (struct avow_function *fn);
/* ADDRESS as register and constant; false when it is something else.  */
bool avow_base_and_offset (const_rtx address, const_rtx *base, HOST_WIDE_INT *off);
/* The place in the frame that ADDRESS, used by INSN, is of; false when it is of none that is known.  */
bool avow_frame_place (const struct avow_frame *fr, const rtx_insn *insn, const_rtx address,
                       HOST_WIDE_INT *place);
/* The same for an operand of INSN: its address may also have been computed before.  */
bool avow_operand_place (const struct avow_frame *fr, rtx_insn *insn, const_rtx address,
                         HOST_WIDE_INT *place);

/* An address is a multiple of ALIGN bytes, and OFF.  */
struct avow_alignment
{
  unsigned align, off;
};
/* What is known of the address of memory MEM, used by INSN.  */
void avow_alignment_of (const struct avow_frame *fr, rtx_insn *insn, const_rtx mem,
                        struct avow_alignment *a);

/* live.cc */

/* The registers that are live behind each of INSNS, which stand in BB in that order, as sets for the caller to free.  */
void avow_live_behind (basic_block bb, const vec<rtx_insn *> &insns, vec<regset> &live);

/* Who may have written a register last.  */
#define AVOW_MAX_WRITERS 8
struct avow_writers
{
  rtx_insn *insns[AVOW_MAX_WRITERS];
  unsigned n;
  bool entry; /* nobody, on some path from the start of the function */
  bool more;  /* the search was given up */
};
/* The instructions that write or destroy REGNO with no other such in between, on some path to INSN.  */
void avow_find_writers (rtx_insn *insn, unsigned regno, struct avow_writers *w);
/* Does INSN destroy register REGNO, as a call, or an asm statement that clobbers it?  */
bool avow_destroys (const rtx_insn *insn, unsigned regno);
/* The name of the function that INSN calls, or NULL.  */
const char *avow_callee_name (const rtx_insn *insn);
/* Does INSN call a function that a system header declares, or that GCC calls on its own?  */
bool avow_calls_library (const rtx_insn *insn);

/* slots.cc */

/* Bytes in the frame, from PLACE on; the stack pointer is at SP.  */
#define AVOW_MAX_BYTES 128
struct avow_bytes
{
  HOST_WIDE_INT place, sp;
  uint64_t set[2];
};
void avow_add_bytes (struct avow_bytes *b, HOST_WIDE_INT place, HOST_WIDE_INT size);

/* What of them is needed behind a statement.  */
struct avow_need
{
  const_rtx mem; /* what INSN loads, or NULL */
  rtx_insn *insn;
  bool return_address;
  bool perhaps; /* when nothing else is set: it is not known */
};
void avow_bytes_needed (struct avow_function *fn, rtx_insn *insn,
                        const struct avow_bytes *destroyed, struct avow_need *need);
/* Surely no instruction but INSN stores to the SIZE bytes at PLACE, and the caller did not.  */
bool avow_never_stored (struct avow_function *fn, const rtx_insn *insn, HOST_WIDE_INT place,
                        HOST_WIDE_INT size);

/* names.cc */

/* "'NAME'", or INSTEAD when there is no name.  */
const char *avow_quoted (struct avow_arena *arena, const char *name, const char *instead);

/* What hard register REGNO holds behind INSN, for a message: "'count'" or "a value computed from
   'count'"; never NULL.  *BYTES: how many of its bytes the value has, as far as is seen (0 = not
   known).  */
const char *avow_value_name (const struct avow_function *fn, rtx_insn *insn, unsigned regno,
                             struct avow_arena *arena, unsigned *bytes);
/* The variable that REGNO holds in front of INSN, or NULL.  */
const char *avow_value_before (const struct avow_function *fn, rtx_insn *insn, unsigned regno,
                               struct avow_arena *arena, unsigned *bytes);
/* The variable of an input of A in register REGNO, or of its address there, or NULL; not the one that is tied to operand
   BUT.  STMT is what A is a copy of.  */
const char *avow_input_name (const struct avow_function *fn, const struct avow_asm_insn *a,
                             const struct avow_stmt *stmt, int but, unsigned regno);
/* What is needed according to N, for a message: "'count'"; never NULL.  */
const char *avow_need_name (const struct avow_function *fn, const struct avow_need *n,
                            const struct avow_arch *arch, struct avow_arena *arena);

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
/* Whether there is more to find out about its copies than their text.  */
bool avow_pending_asks (const struct avow_pending *p);
/* What its finding number FINDING does there.  */
void avow_pending_harm (struct avow_unit *unit, struct avow_pending *p, unsigned finding,
                        const struct avow_harm *harm);
/* F was only found at a copy; it is the last of P's findings from now on.  False when memory ran out.  */
bool avow_pending_add (struct avow_unit *unit, struct avow_pending *p,
                       const struct avow_finding *f);
/* Ask all of that of copy A in function FN, which stands in WHERE.  LIVE are the registers that are live behind it.  */
void avow_assess (struct avow_unit *unit, struct avow_function *fn, struct avow_pending *p,
                  const struct avow_asm_insn *a, regset live, const char *where);

/* One finding at one copy.  */
struct avow_damage
{
  struct avow_function *fn;
  const struct avow_asm_insn *a;
  const struct avow_stmt *stmt;     /* with the registers of this copy */
  const struct avow_finding *f;     /* as it was found first ... */
  const struct avow_finding *again; /* ... and for these registers */
  regset live;                      /* behind the statement, its own results included */
  struct avow_arena *arena;
  struct avow_harm *harm;
};
void avow_decide (struct avow_damage *d, enum avow_bites bites, const char *victim,
                  const char *text);
/* The operand that the finding is about, or -1.  */
int avow_damaged_operand (const struct avow_damage *d);

/* memory.cc: decide about findings of memory-size, memory-write, memory-align and red-zone, and about others whose
   operand is memory.  */
void avow_assess_memory (struct avow_damage *d);

#endif
