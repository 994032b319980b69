/* parse.c - from the expanded template to labels, directives, assignments and instructions.

   avow_parse expands the template, blanks comments, and walks the statements.
   A statement is: labels, then a directive, an assignment, or prefixes and
   an instruction.  A prefix alone binds to the next instruction, also
   when it is written as a byte; until that instruction comes it is pending.
   What cannot be read becomes a gap, and, where it may be code, also an item that no table
   knows, so that the later stages assume everything of it.  */
#include <string.h>

#include "parser.h"
#include "prefix.h"
#include "split.h"

#define MAX_TEXT ((size_t)16 << 20)    /* bytes of a template */
#define MAX_REPEATED ((size_t)1 << 18) /* bytes that all unrolling together may read */
#define DETAIL_LEN 100


/* ---- gaps and items --------------------------------------------------------- */

bool
avow_body_gap (struct avow_body *body, struct avow_arena *arena, enum avow_reason reason,
               const char *detail, int insn, uint32_t off, uint32_t len)
{
  struct avow_gap *gaps
      = avow_grow (arena, body->gaps, body->n_gaps, &body->gaps_cap, sizeof *gaps);
  if (!gaps)
    return false;
  body->gaps = gaps;
  gaps[body->n_gaps++] = (struct avow_gap){ (uint8_t)reason, detail, insn, off, len };
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
  uint32_t off, len;
  avow_text_span (&ps->rd.text, p, end, &off, &len);
  return gap_at (ps, reason, insn, off, len);
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
  if (!ps->full)
    avow_parse_gap (ps, AVOW_REASON_TOO_LARGE, 0, p, p);
  ps->full = true;
  return false;
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
  return it;
}

static struct avow_slice
render (struct parser *ps, const char *p, const char *end, bool *token, bool *unique)
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

static void
pend (struct parser *ps, const struct avow_prefixes *pfx, const char *p, const char *end,
      bool byte_item)
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

/* Bind the pending prefixes to the instruction IT, the last item: the .byte
   directives among them are no items any more.  Returns the item's new place.  */
static struct avow_item *
bind_pending (struct parser *ps, struct avow_item *it)
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
    it->name = render (ps, p, name_end, &token, &unique);
  it->unique = unique;
  it->label_token = token;
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

/* ---- directives ----------------------------------------------------------------------- */

bool
avow_parse_args (struct parser *ps, struct avow_item *it, const char *p, const char *end)
{
  bool token, unique;
  p = avow_skip_space (p, end);
  it->args = render (ps, p, end, &token, &unique);
  return !ps->rd.no_memory;
}

/* Bytes per element of a data directive that may hold prefixes.  */
static unsigned
data_size (struct avow_slice name)
{
  static const struct { const char *name; unsigned size; } table[] = {
    { ".byte", 1 }, { ".word", 2 }, { ".value", 2 }, { ".short", 2 }, { ".hword", 2 },
    { ".2byte", 2 }, { ".dc.b", 1 }, { ".dc.w", 2 },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    if (avow_word_is (name.p, name.len, table[i].name))
      return table[i].size;
  return 0;
}

/* The data [P, END) in elements of SIZE bytes holds prefixes and nothing else.  */
static bool
only_prefixes (struct parser *ps, unsigned size, const char *p, const char *end,
               struct avow_prefixes *pfx)
{
  if (end - p > 40)
    return false;
  while (p < end)
    {
      struct avow_expr e;
      const char *stop = avow_operand_end (p, end);
      if (!avow_expr_read (&ps->rd, &p, stop, &e) || avow_skip_space (p, stop) != stop)
        return false;
      if (e.complex || e.n_terms || e.sym.len)
        return false;
      for (unsigned i = 0; i < size; i++)
        if (!avow_prefix_byte (&ps->rd, e.c >> (8 * i) & 0xff, pfx))
          return false;
      p = stop < end ? stop + 1 : end;
    }
  return true;
}

static void
switch_dialect (struct parser *ps, struct avow_slice name)
{
  if (avow_word_is (name.p, name.len, ".intel_syntax"))
    ps->rd.dialect = AVOW_INTEL;
  else if (avow_word_is (name.p, name.len, ".att_syntax"))
    ps->rd.dialect = AVOW_ATT;
}

/* [P, END) is a directive whose name ends at NAME_END.  */
static bool
parse_directive (struct parser *ps, const char *p, const char *name_end, const char *end)
{
  struct avow_item *it = avow_parse_item (ps, AVOW_ITEM_DIRECTIVE, p, end);
  bool token, unique;
  if (!it)
    return false;
  avow_lower_in_place (p, name_end);
  it->name = render (ps, p, name_end, &token, &unique);
  it->label_token = token;
  if (ps->rd.no_memory || !avow_parse_args (ps, it, name_end, end))
    return false;
  struct avow_prefixes pfx = { 0, -1 };
  unsigned size = data_size (it->name);
  const char *args = avow_skip_space (name_end, end);
  if (size && args < end && only_prefixes (ps, size, args, end, &pfx))
    pend (ps, &pfx, p, end, true);
  else
    avow_parse_drop_pending (ps);
  switch_dialect (ps, it->name);
  return !ps->rd.no_memory;
}

/* NAME = EXPR; "." moves the place where code goes, which nothing here follows.  */
static bool
parse_assignment (struct parser *ps, const char *p, const char *name_end, const char *end)
{
  struct avow_item *it = avow_parse_item (ps, AVOW_ITEM_ASSIGN, p, end);
  bool token, unique;
  if (!it)
    return false;
  it->name = render (ps, p, name_end, &token, &unique);
  it->label_token = token;
  const char *args = avow_skip_space (name_end, end) + 1;
  args += args < end && *args == '=';
  if (ps->rd.no_memory || !avow_parse_args (ps, it, args, end))
    return false;
  if (name_end - p == 1 && *p == '.')
    return avow_parse_gap (ps, AVOW_REASON_RAW_BYTES, 0, p, end);
  return true;
}

/* ---- instructions ------------------------------------------------------------------------- */

/* One operand of the instruction whose mnemonic is NAME, into OP.  An operand
   that does not parse is AVOW_OP_OTHER and a gap.  */
static bool
parse_operand (struct parser *ps, struct avow_slice name, int insn, const char *p,
               const char *end, struct avow_optext *op)
{
  struct avow_reader *rd = &ps->rd;
  struct avow_optext empty = { .r = AVOW_NO_RREF, .base = AVOW_NO_RREF, .index = AVOW_NO_RREF,
                               .seg = AVOW_NO_RREF, .mask = AVOW_NO_RREF,
                               .disp_token = AVOW_NO_RREF };
  *op = empty;
  rd->why = AVOW_REASON_UNKNOWN_INSN;
  bool ok = rd->dialect == AVOW_INTEL ? avow_operand_intel (rd, p, end, op)
                                      : avow_operand_att (rd, p, end, op);
  bool branch = name.len && (name.p[0] == 'j' || (name.len > 3 && !memcmp (name.p, "call", 4)));
  if (ok && rd->why == AVOW_REASON_PASTED_OPERAND && !branch)
    ok = false;
  if (!ok)
    {
      *op = empty;
      op->kind = AVOW_OP_OTHER;
      if (rd->why != AVOW_N_REASONS)
        avow_parse_gap (ps, (enum avow_reason)rd->why, insn, p, end);
    }
  avow_text_span (&rd->text, p, end, &op->off, &op->len);
  return !rd->no_memory;
}

/* {rn-sae}, {sae}: an operand of its own in both dialects.  */
static bool
is_rounding (const char *p, const char *end)
{
  if (p == end || *p != '{' || end[-1] != '}')
    return false;
  end = avow_trim_end (p, end - 1);
  return end - p > 3 && avow_word_is (end - 3, 3, "sae");
}

/* Give the instruction one operand that fits no form.  */
static void
set_unknown_operands (struct avow_optext *ops, unsigned *n)
{
  memset (ops, 0, sizeof *ops);
  ops->r = ops->base = ops->index = ops->seg = ops->mask = ops->disp_token = AVOW_NO_RREF;
  ops->kind = AVOW_OP_OTHER;
  *n = 1;
}

static bool
parse_operands (struct parser *ps, struct avow_item *it, const char *p, const char *end)
{
  struct avow_optext ops[AVOW_MAX_OPTEXT];
  unsigned n = 0;
  const char *start = p;
  for (bool more = p < end; more;)
    {
      p = avow_skip_space (p, end);
      const char *stop = avow_operand_end (p, end), *last = avow_trim_end (p, stop);
      if (is_rounding (p, last))
        it->rounding = true;
      else if (n == AVOW_MAX_OPTEXT)
        {
          if (!avow_parse_gap (ps, AVOW_REASON_SYNTAX, it->insn_no, start, end))
            return false;
          set_unknown_operands (ops, &n);
          break;
        }
      else if (!parse_operand (ps, it->name, it->insn_no, p, last, &ops[n]))
        return false;
      else
        it->rounding |= ops[n++].rounding;
      more = stop < end;
      p = stop + more;
    }
  it->n_ops = (uint8_t)n;
  if (n && !(it->ops = avow_calloc (ps->rd.arena, n, sizeof *ops)))
    return false;
  if (n)
    memcpy (it->ops, ops, n * sizeof *ops);
  return true;
}

/* Text that may be code but is no instruction: an item without a name that any
   table has, and a gap.  */
bool
avow_parse_garbage (struct parser *ps, enum avow_reason reason, const char *p, const char *end)
{
  bool token, unique;
  struct avow_item *it = avow_parse_item (ps, AVOW_ITEM_INSN, p, end);
  if (!it)
    return false;
  it->insn_no = (int)++ps->rd.body->n_insns;
  it->name = render (ps, p, end, &token, &unique);
  it->label_token = token;
  it = bind_pending (ps, it);
  return !ps->rd.no_memory && avow_parse_gap (ps, reason, it->insn_no, p, end);
}

/* Read prefixes at *P into PFX.  Returns false when something in braces is no
   prefix.  *P stands at the mnemonic, or at END.  */
static bool
parse_prefixes (struct parser *ps, const char **p, const char *end, struct avow_prefixes *pfx)
{
  for (*p = avow_skip_space (*p, end); *p < end; *p = avow_skip_space (*p, end))
    {
      if (**p == '{')
        {
          const char *close = memchr (*p, '}', (size_t)(end - *p));
          if (!close || !avow_prefix_pseudo (*p + 1, (size_t)(close - *p - 1), pfx))
            return false;
          *p = close + 1;
          continue;
        }
      const char *stop = avow_name_end (*p, end);
      if (!avow_prefix_word (&ps->rd, *p, (size_t)(stop - *p), pfx))
        return true;
      *p = avow_skip_space (stop, end);
      if (*p < end && **p == '/') /* lock/add */
        ++*p;
    }
  return true;
}

/* The branch hints "jne,pt".  */
static const char *
skip_branch_hint (const char *p, const char *end, struct avow_prefixes *pfx)
{
  if (end - p < 3 || p[0] != ',' || avow_lower (p[1]) != 'p')
    return p;
  char c = avow_lower (p[2]);
  if ((c != 't' && c != 'n') || (end - p > 3 && !avow_is (p[3], AVOW_CH_SPACE)))
    return p;
  pfx->bits |= AVOW_PFX_HINT;
  return p + 3;
}

/* A mnemonic and its operands, [P, END), after prefixes that began at START.  */
static bool
parse_mnemonic (struct parser *ps, const struct avow_prefixes *before, const char *start,
                const char *p, const char *end)
{
  struct avow_prefixes pfx = *before;
  const char *name_end = avow_name_end (p, end);
  bool token, unique;
  avow_lower_in_place (p, name_end);
  const struct macro *macro = ps->n_macros ? avow_find_macro (ps, p, name_end) : NULL;
  if (macro)
    return avow_use_macro (ps, macro, start, end);
  const char *args = skip_branch_hint (name_end, end, &pfx);
  struct avow_item *it = avow_parse_item (ps, AVOW_ITEM_INSN, start, end);
  if (!it)
    return false;
  it->insn_no = (int)++ps->rd.body->n_insns;
  it->prefixes = pfx.bits;
  it->seg_reg = pfx.seg_reg;
  it->name = render (ps, p, name_end, &token, &unique);
  it->label_token = token;
  it = bind_pending (ps, it);
  if (ps->rd.no_memory)
    return false;
  if ((token || unique)
      && !avow_parse_gap (ps, AVOW_REASON_PASTED_OPERAND, it->insn_no, start, end))
    return false;
  return parse_operands (ps, it, avow_skip_space (args, end), end);
}

static bool
parse_insn (struct parser *ps, const char *p, const char *end)
{
  struct avow_prefixes pfx = { 0, -1 };
  const char *start = p;
  if (!parse_prefixes (ps, &p, end, &pfx))
    return avow_parse_garbage (ps, AVOW_REASON_SYNTAX, start, end);
  if (p == end)
    {
      pend (ps, &pfx, start, end, false);
      return true;
    }
  if (*p == AVOW_MARK_TOKEN)
    return avow_parse_garbage (ps, AVOW_REASON_PASTED_OPERAND, start, end);
  const char *stop = avow_name_end (p, end);
  if (!avow_is (*p, AVOW_CH_ALNUM)
      || !(stop == end || avow_is (*stop, AVOW_CH_SPACE) || strchr (",*$%([\"-", *stop)))
    return avow_parse_garbage (ps, AVOW_REASON_SYNTAX, start, end);
  return parse_mnemonic (ps, &pfx, start, p, end);
}

/* ---- statements ------------------------------------------------------------------------------ */

/* The statement [P, STOP); returns where to go on, or NULL when memory ran out.  */
static const char *
parse_statement (struct parser *ps, const char *p, const char *stop, const char *end)
{
  const char *last = avow_trim_end (p, stop), *next = stop < end ? stop + 1 : end;
  if (!parse_labels (ps, &p, last))
    return ps->full ? end : NULL;
  if (p == last)
    return next;
  if (!avow_parse_spend (ps, p))
    return end;
  const char *name_end = avow_name_end (p, last);
  const char *behind = avow_skip_space (name_end, last);
  bool ok;
  if (name_end > p && behind < last && *behind == '=')
    ok = parse_assignment (ps, p, name_end, last);
  else if (*p == '.' && name_end > p + 1)
    {
      avow_lower_in_place (p, name_end);
      struct avow_slice name = { p, (uint32_t)(name_end - p) };
      enum avow_block kind = avow_block_opens (name);
      if (kind != AVOW_BLOCK_NONE)
        return avow_parse_block (ps, kind, &p, name_end, stop, end) ? p : NULL;
      ok = parse_directive (ps, p, name_end, last);
    }
  else
    ok = parse_insn (ps, p, last);
  return ok && !ps->rd.no_memory ? next : NULL;
}

bool
avow_parse_range (struct parser *ps, const char *p, const char *end)
{
  while (p && p < end && !ps->full)
    p = parse_statement (ps, p, avow_statement_end (p, end), end);
  return p != NULL;
}

bool
avow_parse (const struct avow_stmt *stmt, unsigned max_items, struct avow_arena *arena,
            struct avow_body *body)
{
  memset (body, 0, sizeof *body);
  body->token_uses = avow_calloc (arena, (size_t)stmt->n_operands + stmt->n_labels + 1,
                                  sizeof *body->token_uses);
  if (!body->token_uses)
    return false;
  if (stmt->len > MAX_TEXT)
    return avow_body_gap (body, arena, AVOW_REASON_TOO_LARGE, NULL, 0, 0, 0);
  struct parser ps = { .rd = { .stmt = stmt, .arch = stmt->target.arch, .arena = arena,
                               .body = body, .dialect = stmt->target.dialect },
                       .budget = max_items, .repeated = MAX_REPEATED };
  if (!avow_expand (stmt, arena, body, &ps.rd.text))
    return false;
  avow_blank_comments (&ps.rd.text);
  const char *s = ps.rd.text.s;
  if (!avow_parse_range (&ps, s, s + ps.rd.text.len))
    return false;
  if (!ps.full)
    avow_parse_drop_pending (&ps);
  return !ps.rd.no_memory && !arena->failed;
}
