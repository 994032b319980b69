/* parser.h - the state of one parse, shared by the files that read statements.

     parse.c        items and gaps; labels; the loop over statements
     instruction.c  prefixes, mnemonic, operands
     directive.c    what each directive is; data, assignments
     cond.c         .if and its kin
     block.c        .macro, .rept, .irp: text that is read again  */
#ifndef AVOW_PARSER_H
#define AVOW_PARSER_H

#include "directive.h"
#include "macro.h"
#include "names.h"
#include "prefix.h"
#include "reader.h"
#include "split.h"

/* Prefixes that wait for their instruction.  */
struct pending
{
  struct avow_prefixes pfx;
  bool active;
  uint32_t off, len;   /* where they are written */
  unsigned first_item; /* .byte items among them begin here ... */
  unsigned n_bytes;    /* ... this many, and are dropped once bound */
};

/* One .if that is open.  */
struct condition
{
  bool ignoring;       /* what follows is not assembled */
  bool dead;           /* ... nor is any other branch: one was, or all of it is skipped */
  bool else_seen;
  unsigned nesting;    /* of expansions, where it was opened */
};

struct parser
{
  struct avow_reader rd;
  size_t items_cap;
  unsigned budget;     /* items, gaps and statements left */
  size_t repeated;     /* bytes of expansions and repetitions left */
  struct pending pending;
  struct avow_names *names;  /* of the statement; or of the unit, while that is collected */
  struct avow_slice *guards; /* names that were not defined where that left code in or out */
  size_t guards_cap;
  unsigned n_guards;
  struct condition *conditions;
  size_t conditions_cap;
  unsigned n_conditions;
  unsigned nesting;    /* expansions within expansions */
  bool leave;          /* .exitm: the innermost expansion ends here */
  bool alternate;      /* .altmacro */
  struct avow_counters counters;
  avow_list_line *list; /* or NULL */
  void *list_ctx;
  bool full;           /* the budget is spent, reported */
};

/* All of these return false when memory ran out, unless they say else.  */

/* parse.c */
/* avow_parse_listed, but what STMT defines goes to NAMES.  */
bool avow_parse_into (const struct avow_stmt *stmt, unsigned max_items, struct avow_arena *arena,
                      struct avow_names *names, struct avow_body *body, avow_list_line *list,
                      void *ctx);
bool avow_parse_range (struct parser *ps, const char *p, const char *end);
/* A gap for the text [P, END) of the expanded template.  */
bool avow_parse_gap (struct parser *ps, enum avow_reason reason, int insn, const char *p,
                     const char *end);
/* Take one unit of the budget; false, with a gap, when nothing is left.  */
bool avow_parse_spend (struct parser *ps, const char *p);
/* Nothing that follows is read: a budget is spent.  */
bool avow_parse_stop (struct parser *ps, const char *p, const char *end);
/* A new item for [P, END), or NULL when memory ran out.  */
struct avow_item *avow_parse_item (struct parser *ps, enum avow_item_kind kind, const char *p,
                                   const char *end);
/* [P, END) with tokens as the template writes them.  */
struct avow_slice avow_parse_render (struct parser *ps, const char *p, const char *end,
                                     bool *token, bool *unique);
/* Prefixes that stand alone, or a .byte of prefixes that is the last item.  */
void avow_parse_pend (struct parser *ps, const struct avow_prefixes *pfx, const char *p,
                      const char *end, bool byte_item);
/* Bind them to the instruction IT, the last item, which may move.  */
struct avow_item *avow_parse_bind (struct parser *ps, struct avow_item *it);
/* No instruction follows them.  */
void avow_parse_drop_pending (struct parser *ps);
/* The last item is data, and pending prefix words belong to what it encodes ("lock; .byte 0x0f, ..."): they
   become bytes before it.  False when they cannot.  */
bool avow_parse_pending_bytes (struct parser *ps);
void avow_lower_in_place (const char *p, const char *end);

/* instruction.c */
bool avow_parse_insn (struct parser *ps, const char *p, const char *end);
/* Text that may be code but is no instruction: an item that no table knows, and a gap.  */
bool avow_parse_garbage (struct parser *ps, enum avow_reason reason, const char *p,
                         const char *end);

/* block.c */
/* .include "FILE" with the operand [ARGS, END); false in *READ when there is no such file.  */
bool avow_parse_include (struct parser *ps, const char *p, const char *args, const char *end, bool *read);

/* directive.c */
/* [P, END) is a directive of class CLS whose name ends at NAME_END.  */
bool avow_parse_directive (struct parser *ps, enum avow_directive cls, const char *p,
                           const char *name_end, const char *end);
/* NAME = EXPR or NAME == EXPR.  */
bool avow_parse_assignment (struct parser *ps, const char *p, const char *name_end,
                            const char *end);

/* cond.c */
static inline bool
avow_ignoring (const struct parser *ps)
{
  return ps->n_conditions && ps->conditions[ps->n_conditions - 1].ignoring;
}
/* The conditional directive CLS at *P, whose name ends at NAME_END and statement at STOP; *P moves
   to the next statement, which is further on when the condition cannot be decided.  */
bool avow_parse_condition (struct parser *ps, enum avow_directive cls, const char **p,
                           const char *name_end, const char *stop, const char *end);
/* NAME gets defined: where its definition was asked for before, with code in question, a second copy of the
   statement is another one than the first.  */
bool avow_define_guard (struct parser *ps, struct avow_slice name, const char *p, const char *end);
/* Close what was opened in expansions nested as deep as NESTING.  */
void avow_close_conditions (struct parser *ps, unsigned nesting);

/* block.c */
/* .macro, .rept, .irp or .irpc at *P, as above.  */
bool avow_parse_block (struct parser *ps, enum avow_directive cls, const char **p,
                       const char *name_end, const char *stop, const char *end);
/* The statement [P, END) when its first word, up to NAME_END, is a macro: *USED, and it is
   expanded.  */
bool avow_parse_macro (struct parser *ps, const char *p, const char *name_end, const char *end,
                       bool *used);
/* The instruction [P, END), whose first word ends at NAME_END, where names may stand for registers.  */
bool avow_parse_renamed (struct parser *ps, const char *p, const char *name_end, const char *end);
/* What cannot be decided: statements [START, STOP), of which [BODY, BODY_END) may be assembled any
   number of times.  */
bool avow_parse_undecided (struct parser *ps, enum avow_reason reason, const char *start,
                           const char *stop, const char *body, const char *body_end);

#endif
