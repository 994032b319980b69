/* cond.c - .if and its kin, as gas/cond.c has them.

   A condition that cannot be decided here (it compares an operand, or the distance of two labels)
   makes its whole block undecided.  Where the block holds no code that does no harm.  */
#include <string.h>

#include "parser.h"
#include "scrub.h"

enum answer { NO, YES, UNDECIDED, REFUSED };

static enum answer
not (enum answer a)
{
  return a == YES ? NO : a == NO ? YES : a;
}

/* ---- tests ------------------------------------------------------------------------------- */

/* Compare a number with zero, as the word OP (eq ne lt le gt ge) says.  */
static bool
compare (struct avow_slice op, int64_t n)
{
  char a = avow_lower (op.p[0]), b = avow_lower (op.p[1]);
  switch (a)
    {
    case 'e': return n == 0;
    case 'l': return b == 'e' ? n <= 0 : n < 0;
    case 'g': return b == 'e' ? n >= 0 : n > 0;
    default: return n != 0;
    }
}

static enum answer
test_number (struct parser *ps, struct avow_slice op, const char *p, const char *end)
{
  struct avow_expr e;
  if (avow_skip_space (p, end) == end)
    return REFUSED;
  if (!avow_expr_number (&ps->rd, &p, end, &e) || avow_skip_space (p, end) != end)
    return UNDECIDED;
  return compare (op, e.c) ? YES : NO;
}

/* NAME is a label that was defined.  Looking costs, as it goes through all of them.  */
static bool
is_label (struct parser *ps, struct avow_slice name)
{
  const struct avow_body *body = ps->rd.body;
  if (body->n_items > ps->repeated)
    return !avow_parse_stop (ps, ps->rd.text.s, ps->rd.text.s);
  ps->repeated -= body->n_items;
  for (unsigned i = 0; i < body->n_items; i++)
    if (body->items[i].kind == AVOW_ITEM_LABEL && body->items[i].name.len == name.len
        && !memcmp (body->items[i].name.p, name.p, name.len))
      return true;
  return false;
}

static enum answer
test_defined (struct parser *ps, const char *p, const char *end, struct avow_slice *missing)
{
  bool token, unique;
  p = avow_skip_space (p, end);
  bool quoted = end - p > 2 && *p == '"' && end[-1] == '"';
  p += quoted;
  end -= quoted;
  const char *stop = quoted ? end : avow_name_end (p, end);
  if (stop == p || avow_skip_space (stop, end) != end || (!quoted && !avow_is (*p, AVOW_CH_BEGIN)))
    return REFUSED;
  struct avow_slice name = avow_parse_render (ps, p, stop, &token, &unique);
  const struct avow_named *n = avow_name_find (ps->names, AVOW_NAME_SYMBOL, name);
  if (n && n->state == AVOW_STATE_UNKNOWN)
    return UNDECIDED;
  if (n)
    return n->state == AVOW_STATE_REGISTER ? NO : YES;
  if (is_label (ps, name))
    return YES;
  const struct avow_stmt *stmt = ps->rd.stmt;
  if (token || unique || (stmt->symbol && stmt->symbol (stmt, name.p, name.len) != AVOW_SYMBOL_UNKNOWN))
    return UNDECIDED;
  *missing = name;
  return NO;
}

/* A and B print the same text: known only when both are written alike, or hold nothing of which
   the text is not known.  */
static enum answer
same_text (struct parser *ps, struct avow_slice a, struct avow_slice b)
{
  bool unknown = false;
  const char *p = a.p, *q = b.p, *pe = p + a.len, *qe = q + b.len;
  for (; p < pe && q < qe && *p == *q; p++, q++)
    if (*p == AVOW_MARK_TOKEN)
      {
        const struct avow_token *s = avow_text_token (&ps->rd.text, p);
        const struct avow_token *t = avow_text_token (&ps->rd.text, q);
        if (s->operand != t->operand || s->modifier != t->modifier)
          return UNDECIDED;
        p += AVOW_TOKEN_BYTES - 1;
        q += AVOW_TOKEN_BYTES - 1;
      }
  if (p == pe && q == qe)
    return YES;
  for (uint32_t i = 0; i < a.len; i++)
    unknown |= a.p[i] == AVOW_MARK_TOKEN || a.p[i] == AVOW_MARK_UNIQUE;
  for (uint32_t i = 0; i < b.len; i++)
    unknown |= b.p[i] == AVOW_MARK_TOKEN || b.p[i] == AVOW_MARK_UNIQUE;
  return unknown ? UNDECIDED : NO;
}

static struct avow_slice
trimmed (const char *p, const char *end)
{
  p = avow_skip_space (p, end);
  return (struct avow_slice){ p, (uint32_t)(avow_trim_end (p, end) - p) };
}

/* .ifc: everything up to the first comma, and everything behind it.  */
static enum answer
test_texts (struct parser *ps, const char *p, const char *end)
{
  struct avow_buf text = { .arena = ps->rd.arena };
  avow_scrub (ps->rd.arch->syntax, p, end, true, &text);
  struct avow_slice s = avow_buf_slice (&text);
  const char *comma = memchr (s.p, ',', s.len), *stop = s.p + s.len;
  if (!comma)
    return REFUSED;
  return same_text (ps, trimmed (s.p, comma), trimmed (comma + 1, stop));
}

/* .ifeqs "a", "b".  */
static enum answer
test_strings (struct parser *ps, const char *p, const char *end)
{
  struct avow_slice s[2];
  for (int i = 0; i < 2; i++)
    {
      p = avow_skip_space (p, end);
      if (i && (p == end || *p != ','))
        return REFUSED;
      p = avow_skip_space (p + i, end);
      if (p >= end || *p != '"')
        return REFUSED;
      const char *stop = avow_string_end (p, end);
      s[i] = (struct avow_slice){ p + 1, (uint32_t)(stop - p - 2) };
      if (stop[-1] != '"' || stop - p < 2)
        return REFUSED;
      p = stop;
    }
  bool escapes = memchr (s[0].p, '\\', s[0].len) || memchr (s[1].p, '\\', s[1].len);
  enum answer a = same_text (ps, s[0], s[1]);
  return a == NO && escapes ? UNDECIDED : a;
}

/* The condition that directive WORD (behind its dot) puts to [P, END).  MISSING: a name that would be
   defined if it were otherwise.  */
static enum answer
test (struct parser *ps, struct avow_slice word, const char *p, const char *end,
      struct avow_slice *missing)
{
  static const char ne[] = "ne";
  struct avow_slice op = { word.p + 2, word.len - 2 };
  bool negative = op.len && avow_lower (*op.p) == 'n';
  struct avow_slice rest = { op.p + negative, op.len - negative };
  enum answer a;
  if (avow_word_is (rest.p, rest.len, "b"))
    a = avow_skip_space (p, end) == end ? YES : NO;
  else if (avow_word_is (rest.p, rest.len, "c"))
    a = test_texts (ps, p, end);
  else if (avow_word_is (rest.p, rest.len, "def") || avow_word_is (rest.p, rest.len, "otdef"))
    a = test_defined (ps, p, end, missing);
  else if (avow_word_is (op.p, op.len, "eqs") || avow_word_is (op.p, op.len, "nes"))
    a = test_strings (ps, p, end);
  else
    return test_number (ps, op.len ? op : (struct avow_slice){ ne, 2 }, p, end);
  return negative ? not(a) : a;
}

/* ---- the stack ------------------------------------------------------------------------------ */

#define MAX_CONDITIONS 1000

static bool
push (struct parser *ps, bool ignoring, bool dead)
{
  struct condition *c = avow_grow (ps->rd.arena, ps->conditions, ps->n_conditions,
                                   &ps->conditions_cap, sizeof *c);
  if (!c)
    {
      ps->rd.no_memory = true;
      return false;
    }
  ps->conditions = c;
  c[ps->n_conditions++] = (struct condition){ ignoring, dead, false, ps->nesting };
  return true;
}

void
avow_close_conditions (struct parser *ps, unsigned nesting)
{
  while (ps->n_conditions && ps->conditions[ps->n_conditions - 1].nesting >= nesting)
    ps->n_conditions--;
}

/* Behind the block whose first statement, at *P, ends at STOP: it is undecided.  */
static bool
skip_undecided (struct parser *ps, const char **p, const char *stop, const char *end)
{
  const char *start = *p, *body = stop < end ? stop + 1 : end, *body_end;
  *p = avow_block_end (ps->rd.arch->syntax, AVOW_BLOCK_IF, body, end, &body_end);
  return avow_parse_undecided (ps, AVOW_REASON_CONDITIONAL, start, *p, body, body_end);
}

/* Remember that the block at P depends on NAME being not defined, unless nothing in it is code.  */
static bool
add_guard (struct parser *ps, struct avow_slice name, const char *p, const char *end)
{
  const char *body_end;
  if (ps->rd.stmt->is_toplevel)
    return true;
  avow_block_end (ps->rd.arch->syntax, AVOW_BLOCK_IF, p, end, &body_end);
  if ((size_t)(body_end - p) > ps->repeated)
    return avow_parse_stop (ps, p, end);
  ps->repeated -= (size_t)(body_end - p);
  if (avow_block_content (ps->rd.arch->syntax, p, body_end) != AVOW_CONTENT_CODE)
    return true;
  struct avow_slice *guards
      = avow_grow (ps->rd.arena, ps->guards, ps->n_guards, &ps->guards_cap, sizeof *guards);
  if (!guards)
    {
      ps->rd.no_memory = true;
      return false;
    }
  ps->guards = guards;
  guards[ps->n_guards++] = name;
  return true;
}

bool
avow_define_guard (struct parser *ps, struct avow_slice name, const char *p, const char *end)
{
  for (unsigned i = 0; i < ps->n_guards && i < 64; i++)
    if (ps->guards[i].len == name.len && !memcmp (ps->guards[i].p, name.p, name.len))
      return avow_parse_gap (ps, AVOW_REASON_CONDITIONAL, 0, p, end);
  return true;
}

static bool
open_condition (struct parser *ps, const char **p, const char *name_end, const char *stop,
                const char *end)
{
  const char *next = stop < end ? stop + 1 : end, *start = *p;
  if (ps->n_conditions >= MAX_CONDITIONS)
    return avow_parse_stop (ps, *p, stop);
  if (avow_ignoring (ps))
    {
      *p = next;
      return push (ps, true, true);
    }
  struct avow_slice word = { start + 1, (uint32_t)(name_end - start - 1) };
  struct avow_slice missing = { NULL, 0 };
  enum answer a = test (ps, word, name_end, avow_trim_end (name_end, stop), &missing);
  if (a == UNDECIDED)
    return skip_undecided (ps, p, stop, end);
  if (missing.len && !add_guard (ps, missing, next, end))
    return false;
  *p = next;
  if (a == REFUSED && !avow_parse_gap (ps, AVOW_REASON_REFUSED, 0, start, stop))
    return false;
  return push (ps, a != YES, false);
}

/* .elseif: another condition when no branch was taken yet.  */
static bool
another_condition (struct parser *ps, const char **p, const char *name_end, const char *stop,
                   const char *end)
{
  static const char ne[] = "ne";
  struct condition *c = &ps->conditions[ps->n_conditions - 1];
  c->dead |= !c->ignoring;
  c->ignoring = true;
  if (c->dead)
    {
      *p = stop < end ? stop + 1 : end;
      return true;
    }
  enum answer a = test_number (ps, (struct avow_slice){ ne, 2 }, name_end,
                               avow_trim_end (name_end, stop));
  if (a == UNDECIDED)
    {
      ps->n_conditions--;
      return skip_undecided (ps, p, stop, end);
    }
  const char *start = *p;
  *p = stop < end ? stop + 1 : end;
  c->ignoring = a != YES;
  return a != REFUSED || avow_parse_gap (ps, AVOW_REASON_REFUSED, 0, start, stop);
}

bool
avow_parse_condition (struct parser *ps, enum avow_directive cls, const char **p,
                      const char *name_end, const char *stop, const char *end)
{
  ps->rd.body->guarded = true;
  if (cls == AVOW_DIR_IF)
    return open_condition (ps, p, name_end, stop, end);
  const char *start = *p;
  struct condition *c = ps->n_conditions ? &ps->conditions[ps->n_conditions - 1] : NULL;
  if (!c || (cls != AVOW_DIR_ENDIF && c->else_seen))
    {
      *p = stop < end ? stop + 1 : end;
      return avow_parse_gap (ps, AVOW_REASON_REFUSED, 0, start, stop);
    }
  if (cls == AVOW_DIR_ELSEIF)
    return another_condition (ps, p, name_end, stop, end);
  *p = stop < end ? stop + 1 : end;
  if (cls == AVOW_DIR_ENDIF)
    ps->n_conditions--;
  else
    {
      c->ignoring = c->dead || !c->ignoring;
      c->else_seen = true;
    }
  return true;
}
