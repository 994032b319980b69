/* instruction.c - prefixes, mnemonic and operands.

   A prefix alone in a statement is pending until its instruction comes (parse.c).  What cannot be
   read becomes an item that no table knows, so that the later stages assume
   everything of it, and a gap.  */
#include <string.h>

#include "parser.h"

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
  it->name = avow_parse_render (ps, p, end, &token, &unique);
  it->label_token = token;
  it->garbage = true;
  it = avow_parse_bind (ps, it);
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

/* The end of the mnemonic at P: a few have a dash inside (xcrypt-ecb).  */
static const char *
mnemonic_end (const char *p, const char *end)
{
  const char *q = avow_name_end (p, end);
  while (q > p && end - q >= 2 && *q == '-' && avow_is (q[1], AVOW_CH_ALNUM)
         && !avow_is (q[1], AVOW_CH_DIGIT))
    q = avow_name_end (q + 1, end);
  return q;
}

/* {dfv=of,cf} behind ccmp and ctest: the values of the flags when the condition is false.  The flags are
   written either way.  */
static const char *
skip_default_flags (const char *p, const char *end)
{
  const char *open = avow_skip_space (p, end), *close;
  if (end - open < 5 || *open != '{')
    return p;
  const char *word = avow_skip_space (open + 1, end);
  close = memchr (open, '}', (size_t)(end - open));
  return close && close - word > 3 && avow_word_is (word, 3, "dfv") ? close + 1 : p;
}

/* A mnemonic and its operands, [P, END), after prefixes that began at START.  */
static bool
parse_mnemonic (struct parser *ps, const struct avow_prefixes *before, const char *start,
                const char *p, const char *end)
{
  struct avow_prefixes pfx = *before;
  const char *name_end = mnemonic_end (p, end);
  bool token, unique;
  avow_lower_in_place (p, name_end);
  const char *args = skip_default_flags (skip_branch_hint (name_end, end, &pfx), end);
  struct avow_item *it = avow_parse_item (ps, AVOW_ITEM_INSN, start, end);
  if (!it)
    return false;
  it->insn_no = (int)++ps->rd.body->n_insns;
  it->prefixes = pfx.bits;
  it->seg_reg = pfx.seg_reg;
  it->name = avow_parse_render (ps, p, name_end, &token, &unique);
  it->label_token = token;
  it = avow_parse_bind (ps, it);
  if (ps->rd.no_memory)
    return false;
  if ((token || unique)
      && !avow_parse_gap (ps, AVOW_REASON_PASTED_OPERAND, it->insn_no, start, end))
    return false;
  return parse_operands (ps, it, avow_skip_space (args, end), end);
}

bool
avow_parse_insn (struct parser *ps, const char *p, const char *end)
{
  struct avow_prefixes pfx = { 0, -1 };
  const char *start = p;
  if (!parse_prefixes (ps, &p, end, &pfx))
    return avow_parse_garbage (ps, AVOW_REASON_SYNTAX, start, end);
  if (p == end)
    {
      avow_parse_pend (ps, &pfx, start, end, false);
      return true;
    }
  if (*p == AVOW_MARK_TOKEN)
    return avow_parse_garbage (ps, AVOW_REASON_PASTED_OPERAND, start, end);
  const char *stop = mnemonic_end (p, end);
  if (!avow_is (*p, AVOW_CH_ALNUM)
      || !(stop == end || avow_is (*stop, AVOW_CH_SPACE) || strchr (",*$%([\"-", *stop)))
    return avow_parse_garbage (ps, AVOW_REASON_SYNTAX, start, end);
  return parse_mnemonic (ps, &pfx, start, p, end);
}
