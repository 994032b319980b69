/* block.c - .macro, .rept, .irp, .irpc: text that is assembled somewhere else, or more than once.

   An expansion is a text of its own that is read like the template, while all that it
   holds stands where the expansion was asked for.  The text of .rept is read where it stands,
   so that places within it stay exact.

   What cannot be decided (a count that depends on an operand) is no expansion.  If all that it
   can put into a section is data (avow_block_content) one directive stands for it, as for the exception tables
   of the Linux kernel; anything that may be code is a gap.  */
#include <string.h>

#include "parser.h"
#include "scrub.h"

#define MAX_NESTING 100 /* as gas: max_macro_nest */
#define COST 16         /* of an expansion, besides its text */

/* ---- what is undecided ----------------------------------------------------------------- */

/* [P, END) puts symbols or data into the section it stands in and is no code:
   a directive that stands for all of it.  */
static bool
add_summary (struct parser *ps, enum avow_content content, const char *p, const char *end)
{
  struct avow_item *it = avow_parse_item (ps, AVOW_ITEM_DIRECTIVE, p, end);
  if (!it)
    return false;
  bool data = content == AVOW_CONTENT_DATA;
  const char *name = data ? ".long" : ".set";
  it->name = (struct avow_slice){ name, (uint32_t)strlen (name) };
  it->directive = data ? AVOW_DIR_DATA : AVOW_DIR_SET;
  avow_parse_drop_pending (ps);
  it->args = (struct avow_slice){ "", 0 };
  return true;
}

static void
forget (struct parser *ps, enum avow_name_kind kind, const char *p, const char *end)
{
  bool token, unique;
  p = avow_skip_space (p, end);
  const char *q = avow_name_end (p, end);
  struct avow_slice name = avow_parse_render (ps, p, q, &token, &unique);
  struct avow_named *n = q > p ? avow_name_enter (ps->names, kind, name) : NULL;
  if (n)
    n->state = AVOW_STATE_UNKNOWN;
}

/* Whatever [P, END) may define is unknown from here on.  */
static void
forget_names (struct parser *ps, const char *p, const char *end)
{
  while (p < end)
    {
      const char *stop = avow_statement_end (ps->rd.arch->syntax, p, end);
      p = avow_skip_space (p, stop);
      const char *q = avow_name_end (p, stop), *behind = avow_skip_space (q, stop);
      enum avow_directive cls = avow_directive_class ((struct avow_slice){ p, (uint32_t)(q - p) });
      if (cls == AVOW_DIR_SET || cls == AVOW_DIR_EQUIV || cls == AVOW_DIR_EQV)
        forget (ps, AVOW_NAME_SYMBOL, q, stop);
      else if (cls == AVOW_DIR_MACRO || cls == AVOW_DIR_PURGEM)
        forget (ps, AVOW_NAME_MACRO, q, stop);
      else if (behind < stop && *behind == '=')
        forget (ps, AVOW_NAME_SYMBOL, p, stop);
      p = stop < end ? stop + 1 : end;
    }
}

bool
avow_parse_undecided (struct parser *ps, enum avow_reason reason, const char *start,
                      const char *stop, const char *body, const char *body_end)
{
  enum avow_content content = avow_block_content (ps->rd.arch->syntax, body, body_end);
  stop = avow_trim_end (start, stop);
  forget_names (ps, body, body_end);
  if (content != AVOW_CONTENT_CODE)
    return add_summary (ps, content, start, stop);
  avow_parse_drop_pending (ps);
  return avow_parse_gap (ps, reason, 0, start, stop);
}

/* ---- expansions ---------------------------------------------------------------------------- */

enum frame { FRAME_MACRO, FRAME_REPEAT };

/* Pay for reading LEN bytes, COUNT times; false, with a gap, when that is too much.  */
static bool
pay (struct parser *ps, size_t len, size_t count, const char *p, const char *end)
{
  if (ps->nesting < MAX_NESTING && count <= ps->repeated / (len + COST))
    {
      ps->repeated -= (len + COST) * count;
      return true;
    }
  avow_parse_stop (ps, p, end);
  return false;
}

/* The innermost expansion is over.  */
static bool
leave_frame (struct parser *ps, enum frame kind, const char *p, const char *end)
{
  bool left = ps->leave, inside = ps->n_conditions
              && ps->conditions[ps->n_conditions - 1].nesting >= ps->nesting;
  ps->leave = false;
  bool refused = kind == FRAME_MACRO && inside && !left;
  if (left || refused)
    avow_close_conditions (ps, ps->nesting);
  ps->nesting--;
  return !refused || ps->full || avow_parse_gap (ps, AVOW_REASON_REFUSED, 0, p, end);
}

/* The text of an expansion takes the place of the template's; all of it stands for [P, END).  */
static struct avow_text
enter_text (struct parser *ps, struct avow_slice text, const char *p, const char *end)
{
  struct avow_text outer = ps->rd.text;
  struct avow_text *inner = &ps->rd.text;
  avow_text_span (&outer, p, end, &inner->at, &inner->at_len);
  inner->s = (char *)text.p;
  inner->len = text.len;
  inner->off = NULL;
  inner->marks = true;
  return outer;
}

/* Read TEXT, which the statement [P, END) stands for.  */
static bool
read_expansion (struct parser *ps, enum frame kind, struct avow_slice text, const char *p,
                const char *end)
{
  if (!pay (ps, text.len, 1, p, end))
    return !ps->rd.no_memory;
  struct avow_text outer = enter_text (ps, text, p, end);
  avow_blank_comments (ps->rd.arch->syntax, &ps->rd.text);
  ps->nesting++;
  bool ok = avow_parse_range (ps, text.p, text.p + text.len);
  ps->rd.text = outer;
  return leave_frame (ps, kind, p, end) && ok;
}

/* ---- files ------------------------------------------------------------------------------------ */

/* gas reads the file in place of the statement (s_include, gas/read.c).  Bytes that mark tokens have no meaning in it.  */
bool
avow_parse_include (struct parser *ps, const char *p, const char *args, const char *end, bool *read)
{
  const struct avow_stmt *stmt = ps->rd.stmt;
  const char *name = avow_skip_space (args, end), *stop = avow_trim_end (name, end), *text;
  size_t size;
  *read = false;
  if (!stmt->include || stop - name < 3 || *name != '"' || stop[-1] != '"')
    return true;
  if (!stmt->include (name + 1, (size_t)(stop - name) - 2, ps->rd.arena, &text, &size))
    return !(ps->rd.no_memory |= ps->rd.arena->failed);
  for (size_t i = 0; i < size; i++)
    if (text[i] == AVOW_MARK_TOKEN || text[i] == AVOW_MARK_UNIQUE || !text[i])
      return true;
  *read = true;
  return read_expansion (ps, FRAME_REPEAT, (struct avow_slice){ text, (uint32_t)size }, p, end);
}

/* ---- macros ---------------------------------------------------------------------------------- */

/* [P, END) as gas sees it.  */
static struct avow_slice
scrubbed (struct parser *ps, struct avow_arena *arena, const char *p, const char *end,
          bool operands)
{
  struct avow_buf out = { .arena = arena };
  avow_scrub (ps->rd.arch->syntax, p, end, operands, &out);
  return avow_buf_slice (&out);
}

/* .macro HEADER with the body [BODY, BODY_END); false when gas would refuse it.  */
static bool
define_macro (struct parser *ps, struct avow_slice header, const char *body, const char *body_end)
{
  struct avow_arena *arena = ps->names->arena;
  struct avow_scan s = { &ps->rd, header.p, header.p + header.len, ps->alternate, false };
  struct avow_macro *m = avow_alloc (arena, sizeof *m);
  struct avow_slice name;
  if (!m || !avow_macro_header (&s, &name, m))
    return false;
  const struct avow_named *old = avow_name_find (ps->names, AVOW_NAME_MACRO, name);
  if (old && old->state == AVOW_STATE_DEFINED && !old->elsewhere)
    return false;
  struct avow_named *n = avow_name_enter (ps->names, AVOW_NAME_MACRO, name);
  m->body = scrubbed (ps, arena, body, body_end, false);
  if (!n || arena->failed)
    return false;
  n->state = AVOW_STATE_DEFINED;
  n->elsewhere = false;
  n->macro = m;
  for (uint32_t i = 0; i < name.len; i++)
    if (name.p[i] == AVOW_MARK_UNIQUE)
      n->state = AVOW_STATE_UNKNOWN;
  return true;
}

static bool
parse_definition (struct parser *ps, const char **p, const char *name_end, const char *stop,
                  const char *end)
{
  const char *start = *p, *body = stop < end ? stop + 1 : end, *body_end;
  *p = avow_block_end (ps->rd.arch->syntax, AVOW_BLOCK_MACRO, body, end, &body_end);
  avow_parse_drop_pending (ps);
  if (body_end != end
      && define_macro (ps, scrubbed (ps, ps->names->arena, name_end, stop, true), body, body_end))
    return true;
  ps->rd.no_memory |= ps->rd.arena->failed;
  forget (ps, AVOW_NAME_MACRO, name_end, stop);
  return !ps->rd.no_memory && avow_parse_gap (ps, AVOW_REASON_REFUSED, 0, start, stop);
}

/* Use M, whose arguments are [ARGS, END), in the statement that begins at P.  */
static bool
use_macro (struct parser *ps, const struct avow_macro *m, const char *p, const char *args,
           const char *end)
{
  struct avow_arena *arena = ps->rd.arena;
  struct avow_slice text = scrubbed (ps, arena, args, end, true);
  struct avow_scan s = { &ps->rd, text.p, text.p + text.len, ps->alternate, false };
  struct avow_slice *actuals = avow_calloc (arena, m->n_formals + 1, sizeof *actuals);
  struct avow_buf out = { .arena = arena, .limit = ps->repeated + 1 };
  if (!actuals)
    ps->rd.no_memory = true;
  if (!actuals || !pay (ps, m->body.len, 1, p, end))
    return !ps->rd.no_memory;
  bool ok = avow_macro_arguments (&s, m, actuals);
  if (s.undecided)
    return avow_parse_garbage (ps, AVOW_REASON_MACRO, p, end);
  ok = ok && avow_macro_body (&s, m, actuals, true, &ps->counters, &out);
  if (out.over)
    return avow_parse_stop (ps, p, end);
  if (!ok)
    {
      ps->rd.no_memory |= arena->failed;
      return !ps->rd.no_memory && avow_parse_garbage (ps, AVOW_REASON_REFUSED, p, end);
    }
  return read_expansion (ps, FRAME_MACRO, avow_buf_slice (&out), p, end);
}

bool
avow_parse_macro (struct parser *ps, const char *p, const char *name_end, const char *end,
                  bool *used)
{
  const struct avow_named *n = avow_name_find (
      ps->names, AVOW_NAME_MACRO, (struct avow_slice){ p, (uint32_t)(name_end - p) });
  *used = n && n->state != AVOW_STATE_REMOVED;
  if (!*used)
    return true;
  if (n->state != AVOW_STATE_DEFINED
      || (n->elsewhere && isa_find (ps->rd.arch->isa, n->name.p, n->name.len)))
    return avow_parse_garbage (ps, AVOW_REASON_MACRO, p, end);
  return use_macro (ps, n->macro, p, name_end, end);
}

static bool
purge_macro (struct parser *ps, const char *p, const char *end)
{
  p = avow_skip_space (p, end);
  struct avow_slice name = { p, (uint32_t)(avow_name_end (p, end) - p) };
  struct avow_named *n = name.len ? avow_name_enter (ps->names, AVOW_NAME_MACRO, name) : NULL;
  if (n)
    n->state = AVOW_STATE_REMOVED, n->elsewhere = false;
  ps->rd.no_memory |= ps->rd.arena->failed;
  return !ps->rd.no_memory;
}

/* ---- names of registers ----------------------------------------------------------------------- */

/* Append the operands [P, END) with the registers that names stand for; whether there were any.  */
static bool
put_registers (const struct parser *ps, const char *p, const char *end, struct avow_buf *out)
{
  bool any = false;
  while (p < end)
    {
      const char *q = *p == '"' ? avow_string_end (p, end) : avow_name_end (p, end);
      struct avow_slice word = { p, (uint32_t)(q - p) };
      const struct avow_named *n
          = q > p && *p != '"' ? avow_name_find (ps->names, AVOW_NAME_SYMBOL, word) : NULL;
      bool is = n && n->state == AVOW_STATE_REGISTER;
      if (q == p)
        word.len = 1;
      any |= is;
      avow_buf_add (out, is ? n->text.p : word.p, is ? n->text.len : word.len);
      p += word.len;
    }
  return any;
}

bool
avow_parse_renamed (struct parser *ps, const char *p, const char *name_end, const char *end)
{
  struct avow_buf out = { .arena = ps->rd.arena };
  avow_buf_add (&out, p, (size_t)(name_end - p));
  if (!put_registers (ps, name_end, end, &out) || !pay (ps, out.len, 1, p, end))
    {
      ps->rd.no_memory |= ps->rd.arena->failed;
      return ps->full || (!ps->rd.no_memory && avow_parse_insn (ps, p, end));
    }
  struct avow_slice text = avow_buf_slice (&out);
  struct avow_text outer = enter_text (ps, text, p, end);
  bool ok = avow_parse_insn (ps, text.p, text.p + text.len);
  ps->rd.text = outer;
  return ok;
}

/* ---- repetitions -------------------------------------------------------------------------------- */

/* The count of ".rept N"; false when it is not known.  */
static bool
repeat_count (struct parser *ps, const char *p, const char *end, int64_t *count)
{
  struct avow_expr e;
  if (!avow_expr_number (&ps->rd, &p, end, &e) || avow_skip_space (p, end) != end)
    return false;
  *count = e.c;
  return true;
}

/* Read [BODY, BODY_END) COUNT times, for the statement [P, END).  */
static bool
repeat (struct parser *ps, int64_t count, const char *body, const char *body_end, const char *p,
        const char *end)
{
  if (!pay (ps, (size_t)(body_end - body), (uint64_t)count, p, end))
    return !ps->rd.no_memory;
  bool ok = true;
  ps->nesting++;
  for (int64_t i = 0; ok && i < count && !ps->full && !ps->leave; i++)
    ok = avow_parse_spend (ps, p) ? avow_parse_range (ps, body, body_end) : !ps->rd.no_memory;
  return leave_frame (ps, FRAME_REPEAT, p, end) && ok;
}

/* One value of .irpc: a character, or none at the end of the values.  */
static bool
next_character (struct avow_scan *s, bool *quoted, struct avow_slice *value)
{
  if (*s->p == '"')
    {
      *quoted = !*quoted;
      const char *next = avow_skip_space (s->p + 1, s->end);
      if (next == s->end)
        return false;
    }
  uint32_t n = *s->p == AVOW_MARK_TOKEN ? AVOW_TOKEN_BYTES : 1;
  *value = (struct avow_slice){ s->p, n };
  s->p += n;
  if (!*quoted)
    s->p = avow_skip_space (s->p, s->end);
  return true;
}

/* Append the rounds of .irp or .irpc, whose parameter is M's and whose values stand at S, to OUT.  */
static bool
expand_values (struct parser *ps, struct avow_scan *s, const struct avow_macro *m, bool chars,
               struct avow_buf *out)
{
  struct avow_slice value = { "", 0 };
  struct avow_scan body = *s;
  bool quoted = chars && s->p < s->end && *s->p == '"';
  s->p += quoted;
  if (s->p >= s->end)
    return avow_macro_body (&body, m, &value, false, &ps->counters, out);
  while (s->p < s->end)
    {
      const char *before = s->p;
      if (!chars)
        {
          value = avow_macro_argument (s);
          avow_macro_comma (s);
          if (s->p == before)
            return false;
        }
      else if (!next_character (s, &quoted, &value))
        break;
      if (!avow_macro_body (&body, m, &value, false, &ps->counters, out) || out->over)
        return false;
    }
  return true;
}

/* Does the statement [P, END) of a loop set a symbol, or define a macro, whose name its parameter makes?  */
static bool
names_by_parameter (const char *p, const char *end)
{
  const char *q = avow_name_end (p, end);
  enum avow_directive cls = avow_directive_class ((struct avow_slice){ p, (uint32_t)(q - p) });
  if (cls == AVOW_DIR_SET || cls == AVOW_DIR_EQUIV || cls == AVOW_DIR_EQV || cls == AVOW_DIR_MACRO || cls == AVOW_DIR_PURGEM)
    q = avow_name_end (avow_skip_space (q, end), end);
  else
    {
      const char *behind = avow_skip_space (q, end);
      if (q < end && (*q == '\\' || *q == '&'))
        return true;
      if (behind == end || *behind != '=')
        return false;
    }
  return q == end || (!avow_is (*q, AVOW_CH_SPACE) && *q != ',' && *q != '=');
}

/* A loop over the names of registers that asks which of them an operand is, and makes data of the answer: no round can be
   decided.  */
static bool
asks_for_operand (const struct parser *ps, const char *p, const char *end)
{
  bool asks = false;
  if (avow_block_content (ps->rd.arch->syntax, p, end) == AVOW_CONTENT_CODE)
    return false;
  while (p < end)
    {
      const char *stop = avow_statement_end (ps->rd.arch->syntax, p, end);
      p = avow_skip_space (p, stop);
      const char *q = avow_name_end (p, stop);
      if (names_by_parameter (p, stop))
        return false;
      asks |= avow_directive_class ((struct avow_slice){ p, (uint32_t)(q - p) }) == AVOW_DIR_IF
              && memchr (q, AVOW_MARK_TOKEN, (size_t)(stop - q));
      p = stop < end ? stop + 1 : end;
    }
  return asks;
}

/* .irp NAME, VALUES.  */
static bool
parse_values (struct parser *ps, bool chars, const char *p, const char *name_end, const char *stop,
              const char *body, const char *body_end)
{
  struct avow_arena *arena = ps->rd.arena;
  if (asks_for_operand (ps, body, body_end))
    return avow_parse_undecided (ps, AVOW_REASON_MACRO, p, stop, body, body_end);
  struct avow_slice text = scrubbed (ps, arena, name_end, stop, true);
  struct avow_scan s = { &ps->rd, text.p, text.p + text.len, ps->alternate, false };
  struct avow_buf out = { .arena = arena, .limit = ps->repeated + 1 };
  struct avow_formal formal = { .name = avow_macro_name (&s) };
  struct avow_macro m = { &formal, 1, scrubbed (ps, arena, body, body_end, false) };
  avow_macro_comma (&s);
  if (!formal.name.len)
    return avow_parse_gap (ps, AVOW_REASON_REFUSED, 0, p, stop);
  bool ok = expand_values (ps, &s, &m, chars, &out);
  if (s.undecided)
    return avow_parse_undecided (ps, AVOW_REASON_MACRO, p, stop, body, body_end);
  if (!ok && !arena->failed)
    return out.over ? avow_parse_stop (ps, p, stop)
                    : avow_parse_gap (ps, AVOW_REASON_REFUSED, 0, p, stop);
  ps->rd.no_memory |= arena->failed;
  return !ps->rd.no_memory && read_expansion (ps, FRAME_REPEAT, avow_buf_slice (&out), p, stop);
}

bool
avow_parse_block (struct parser *ps, enum avow_directive cls, const char **p,
                  const char *name_end, const char *stop, const char *end)
{
  const char *start = *p, *body = stop < end ? stop + 1 : end, *body_end;
  if (cls == AVOW_DIR_MACRO)
    return parse_definition (ps, p, name_end, stop, end);
  if (cls == AVOW_DIR_PURGEM)
    {
      *p = body;
      return purge_macro (ps, name_end, stop);
    }
  *p = avow_block_end (ps->rd.arch->syntax, AVOW_BLOCK_REPEAT, body, end, &body_end);
  if (body_end == end)
    return avow_parse_gap (ps, AVOW_REASON_REFUSED, 0, start, stop);
  if (cls != AVOW_DIR_REPT)
    return parse_values (ps, cls == AVOW_DIR_IRPC, start, name_end, stop, body, body_end);
  int64_t count;
  if (!repeat_count (ps, name_end, stop, &count))
    return avow_parse_undecided (ps, AVOW_REASON_MACRO, start, *p, body, body_end);
  if (count < 0)
    return avow_parse_gap (ps, AVOW_REASON_REFUSED, 0, start, stop);
  return repeat (ps, count, body, body_end, start, stop);
}
