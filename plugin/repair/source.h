/* source.h - an asm statement as it stands in the source.

   Offsets are bytes into the file.  Everything is found by reading the file's own text; nothing is
   expanded: what comes out of a macro is not seen.  That may be pieces of the template, such as LOCK_PREFIX, and the end of the
   clobber list; else the statement is left alone.  */
#ifndef AVOW_SOURCE_H
#define AVOW_SOURCE_H

#include "../arena.h"
#include "../avow.h"

#ifdef __cplusplus
extern "C" {
#endif

struct avow_span
{
  size_t start, end;
};

#define AVOW_SOURCE_OPERANDS 32
#define AVOW_SOURCE_CLOBBERS 96

struct avow_source_operand
{
  struct avow_span name;       /* inside the brackets; empty when there are none */
  struct avow_span constraint; /* the literals, with their quotes */
  struct avow_span expr;       /* inside the parentheses */
  struct avow_span all;
};

struct avow_source_asm
{
  struct avow_span keyword;    /* asm, __asm__ */
  size_t qualified;            /* behind the last qualifier */
  struct avow_span is_volatile; /* the qualifier; empty when there is none */
  size_t open, close;          /* the parentheses */
  struct avow_span text;       /* the template's literals ... */
  bool partly_hidden;          /* ... and macros among them */
  unsigned n_sections;         /* colons: 0 = basic */
  size_t colons[4];
  struct avow_source_operand operands[AVOW_SOURCE_OPERANDS];
  unsigned n_outputs, n_operands;
  struct avow_span clobbers[AVOW_SOURCE_CLOBBERS];
  unsigned n_clobbers;
  bool more_clobbers;          /* behind these, out of a macro */
  size_t semicolon;            /* behind the statement's `;', or 0 when something else follows */
};

/* Read the statement whose keyword begins at AT of the LEN bytes at FILE.  False when it is not written
   out there in full.  */
bool avow_source_parse (const char *file, size_t len, size_t at, struct avow_source_asm *out);

/* One byte of a template, and the bytes of the file that it comes from.  */
struct avow_source_char
{
  char c;
  uint32_t start, length;
};

/* The characters of the literals in SPAN, *N of them; NULL when there is something else between them (a macro),
   or memory ran out.  */
struct avow_source_char *avow_source_text (const char *file, struct avow_span span, struct avow_arena *arena,
                                           size_t *n);

/* Whether the statement in the source is STMT: the same template once %[name] is resolved, the same
   constraints and clobbers.  */
bool avow_source_is (const char *file, const struct avow_source_asm *source, const struct avow_stmt *stmt,
                     struct avow_arena *arena);

#ifdef __cplusplus
}
#endif
#endif
