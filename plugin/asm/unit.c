/* unit.c - what one asm statement of a unit defines for the others.

   gas keeps macros and symbols from statement to statement, in the order in which the compiler writes
   them.  Toplevel asm comes first, or in the order of the source without -ftoplevel-reorder, which the glue knows.
   The order of functions is not known here: a macro that one of them leaves behind may be
   used by another, and means what it says as long as no other text has its name.  */
#include <stdio.h>
#include <string.h>

#include "parser.h"

#define UNIT_ITEMS 200000

/* How often WORD (lower case, with its dot) stands in the text of STMT.  */
static unsigned
count (const struct avow_stmt *stmt, const char *word)
{
  size_t n = strlen (word);
  unsigned found = 0;
  for (const char *p = stmt->text, *end = p + stmt->len; (size_t)(end - p) >= n; p++)
    found += *p == '.' && avow_word_is (p, n, word);
  return found;
}

/* The text may define a name.  */
static bool
may_define (const struct avow_stmt *stmt)
{
  return memchr (stmt->text, '=', stmt->len) || count (stmt, ".macro") || count (stmt, ".purgem")
         || count (stmt, ".set") || count (stmt, ".include") || count (stmt, ".equ") || count (stmt, ".eqv");
}

void
avow_names_add_toplevel (struct avow_names *names, const struct avow_stmt *stmt)
{
  struct avow_body body;
  if (may_define (stmt))
    avow_parse_into (stmt, UNIT_ITEMS, names->arena, names, &body, NULL, NULL);
}

/* The definition of M holds an operand of its statement: elsewhere nobody knows what it says.  */
static bool
holds_token (const struct avow_macro *m)
{
  bool found = memchr (m->body.p, AVOW_MARK_TOKEN, m->body.len) != NULL;
  for (unsigned i = 0; i < m->n_formals; i++)
    found |= memchr (m->formals[i].standard.p, AVOW_MARK_TOKEN, m->formals[i].standard.len) != NULL;
  return found;
}

static struct avow_slice
copied (struct avow_arena *arena, struct avow_slice s)
{
  return (struct avow_slice){ avow_strndup (arena, s.len ? s.p : "", s.len), s.len };
}

static const struct avow_macro *
copy_macro (struct avow_arena *arena, const struct avow_macro *m)
{
  struct avow_macro *copy = avow_alloc (arena, sizeof *copy);
  if (!copy)
    return NULL;
  copy->body = copied (arena, m->body);
  copy->formals = avow_calloc (arena, m->n_formals + 1, sizeof *copy->formals);
  for (unsigned i = 0; copy->formals && i < m->n_formals; i++)
    copy->formals[copy->n_formals++]
        = (struct avow_formal){ copied (arena, m->formals[i].name),
                                copied (arena, m->formals[i].standard), m->formals[i].type };
  return arena->failed ? NULL : copy;
}

static bool
same_macro (const struct avow_macro *a, const struct avow_macro *b)
{
  return a->n_formals == b->n_formals && a->body.len == b->body.len
         && !memcmp (a->body.p, b->body.p, a->body.len);
}

/* Enter N, which a statement has left behind, into NAMES.  */
static void
leave_behind (struct avow_names *names, const struct avow_named *n)
{
  const struct avow_named *old = avow_name_find (names, AVOW_NAME_MACRO, n->name);
  bool known = n->state == AVOW_STATE_DEFINED && !holds_token (n->macro);
  if (old && old->state == AVOW_STATE_DEFINED && known && same_macro (old->macro, n->macro))
    return;
  if (old && old->state == AVOW_STATE_UNKNOWN)
    return;
  struct avow_named *entry = avow_name_enter (names, AVOW_NAME_MACRO, n->name);
  if (!entry)
    return;
  entry->elsewhere = true;
  entry->macro = known && !old ? copy_macro (names->arena, n->macro) : NULL;
  entry->state = entry->macro ? AVOW_STATE_DEFINED : AVOW_STATE_UNKNOWN;
}

void
avow_names_add_statement (struct avow_names *names, const struct avow_stmt *stmt,
                          struct avow_arena *scratch)
{
  struct avow_names here = { .arena = scratch, .outer = names };
  struct avow_body body;
  unsigned macros = count (stmt, ".macro");
  if (!macros || macros <= count (stmt, ".purgem") /* in place, as in the Linux kernel */
      || !avow_parse_into (stmt, UNIT_ITEMS, scratch, &here, &body, NULL, NULL))
    return;
  for (unsigned i = 0; i < here.n_slots; i++)
    for (const struct avow_named *n = here.slots[i]; n; n = n->next)
      if (n->kind == AVOW_NAME_MACRO && n->state != AVOW_STATE_REMOVED)
        leave_behind (names, n);
}

/* ---- as text ------------------------------------------------------------------------- */

bool
avow_names_used (const struct avow_stmt *stmt)
{
  const char *p = stmt->text, *end = p + stmt->len;
  while (stmt->names && p < end)
    {
      const char *q = avow_name_end (p, end);
      struct avow_slice word = { p, (uint32_t)(q - p) };
      if (q > p && (avow_name_find (stmt->names, AVOW_NAME_MACRO, word)
                    || avow_name_find (stmt->names, AVOW_NAME_SYMBOL, word)))
        return true;
      p = q > p ? q : p + 1;
    }
  return false;
}

static void
put (struct avow_buf *out, struct avow_slice s)
{
  avow_buf_add (out, s.p, s.len);
}

static void
put_word (struct avow_buf *out, const char *s)
{
  avow_buf_add (out, s, strlen (s));
}

static void
put_macro (struct avow_buf *out, const struct avow_named *n)
{
  static const char *const types[] = { "", ":req", ":vararg" };
  put_word (out, ".macro ");
  put (out, n->name);
  for (unsigned i = 0; i < n->macro->n_formals; i++)
    {
      const struct avow_formal *f = &n->macro->formals[i];
      put_word (out, i ? "," : " ");
      put (out, f->name);
      put_word (out, types[f->type]);
      if (f->standard.len)
        {
          put_word (out, "=\"");
          put (out, f->standard);
          put_word (out, "\"");
        }
    }
  put_word (out, "\n");
  put (out, n->macro->body);
  put_word (out, "\n.endm\n");
}

static void
put_symbol (struct avow_buf *out, const struct avow_named *n)
{
  char digits[24];
  if (n->state != AVOW_STATE_NUMBER && n->state != AVOW_STATE_REGISTER)
    return;
  snprintf (digits, sizeof digits, "%lld", (long long)n->value);
  put_word (out, ".set ");
  put (out, n->name);
  put_word (out, ",");
  if (n->state == AVOW_STATE_NUMBER)
    put_word (out, digits);
  else
    put (out, n->text);
  put_word (out, "\n");
}

/* A macro that has more than one meaning: the first in PART 1, the second in 2.  */
static void
put_ambiguous (struct avow_buf *out, const struct avow_named *n, int part)
{
  put_word (out, ".macro ");
  put (out, n->name);
  put_word (out, part == 1 ? "\n1\n.endm\n" : "\n2\n.endm\n");
}

struct avow_slice
avow_names_text (const struct avow_names *names, int part, struct avow_arena *arena)
{
  struct avow_buf out = { .arena = arena };
  for (unsigned i = 0; i < names->n_slots; i++)
    for (const struct avow_named *n = names->slots[i]; n; n = n->next)
      if (n->elsewhere != (part > 0))
        continue;
      else if (n->kind == AVOW_NAME_SYMBOL)
        put_symbol (&out, n);
      else if (n->state == AVOW_STATE_UNKNOWN && part)
        put_ambiguous (&out, n, part);
      else if (n->state == AVOW_STATE_DEFINED && part < 2)
        put_macro (&out, n);
  return avow_buf_slice (&out);
}
