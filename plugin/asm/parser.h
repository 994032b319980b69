/* parser.h - the state of one parse, shared by parse.c and block.c.  */
#ifndef AVOW_PARSER_H
#define AVOW_PARSER_H

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

/* A macro that the template defines.  Its body is not expanded: what matters is
   what it can put into a section.  */
struct macro
{
  struct avow_slice name;
  uint8_t content; /* enum avow_content */
};

struct parser
{
  struct avow_reader rd;
  size_t items_cap;
  unsigned budget;     /* items, gaps and statements left */
  size_t repeated;     /* bytes of unrolling left */
  int nesting;
  struct pending pending;
  struct macro *macros;
  size_t macros_cap;
  unsigned n_macros;
  bool full;           /* the budget is spent, reported */
};

/* All of these return false when memory ran out, unless they say else.  */

/* parse.c */
bool avow_parse_range (struct parser *ps, const char *p, const char *end);
/* Text that may be code but is no instruction: an item that no table knows, and a gap.  */
bool avow_parse_garbage (struct parser *ps, enum avow_reason reason, const char *p,
                         const char *end);
/* A gap for the text [P, END) of the expanded template.  */
bool avow_parse_gap (struct parser *ps, enum avow_reason reason, int insn, const char *p,
                     const char *end);
/* Take one unit of the budget; false, with a gap, when nothing is left.  */
bool avow_parse_spend (struct parser *ps, const char *p);
/* A new item for [P, END), or NULL when memory ran out.  */
struct avow_item *avow_parse_item (struct parser *ps, enum avow_item_kind kind, const char *p,
                                   const char *end);
bool avow_parse_args (struct parser *ps, struct avow_item *it, const char *p, const char *end);
/* No instruction follows the pending prefixes.  */
void avow_parse_drop_pending (struct parser *ps);
void avow_lower_in_place (const char *p, const char *end);

/* block.c */
/* A block opens at *P with a directive whose name ends at NAME_END and whose statement
   ends at STOP; *P moves behind the block.  */
bool avow_parse_block (struct parser *ps, enum avow_block kind, const char **p,
                       const char *name_end, const char *stop, const char *end);
/* The macro called [P, END), or NULL; and its use by the statement [P, END).  */
const struct macro *avow_find_macro (const struct parser *ps, const char *p, const char *end);
bool avow_use_macro (struct parser *ps, const struct macro *m, const char *p, const char *end);

#endif
