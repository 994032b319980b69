/* parse.c - from the expanded template to labels, directives, assignments and instructions.

   avow_parse expands the template, blanks comments, and walks the statements.
   A statement is: labels, then a directive, an assignment, the use of a macro, or prefixes and
   an instruction.  A prefix alone binds to the next instruction, also
   when it is written as a byte; until that instruction comes it is pending.
   What cannot be read becomes a gap.  */
#include <string.h>

#include "parser.h"
#include "prefix.h"
#include "split.h"

#define MAX_TEXT ((size_t)16 << 20)    /* bytes of a template */
#define MAX_REPEATED ((size_t)1 << 20) /* bytes of all expansions and repetitions together */
#define DETAIL_LEN 100


/* ---- gaps and items --------------------------------------------------------- */

static uint64_t
gap_key (enum avow_reason reason, uint32_t off)
{
  return (uint64_t)reason << 32 | off;
}

bool
avow_body_said (struct avow_body *body, struct avow_arena *arena, enum avow_reason reason, uint32_t off)
{
  const uint32_t *said = avow_map_at (&body->said, arena, gap_key (reason, off));
  return said && *said;
}

bool
avow_body_gap (struct avow_body *body, struct avow_arena *arena, enum avow_reason reason,
               const char *detail, int insn, uint32_t off, uint32_t len)
{
  struct avow_gap *gaps
      = avow_grow (arena, body->gaps, body->n_gaps, &body->gaps_cap, sizeof *gaps);
  uint32_t *said = avow_map_at (&body->said, arena, gap_key (reason, off));
  if (!gaps || !said)
    return false;
  *said = 1;
  body->gaps = gaps;
  gaps[body->n_gaps++] = (struct avow_gap){ (uint8_t)reason, detail, insn, off, len, false };
  return true;
}

static bool
gap_at (struct parser *ps, enum avow_reason reason, int insn, uint32_t off, uint32_t len)
{
  struct avow_reader *rd = &ps->rd;
  uint32_t shown = len < DETAIL_LEN ? len : DETAIL_LEN;
  const char *detail = avow_strndup (rd->arena, rd->stmt->text + off, shown);
  if (!detail || !avow_body_gap (rd->body, rd->arena, reason, detail, insn, off, len))
    rd->no_memory = true;
  return !rd->no_memory;
}

/* A gap for the text [P, END) of the expanded template.  */
bool
avow_parse_gap (struct parser *ps, enum avow_reason reason, int insn, const char *p,
                const char *end)
{
  struct avow_body *body = ps->rd.body;
  uint32_t off, len;
  bool token, unique;
  avow_text_span (&ps->rd.text, p, end, &off, &len);
  if (ps->rd.text.off)
    return gap_at (ps, reason, insn, off, len);
  struct avow_slice s = avow_parse_render (ps, p, end, &token, &unique);
  const char *detail = s.p ? avow_strndup (ps->rd.arena, s.p, s.len < DETAIL_LEN ? s.len : DETAIL_LEN)
                           : NULL;
  if (!detail || !avow_body_gap (body, ps->rd.arena, reason, detail, insn, off, len))
    ps->rd.no_memory = true;
  else
    body->gaps[body->n_gaps - 1].expanded = true;
  return !ps->rd.no_memory;
}

/* Take one unit of the budget; false, with a gap, when nothing is left.  */
bool
avow_parse_spend (struct parser *ps, const char *p)
{
  if (ps->budget)
    {
      ps->budget--;
      return true;
    }
  avow_parse_stop (ps, p, p);
  return false;
}

bool
avow_parse_stop (struct parser *ps, const char *p, const char *end)
{
  if (!ps->full)
    avow_parse_gap (ps, AVOW_REASON_TOO_LARGE, 0, p, end);
  ps->full = true;
  return !ps->rd.no_memory;
}

/* A new item for [P, END), or NULL when memory ran out.  */
struct avow_item *
avow_parse_item (struct parser *ps, enum avow_item_kind kind, const char *p, const char *end)
{
  struct avow_body *body = ps->rd.body;
  struct avow_item *items
      = avow_grow (ps->rd.arena, body->items, body->n_items, &ps->items_cap, sizeof *items);
  if (!items)
    {
      ps->rd.no_memory = true;
      return NULL;
    }
  body->items = items;
  struct avow_item *it = &items[body->n_items++];
  memset (it, 0, sizeof *it);
  it->kind = (uint8_t)kind;
  it->dialect = ps->rd.dialect;
  it->seg_reg = -1;
  avow_text_span (&ps->rd.text, p, end, &it->off, &it->len);
  if (!ps->rd.text.off)
    {
      bool token, unique;
      it->written = avow_parse_render (ps, p, end, &token, &unique);
    }
  return it;
}

struct avow_slice
avow_parse_render (struct parser *ps, const char *p, const char *end, bool *token, bool *unique)
{
  struct avow_slice s = avow_text_render (&ps->rd.text, ps->rd.arena, p, end, token, unique);
  ps->rd.no_memory |= s.p == NULL;
  return s;
}

/* Names of mnemonics and directives are compared in lower case.  */
void
avow_lower_in_place (const char *p, const char *end)
{
  for (char *q = (char *)p; q < end; q++)
    *q = avow_lower (*q);
}

/* ---- pending prefixes ------------------------------------------------------------ */

void
avow_parse_pend (struct parser *ps, const struct avow_prefixes *pfx, const char *p,
                 const char *end, bool byte_item)
{
  struct pending *pd = &ps->pending;
  uint32_t off, len;
  avow_text_span (&ps->rd.text, p, end, &off, &len);
  if (!pd->active)
    *pd = (struct pending){ { 0, -1 }, true, off, len, ps->rd.body->n_items, 0 };
  pd->pfx.bits |= pfx->bits;
  if (pfx->seg_reg >= 0)
    pd->pfx.seg_reg = pfx->seg_reg;
  if (byte_item && !pd->n_bytes)
    pd->first_item = ps->rd.body->n_items - 1;
  pd->n_bytes += byte_item;
}

/* No instruction follows the pending prefixes: the bytes stay as the
   directives they are, a prefix in words has nothing to belong to.  */
void
avow_parse_drop_pending (struct parser *ps)
{
  struct pending *pd = &ps->pending;
  if (pd->active && !pd->n_bytes)
    gap_at (ps, AVOW_REASON_SYNTAX, 0, pd->off, pd->len);
  pd->active = false;
}

bool
avow_parse_pending_bytes (struct parser *ps)
{
  struct pending *pd = &ps->pending;
  struct avow_body *body = ps->rd.body;
  char args[AVOW_PREFIX_BYTES_TEXT];
  if (!pd->active || pd->n_bytes || !avow_prefix_bytes (&ps->rd, &pd->pfx, args))
    return false;
  const char *s = ps->rd.text.s;
  struct avow_item *it = avow_parse_item (ps, AVOW_ITEM_DIRECTIVE, s, s);
  if (!it)
    return false;
  size_t len = strlen (args);
  struct avow_item data = it[-1];
  it->name = (struct avow_slice){ ".byte", 5 };
  it->args = (struct avow_slice){ avow_strndup (ps->rd.arena, args, len), (uint32_t)len };
  it->off = pd->off;
  it->len = pd->len;
  ps->rd.no_memory |= !it->args.p;
  it[-1] = *it;
  *it = data;
  pd->active = false;
  return body->n_items > 0;
}

/* Bind the pending prefixes to the instruction IT, the last item: the .byte
   directives among them are no items any more.  Returns the item's new place.  */
struct avow_item *
avow_parse_bind (struct parser *ps, struct avow_item *it)
{
  struct pending *pd = &ps->pending;
  struct avow_body *body = ps->rd.body;
  if (!pd->active)
    return it;
  pd->active = false;
  it->prefixes |= pd->pfx.bits;
  if (it->seg_reg < 0)
    it->seg_reg = pd->pfx.seg_reg;
  if (pd->off < it->off)
    {
      it->len += it->off - pd->off;
      it->off = pd->off;
    }
  if (!pd->n_bytes)
    return it;
  unsigned to = pd->first_item;
  for (unsigned i = to; i < body->n_items; i++)
    if (body->items[i].kind != AVOW_ITEM_DIRECTIVE)
      body->items[to++] = body->items[i];
  body->n_items = to;
  return &body->items[to - 1];
}

/* ---- labels ------------------------------------------------------------------------ */

static bool
add_label (struct parser *ps, const char *p, const char *name_end, const char *end)
{
  struct avow_item *it = avow_parse_item (ps, AVOW_ITEM_LABEL, p, end);
  bool token = false, unique = false;
  if (!it)
    return false;
  if (*p == '"')
    it->name = (struct avow_slice){ p + 1, (uint32_t)(name_end - p - 2) };
  else
    it->name = avow_parse_render (ps, p, name_end, &token, &unique);
  it->unique = unique;
  it->label_token = token;
  if (ps->n_guards && !ps->rd.no_memory)
    return avow_define_guard (ps, it->name, p, end);
  return !ps->rd.no_memory;
}

/* Behind the name at P that may be a label: a name, digits, or a quoted string.  */
static const char *
label_name_end (const char *p, const char *end)
{
  if (*p != '"')
    return avow_name_end (p, end);
  const char *close = memchr (p + 1, '"', (size_t)(end - p - 1));
  return close && close > p + 1 ? close + 1 : p;
}

/* Digits, or what can begin a symbol.  */
static bool
label_valid (const char *p, const char *end)
{
  if (!avow_is (*p, AVOW_CH_DIGIT))
    return true;
  while (p < end && avow_is (*p, AVOW_CH_DIGIT))
    p++;
  return p == end;
}

/* Read the labels at *P.  */
static bool
parse_labels (struct parser *ps, const char **p, const char *end)
{
  for (;;)
    {
      *p = avow_skip_space (*p, end);
      if (*p == end)
        return true;
      const char *q = label_name_end (*p, end), *colon = avow_skip_space (q, end);
      if (q == *p || colon == end || *colon != ':' || !label_valid (*p, q))
        return true;
      if (!avow_parse_spend (ps, *p) || !add_label (ps, *p, q, colon + 1))
        return false;
      *p = colon + 1;
    }
}

/* ---- statements ------------------------------------------------------------------------------ */

/* The statement [P, END) is assembled.  */
static void
list (struct parser *ps, const char *p, const char *end)
{
  bool token, unique;
  if (ps->list)
    ps->list (ps->list_ctx, avow_parse_render (ps, p, end, &token, &unique));
}

/* .exitm, .altmacro: what only changes how the text is read.  */
static bool
set_mode (struct parser *ps, enum avow_directive cls)
{
  if (cls == AVOW_DIR_EXITM)
    ps->leave = ps->nesting > 0;
  else if (cls == AVOW_DIR_ALTMACRO || cls == AVOW_DIR_NOALTMACRO)
    ps->alternate = cls == AVOW_DIR_ALTMACRO;
  else
    return false;
  return true;
}

/* The directive at *P, in a statement that ends at STOP; *P moves to where to go on.  */
static bool
parse_dot (struct parser *ps, const char **p, const char *name_end, const char *stop,
           const char *end)
{
  const char *start = *p, *last = avow_trim_end (start, stop);
  enum avow_directive cls
      = avow_directive_class ((struct avow_slice){ start, (uint32_t)(name_end - start) });
  bool used = false;
  if (cls >= AVOW_DIR_IF)
    return avow_parse_condition (ps, cls, p, name_end, stop, end);
  if (cls >= AVOW_DIR_REPT || cls == AVOW_DIR_MACRO || cls == AVOW_DIR_PURGEM)
    return avow_parse_block (ps, cls, p, name_end, stop, end);
  *p = stop < end ? stop + 1 : end;
  if (set_mode (ps, cls))
    return true;
  if (cls == AVOW_DIR_UNKNOWN && avow_any_macro (ps->names)
      && (!avow_parse_macro (ps, start, name_end, last, &used) || used))
    return !ps->rd.no_memory;
  list (ps, start, last);
  avow_lower_in_place (start, name_end);
  return avow_parse_directive (ps, cls, start, name_end, last);
}

/* A statement while a condition is false: only other conditions count, and only where no label is
   before them (gas/cond.c, ignore_input).  */
static const char *
skip_statement (struct parser *ps, const char *p, const char *stop, const char *end)
{
  p = avow_skip_space (p, stop);
  const char *name_end = avow_name_end (p, stop);
  enum avow_directive cls = AVOW_DIR_UNKNOWN;
  if (p < name_end && *p == '.')
    cls = avow_directive_class ((struct avow_slice){ p, (uint32_t)(name_end - p) });
  if (cls < AVOW_DIR_IF)
    return stop < end ? stop + 1 : end;
  return avow_parse_condition (ps, cls, &p, name_end, stop, end) ? p : NULL;
}

/* An instruction, or what a symbol or macro makes of the statement [P, END).  */
static bool
parse_word (struct parser *ps, const char *p, const char *name_end, const char *end)
{
  bool used = false;
  if (avow_any_macro (ps->names)
      && (!avow_parse_macro (ps, p, name_end, end, &used) || used))
    return !ps->rd.no_memory;
  list (ps, p, end);
  return avow_any_register (ps->names) ? avow_parse_renamed (ps, p, name_end, end)
                                       : avow_parse_insn (ps, p, end);
}

/* The statement [P, STOP); returns where to go on, or NULL when memory ran out.  */
static const char *
parse_statement (struct parser *ps, const char *p, const char *stop, const char *end)
{
  const char *last = avow_trim_end (p, stop), *next = stop < end ? stop + 1 : end;
  if (ps->n_conditions && avow_ignoring (ps))
    return avow_parse_spend (ps, p) ? skip_statement (ps, p, stop, end) : end;
  const char *start = p;
  if (!parse_labels (ps, &p, last))
    return ps->full ? end : NULL;
  if (p > start && ps->list)
    list (ps, start, p);
  if (p == last)
    return next;
  if (!avow_parse_spend (ps, p))
    return end;
  const char *name_end = *p == '"' ? label_name_end (p, last) : avow_name_end (p, last);
  const char *behind = avow_skip_space (name_end, last);
  bool ok;
  if (name_end > p && behind < last && *behind == '=')
    {
      list (ps, p, last);
      ok = avow_parse_assignment (ps, p, name_end, last);
    }
  else if (*p == '.' && name_end > p + 1)
    {
      ok = parse_dot (ps, &p, name_end, stop, end);
      next = p;
    }
  else
    ok = parse_word (ps, p, name_end, last);
  return ok && !ps->rd.no_memory ? next : NULL;
}

bool
avow_parse_range (struct parser *ps, const char *p, const char *end)
{
  const struct avow_syntax *sx = ps->rd.arch->syntax;
  while (p && p < end && !ps->full && !ps->leave)
    p = parse_statement (ps, p, avow_statement_end (sx, p, end), end);
  return p != NULL;
}

/* A macro that the text defined and did not remove.  */
static struct avow_slice
macro_left (const struct avow_names *names)
{
  for (unsigned i = 0; i < names->n_slots; i++)
    for (const struct avow_named *n = names->slots[i]; n; n = n->next)
      if (n->kind == AVOW_NAME_MACRO && n->state == AVOW_STATE_DEFINED && !n->elsewhere)
        return n->name;
  return (struct avow_slice){ "", 0 };
}

/* The end of the template: what is still open?  */
static void
finish (struct parser *ps)
{
  ps->rd.body->altmacro = ps->alternate;
  ps->rd.body->macro_left = macro_left (ps->names);
  const char *s = ps->rd.text.s, *end = s + ps->rd.text.len;
  avow_parse_drop_pending (ps);
  if (ps->n_conditions)
    avow_parse_gap (ps, AVOW_REASON_CONDITIONAL, 0, s, end);
  if (ps->alternate && !ps->rd.stmt->is_toplevel)
    avow_body_gap (ps->rd.body, ps->rd.arena, AVOW_REASON_MACHINE_STATE, ".altmacro is left in force", 0, 0, 0);
}

bool
avow_parse_into (const struct avow_stmt *stmt, unsigned max_items, struct avow_arena *arena,
                 struct avow_names *names, struct avow_body *body, avow_list_line *list_line,
                 void *ctx)
{
  memset (body, 0, sizeof *body);
  body->token_uses = avow_calloc (arena, (size_t)stmt->n_operands + stmt->n_labels + 1,
                                  sizeof *body->token_uses);
  if (!body->token_uses)
    return false;
  if (stmt->len > MAX_TEXT)
    return avow_body_gap (body, arena, AVOW_REASON_TOO_LARGE, NULL, 0, 0, 0);
  struct parser ps = { .rd = { .stmt = stmt, .arch = stmt->target.arch, .arena = arena,
                               .body = body, .dialect = stmt->target.dialect,
                               .naked = stmt->target.dialect == AVOW_INTEL, .names = names },
                       .budget = max_items, .repeated = MAX_REPEATED, .names = names,
                       .list = list_line, .list_ctx = ctx };
  if (!avow_expand (stmt, arena, body, &ps.rd.text))
    return false;
  avow_blank_comments (ps.rd.arch->syntax, &ps.rd.text);
  const char *s = ps.rd.text.s;
  if (!avow_parse_range (&ps, s, s + ps.rd.text.len))
    return false;
  if (!ps.full)
    finish (&ps);
  return !ps.rd.no_memory && !arena->failed;
}

bool
avow_parse_listed (const struct avow_stmt *stmt, unsigned max_items, struct avow_arena *arena,
                   struct avow_body *body, avow_list_line *list_line, void *ctx)
{
  struct avow_names names = { .arena = arena, .outer = stmt->names };
  return avow_parse_into (stmt, max_items, arena, &names, body, list_line, ctx);
}

bool
avow_parse (const struct avow_stmt *stmt, unsigned max_items, struct avow_arena *arena,
            struct avow_body *body)
{
  return avow_parse_listed (stmt, max_items, arena, body, NULL, NULL);
}
