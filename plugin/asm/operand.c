/* operand.c - what the two dialects of x86 share: registers, {decorations}, plain operands.  */
#include <string.h>

#include "reader.h"

#define NAME_MAX_LEN 8 /* the longest register name is xmm31, flags ...; st(7) is built here */

#define NB (AVOW_CH_NAME | AVOW_CH_BEGIN)
#define NA (NB | AVOW_CH_ALNUM)
#define ND (AVOW_CH_NAME | AVOW_CH_DIGIT | AVOW_CH_ALNUM)
#define X16(v) v, v, v, v, v, v, v, v, v, v, v, v, v, v, v, v

const uint8_t avow_chars[256] = {
  [1] = NB | AVOW_CH_ESCAPE, /* the marks of template.h */
  [2] = NB | AVOW_CH_ESCAPE,
  ['%'] = AVOW_CH_ESCAPE, ['{'] = AVOW_CH_ESCAPE, ['|'] = AVOW_CH_ESCAPE,
  ['}'] = AVOW_CH_ESCAPE,
  ['\t'] = AVOW_CH_SPACE, ['\n'] = AVOW_CH_SPACE, ['\v'] = AVOW_CH_SPACE,
  ['\f'] = AVOW_CH_SPACE, ['\r'] = AVOW_CH_SPACE, [' '] = AVOW_CH_SPACE,
  ['$'] = NB, ['.'] = NB, ['_'] = NB,
  ['0'] = ND, ND, ND, ND, ND, ND, ND, ND, ND, ND,
  ['A'] = NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA,
  NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA,
  ['a'] = NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA,
  NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA, NA,
  [128] = X16 (NB), X16 (NB), X16 (NB), X16 (NB), X16 (NB), X16 (NB), X16 (NB), X16 (NB)
};

bool
avow_word_is (const char *s, size_t len, const char *word)
{
  for (size_t i = 0; i < len; i++)
    if (avow_lower (s[i]) != word[i]) /* also at the end of WORD: s[i] is no NUL there */
      return false;
    else if (!word[i])
      return false;
  return word[len] == 0;
}

bool
avow_operand_fail (struct avow_reader *rd, enum avow_reason why)
{
  if (rd->why == AVOW_REASON_UNKNOWN_INSN) /* nothing yet: the first reason is the best */
    rd->why = (uint8_t)why;
  return false;
}

/* ---- registers ------------------------------------------------------------------ */

int
avow_reg_lookup (const struct avow_reader *rd, const char *p, const char *end)
{
  char name[NAME_MAX_LEN];
  size_t len = (size_t)(end - p);
  if (len < 2 || len > NAME_MAX_LEN)
    return AVOW_REG_NONE;
  for (size_t i = 0; i < len; i++)
    name[i] = avow_lower (p[i]);
  if (len == 3 && (name[0] == 'r' || name[0] == 'e') && name[1] == 'i' && name[2] == 'z')
    return AVOW_REG_ZERO_INDEX;
  const struct avow_isa *isa = rd->arch->isa;
  int reg = isa_find_reg (isa, name, len);
  if (reg < 0 || !(isa->regnames[reg].modes & rd->arch->mode))
    return AVOW_REG_NONE;
  return reg;
}

/* The N of "(N)" at P, blanks allowed; returns behind it or NULL.  */
static const char *
read_st_number (const char *p, const char *end, char *digit)
{
  p = avow_skip_space (p, end);
  if (p == end || *p != '(')
    return NULL;
  p = avow_skip_space (p + 1, end);
  if (p == end || *p < '0' || *p > '7')
    return NULL;
  *digit = *p;
  p = avow_skip_space (p + 1, end);
  return p < end && *p == ')' ? p + 1 : NULL;
}

int
avow_reg_read (const struct avow_reader *rd, const char **p, const char *end)
{
  const char *name = *p, *stop = avow_name_end (name, end);
  char st[] = "st(0)";
  if (avow_word_is (name, (size_t)(stop - name), "st"))
    {
      const char *behind = read_st_number (stop, end, &st[3]);
      int reg = behind ? avow_reg_lookup (rd, st, st + 5) : AVOW_REG_NONE;
      if (reg == AVOW_REG_NONE && st[3] == '0')
        reg = avow_reg_lookup (rd, st, st + 2);
      if (reg != AVOW_REG_NONE)
        *p = behind ? behind : stop;
      return reg;
    }
  int reg = avow_reg_lookup (rd, name, stop);
  if (reg != AVOW_REG_NONE)
    *p = stop;
  return reg;
}

bool
avow_reg_class_is (const struct avow_reader *rd, int reg, uint8_t cls)
{
  return reg >= 0 && rd->arch->isa->regnames[reg].cls == cls;
}

/* ---- {decorations} ------------------------------------------------------------------ */

/* {%k1}, {k1} in Intel, or a token.  */
static bool
read_mask (struct avow_reader *rd, const char *p, const char *end, struct avow_optext *op)
{
  if (p < end && *p == AVOW_MARK_TOKEN)
    {
      const struct avow_token *t = avow_text_token (&rd->text, p);
      op->mask = (struct avow_rref){ -1, t->operand, t->modifier };
      return t->operand >= 0 && !avow_is_label (rd, op->mask)
             && avow_skip_space (p + AVOW_TOKEN_BYTES, end) == end;
    }
  bool percent = p < end && *p == '%';
  if (!percent && rd->dialect == AVOW_ATT)
    return false;
  p += percent;
  int reg = avow_reg_read (rd, &p, end);
  op->mask.reg = (int16_t)reg;
  return avow_reg_class_is (rd, reg, AVOW_RC_MASK) && p == end;
}

/* N of {1toN}; what the assembler would refuse counts as 1.  */
static uint8_t
broadcast_count (const char *p, const char *end)
{
  unsigned n = 0;
  for (; p < end && avow_is (*p, AVOW_CH_DIGIT) && n < 100; p++)
    n = n * 10 + (unsigned) (*p - '0');
  return n == 2 || n == 4 || n == 8 || n == 16 || n == 32 ? (uint8_t)n : 1;
}

static bool
read_brace (struct avow_reader *rd, const char *p, const char *end, struct avow_optext *op)
{
  size_t len = (size_t)(end - p);
  if (avow_word_is (p, len, "z"))
    op->zeroing = true;
  else if (len > 3 && avow_word_is (p, 3, "1to") && avow_is (p[3], AVOW_CH_DIGIT))
    op->broadcast = broadcast_count (p + 3, end);
  else if (len >= 3 && avow_word_is (end - 3, 3, "sae"))
    op->rounding = true;
  else
    return read_mask (rd, p, end, op);
  return true;
}

bool
avow_operand_braces (struct avow_reader *rd, const char *p, const char *end,
                     struct avow_optext *op)
{
  for (p = avow_skip_space (p, end); p < end; p = avow_skip_space (p, end))
    {
      const char *close = *p == '{' ? memchr (p, '}', (size_t)(end - p)) : NULL;
      if (!close)
        return avow_operand_fail (rd, AVOW_REASON_SYNTAX);
      const char *in = avow_skip_space (p + 1, close);
      if (!read_brace (rd, in, avow_trim_end (in, close), op))
        return avow_operand_fail (rd, AVOW_REASON_SYNTAX);
      p = close + 1;
    }
  return true;
}

/* ---- operands without registers --------------------------------------------------------- */

/* SYM is a numeric local label with its direction: 1f, 22b.  */
static bool
is_local_label (struct avow_slice sym)
{
  return sym.len > 1 && avow_is (sym.p[0], AVOW_CH_DIGIT);
}

bool
avow_operand_label (struct avow_reader *rd, struct avow_rref r, struct avow_optext *op)
{
  const char *name = avow_printf (rd->arena, "%%l%d", r.operand);
  rd->no_memory |= !name;
  if (!name || op->sym.len)
    return avow_operand_fail (rd, AVOW_REASON_SYNTAX);
  op->sym = (struct avow_slice){ name, (uint32_t)strlen (name) };
  op->disp_known = false;
  return true;
}

void
avow_operand_plain (const struct avow_expr *e, bool imm, struct avow_optext *op)
{
  op->disp = e->c;
  op->sym = e->sym;
  op->disp_known = !e->complex && !e->sym.len;
  if (imm)
    op->kind = AVOW_OP_IMM;
  else if (is_local_label (e->sym) && !e->c && op->seg.reg < 0 && op->seg.operand < 0)
    op->kind = AVOW_OP_TARGET;
  else
    op->kind = AVOW_OP_MEM;
}

void
avow_operand_token (const struct avow_expr *e, const struct avow_term *term,
                    struct avow_optext *op)
{
  op->disp = e->c;
  op->sym = e->sym;
  op->disp_known = !e->sym.len;
  op->glued = e->glued;
  op->r = term->r;
  op->kind = AVOW_OP_TOKEN;
  switch (term->r.modifier)
    {
    case 'H': op->disp += 8; break;
    case 'A': op->indirect = true; break;
    case 'l': op->kind = AVOW_OP_TARGET; break;
    case 'a': /* prints an address made of the operand's value */
      op->kind = AVOW_OP_MEM;
      op->base = term->r;
      op->r = AVOW_NO_RREF;
      break;
    default: break;
    }
}
