/* block.c - .rept, .irp, .if and .macro: text that is assembled more than once, or not always.

   A short .rept is unrolled.  Of every other block only the most that it can put into a
   section is worked out (avow_block_content).  Symbols and data are one
   directive that stands for the block, as in the exception tables of the Linux
   kernel; anything that may be code is a gap.  A macro is judged where it
   is used.  */
#include <string.h>

#include "parser.h"
#include "split.h"

#define MAX_REPEAT 64 /* .rept count that is unrolled */
#define MAX_NESTING 8 /* .rept in .rept */
#define MAX_MACROS 32

/* The count of ".rept N" when it can be unrolled, else -1.  */
static int
repeat_count (struct parser *ps, const char *name, const char *name_end, const char *end)
{
  struct avow_expr e;
  if (!avow_word_is (name, (size_t)(name_end - name), ".rept"))
    return -1;
  const char *p = avow_skip_space (name_end, end);
  if (!avow_expr_read (&ps->rd, &p, end, &e) || avow_skip_space (p, end) != end)
    return -1;
  if (e.complex || e.n_terms || e.sym.len || e.c < 0 || e.c > MAX_REPEAT)
    return -1;
  return (int)e.c;
}

static bool
unroll (struct parser *ps, int count, const char *p, const char *end)
{
  bool ok = true;
  ps->nesting++;
  for (int i = 0; ok && i < count && !ps->full; i++)
    ok = avow_parse_spend (ps, p) ? avow_parse_range (ps, p, end) : !ps->rd.no_memory;
  ps->nesting--;
  return ok;
}

/* [P, END) puts symbols or data into the section it stands in and is no code:
   a directive that stands for all of it.  */
static bool
add_summary (struct parser *ps, enum avow_content content, const char *p, const char *end)
{
  struct avow_item *it = avow_parse_item (ps, AVOW_ITEM_DIRECTIVE, p, end);
  if (!it)
    return false;
  const char *name = content == AVOW_CONTENT_DATA ? ".long" : ".set";
  it->name = (struct avow_slice){ name, (uint32_t)strlen (name) };
  avow_parse_drop_pending (ps);
  return avow_parse_args (ps, it, p, end);
}

const struct macro *
avow_find_macro (const struct parser *ps, const char *p, const char *end)
{
  for (unsigned i = 0; i < ps->n_macros; i++)
    if (ps->macros[i].name.len == (size_t)(end - p)
        && !memcmp (ps->macros[i].name.p, p, (size_t)(end - p)))
      return &ps->macros[i];
  return NULL;
}

/* Remember the macro whose name stands at P and whose body is [BODY, BODY_END).  Returns false when
   it cannot be: it hides an instruction, or its name is no plain word.  */
static bool
define_macro (struct parser *ps, const char *p, const char *end, const char *body,
              const char *body_end)
{
  p = avow_skip_space (p, end);
  const char *q = avow_name_end (p, end);
  avow_lower_in_place (p, q);
  for (const char *c = p; c < q; c++)
    if (*c == AVOW_MARK_TOKEN || *c == AVOW_MARK_UNIQUE)
      return false;
  if (q == p || ps->n_macros == MAX_MACROS || isa_find (ps->rd.arch->isa, p, (size_t)(q - p)))
    return false;
  struct macro *m = avow_grow (ps->rd.arena, ps->macros, ps->n_macros, &ps->macros_cap, sizeof *m);
  if (!m)
    {
      ps->rd.no_memory = true;
      return false;
    }
  ps->macros = m;
  m[ps->n_macros++] = (struct macro){ { p, (uint32_t)(q - p) },
                                      (uint8_t)avow_block_content (body, body_end) };
  return true;
}

/* The macro M is used by [P, END).  A string may smuggle statements into it.  */
bool
avow_use_macro (struct parser *ps, const struct macro *m, const char *p, const char *end)
{
  if (m->content == AVOW_CONTENT_CODE || memchr (p, '"', (size_t)(end - p)))
    return avow_parse_garbage (ps, AVOW_REASON_MACRO, p, end);
  return add_summary (ps, (enum avow_content)m->content, p, end);
}

/* A block opens at *P, whose first statement ends at STOP; *P moves behind it.  */
bool
avow_parse_block (struct parser *ps, enum avow_block kind, const char **p, const char *name_end,
             const char *stop, const char *end)
{
  const char *start = *p, *body_end;
  const char *body = stop < end ? stop + 1 : end;
  int count = kind == AVOW_BLOCK_REPEAT ? repeat_count (ps, start, name_end, stop) : -1;
  *p = avow_block_end (kind, body, end, &body_end);
  size_t cost = ((size_t)(body_end - body) + 16) * (size_t)(count < 0 ? 0 : count);
  if (count >= 0 && ps->nesting < MAX_NESTING && cost <= ps->repeated)
    {
      ps->repeated -= cost;
      return unroll (ps, count, body, body_end);
    }
  if (kind == AVOW_BLOCK_MACRO && define_macro (ps, name_end, stop, body, body_end))
    return true;
  enum avow_content content = kind == AVOW_BLOCK_MACRO ? AVOW_CONTENT_CODE
                                                       : avow_block_content (body, body_end);
  if (content != AVOW_CONTENT_CODE)
    return add_summary (ps, content, start, avow_trim_end (start, *p));
  avow_parse_drop_pending (ps);
  return avow_parse_gap (ps, kind == AVOW_BLOCK_IF ? AVOW_REASON_CONDITIONAL : AVOW_REASON_MACRO,
                         0, start, avow_trim_end (start, *p));
}
