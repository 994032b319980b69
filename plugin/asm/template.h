/* template.h - what GCC does to a template before the assembler sees it.

   Expansion resolves %%, %{ %| %}, {att|intel} and the modifiers that print a
   fixed text, and leaves operand tokens symbolic.  In the expanded text a
   token is TOKEN_BYTES bytes: the mark AVOW_MARK_TOKEN and four bytes that hold the
   token's index, all of them above 0x7f so that no scanner takes them for
   syntax.  %= is the single byte AVOW_MARK_UNIQUE.  Both count as name
   characters: a name that holds one is a pasted word or a label.
   Every byte of the expanded text knows where in the template it comes from.  */
#ifndef AVOW_TEMPLATE_H
#define AVOW_TEMPLATE_H

#include "../arena.h"
#include "insn.h"

#define AVOW_MARK_TOKEN '\001'
#define AVOW_MARK_UNIQUE '\002'
#define AVOW_TOKEN_BYTES 5

struct avow_token
{
  int16_t operand; /* -1: out of range (reported) or a modifier not understood */
  char modifier;   /* 0 = none */
  uint32_t off, len;
};

struct avow_text
{
  char *s;                 /* expanded, NUL-terminated; comments are blanked later */
  uint32_t len;
  const uint32_t *off;     /* [len + 1]: offset of each byte's source in the template; NULL in the
                              text of an expansion ... */
  uint32_t at, at_len;     /* ... all of which stands for this part of the template */
  const struct avow_stmt *stmt;
  struct avow_token *tokens;
  uint32_t n_tokens;
  bool marks;              /* any token or %= in S */
};

/* Expand STMT's template.  Gaps and token counts go to BODY, whose token_uses
   counts a token wherever it is written: in comments and in the other
   dialect's alternative as well, since it is then used on purpose.
   Returns false when memory ran out.  */
bool avow_expand (const struct avow_stmt *stmt, struct avow_arena *arena,
                  struct avow_body *body, struct avow_text *text);

/* The token at P, which points at AVOW_MARK_TOKEN.  */
const struct avow_token *avow_text_token (const struct avow_text *text, const char *p);

/* The template's text behind [P, END) of the expanded text.  */
void avow_text_span (const struct avow_text *text, const char *p, const char *end,
                     uint32_t *off, uint32_t *len);

/* [P, END) with tokens and %= written as in the template.  HAS_TOKEN and
   HAS_UNIQUE tell what it holds.  Without marks it is the text itself; P = NULL when
   memory ran out.  */
struct avow_slice avow_text_render (const struct avow_text *text, struct avow_arena *arena,
                                    const char *p, const char *end, bool *has_token,
                                    bool *has_unique);

#endif
