/* operand_att.c - operands in AT&T syntax: $imm, %reg, seg:disp(base,index,scale), *target.

   An operand token may stand for any of these.  It stays a token where it stands alone or
   with a displacement; within parentheses it is a register.  */
#include <string.h>

#include "reader.h"

/* The register or token at *P in a place where only a register can stand.  */
static bool
read_rref (struct avow_reader *rd, const char **p, const char *end, struct avow_rref *r)
{
  *r = AVOW_NO_RREF;
  if (*p < end && **p == AVOW_MARK_TOKEN)
    {
      const struct avow_token *t = avow_text_token (&rd->text, *p);
      *p += AVOW_TOKEN_BYTES;
      r->operand = t->operand;
      r->modifier = t->modifier;
      if (*p < end && avow_is (**p, AVOW_CH_NAME))
        return avow_operand_fail (rd, AVOW_REASON_PASTED_OPERAND);
      if (t->operand < 0)
        return avow_operand_fail (rd, AVOW_N_REASONS);
      return !avow_is_label (rd, *r) || avow_operand_fail (rd, AVOW_REASON_BAD_OPERAND_NUMBER);
    }
  if (*p == end || **p != '%')
    return avow_operand_fail (rd, AVOW_REASON_SYNTAX);
  *p = avow_skip_space (*p + 1, end);
  const char *name = *p;
  int reg = avow_reg_read (rd, p, end);
  r->reg = (int16_t)(reg >= 0 ? reg : -1);
  if (reg != AVOW_REG_NONE)
    return true;
  bool glued = memchr (name, AVOW_MARK_TOKEN, (size_t)(avow_name_end (name, end) - name)) != NULL;
  return avow_operand_fail (rd, glued ? AVOW_REASON_PASTED_OPERAND : AVOW_REASON_SYNTAX);
}

/* What stands at P opens the register part of an address: '(' before a
   register, a token that prints one, a comma or the closing parenthesis.  */
static bool
opens_registers (const struct avow_reader *rd, const char *p, const char *end)
{
  if (p == end || *p != '(')
    return false;
  p = avow_skip_space (p + 1, end);
  if (p == end)
    return false;
  if (*p == AVOW_MARK_TOKEN)
    return !avow_bare_modifier (avow_text_token (&rd->text, p)->modifier);
  return *p == '%' || *p == ',' || *p == ')';
}

static bool
read_scale (struct avow_reader *rd, const char **p, const char *end, struct avow_optext *op)
{
  struct avow_expr e;
  if (!avow_expr_read (rd, p, end, &e))
    return avow_operand_fail (rd, AVOW_REASON_SYNTAX);
  if (e.n_terms == 1 && e.term[0].r.operand >= 0 && !e.complex && !e.sym.len)
    {
      int n = e.term[0].r.operand; /* (%0,%1,%c2) */
      if ((unsigned)n >= rd->stmt->n_operands || !rd->stmt->operands[n].const_known)
        return avow_operand_fail (rd, AVOW_REASON_UNKNOWN_FORM);
      e.c += rd->stmt->operands[n].const_value;
      e.n_terms = 0;
    }
  if (e.n_terms || e.complex || e.sym.len || (e.c != 1 && e.c != 2 && e.c != 4 && e.c != 8))
    return avow_operand_fail (rd, AVOW_REASON_SYNTAX);
  op->scale = (uint8_t)e.c;
  return true;
}

/* (base,index,scale), any part missing; *P points at the '('.  */
static bool
read_registers (struct avow_reader *rd, const char **p, const char *end, struct avow_optext *op)
{
  *p = avow_skip_space (*p + 1, end);
  if (*p < end && **p != ',' && **p != ')' && !read_rref (rd, p, end, &op->base))
    return false;
  *p = avow_skip_space (*p, end);
  if (*p < end && **p == ',')
    {
      *p = avow_skip_space (*p + 1, end);
      bool index = *p < end && (**p == '%' || **p == AVOW_MARK_TOKEN);
      if (index && !read_rref (rd, p, end, &op->index))
        return false;
      op->scale = op->index.reg >= 0 || op->index.operand >= 0;
      *p = avow_skip_space (*p, end);
      if (!index && *p < end && **p != ',' && **p != ')')
        { /* (base,4): a scale without index has no effect */
          uint8_t none = op->scale;
          if (!read_scale (rd, p, end, op))
            return false;
          op->scale = none;
        }
    }
  if (*p < end && **p == ',')
    {
      bool none = op->scale == 0;
      *p = avow_skip_space (*p + 1, end);
      if (*p < end && **p != ')' && !read_scale (rd, p, end, op))
        return false;
      if (none)
        op->scale = 0;
      *p = avow_skip_space (*p, end);
    }
  if (*p == end || **p != ')')
    return avow_operand_fail (rd, AVOW_REASON_SYNTAX);
  *p = avow_skip_space (*p + 1, end);
  return true;
}

/* The displacement E before a register part.  */
static bool
set_displacement (struct avow_reader *rd, const struct avow_expr *e, struct avow_optext *op)
{
  op->kind = AVOW_OP_MEM;
  op->disp = e->c;
  op->sym = e->sym;
  op->disp_known = !e->complex && !e->sym.len && !e->n_terms;
  if (!e->n_terms || e->complex)
    return true;
  if (e->n_terms == 1 && e->term[0].coef == 1 && avow_is_label (rd, e->term[0].r))
    return avow_operand_label (rd, e->term[0].r, op); /* %l2(%%rip) */
  if (e->n_terms > 1 || e->term[0].coef != 1 || !avow_bare_modifier (e->term[0].r.modifier))
    return avow_operand_fail (rd, AVOW_REASON_PASTED_OPERAND); /* %0(%1) */
  op->disp_token = e->term[0].r;
  return true;
}

/* An expression without a register part.  */
static bool
set_expression (struct avow_reader *rd, const struct avow_expr *e, struct avow_optext *op)
{
  if (!e->n_terms)
    avow_operand_plain (e, false, op);
  else if (e->complex || e->n_terms > 1 || e->term[0].coef != 1)
    return avow_operand_fail (rd, AVOW_REASON_SYNTAX);
  else if (avow_is_label (rd, e->term[0].r) && (e->c || e->sym.len || op->seg.reg >= 0))
    { /* %l2+4 is no label any more */
      op->kind = AVOW_OP_MEM;
      op->disp = e->c;
      op->sym = e->sym;
      return avow_operand_label (rd, e->term[0].r, op);
    }
  else
    avow_operand_token (e, &e->term[0], op);
  return true;
}

/* A name with a token in it is a symbol of its own (call thunk_%V0); only a branch can use
   it without being misread, and the caller knows the mnemonic.  */
static bool
set_pasted (struct avow_reader *rd, const struct avow_expr *e, struct avow_optext *op)
{
  if (!e->sym.len || e->complex || e->n_terms > 1)
    return avow_operand_fail (rd, AVOW_REASON_PASTED_OPERAND);
  op->kind = AVOW_OP_MEM;
  op->sym = e->sym;
  op->disp = e->c;
  if (e->n_terms)
    op->disp_token = e->term[0].r;
  rd->why = AVOW_REASON_PASTED_OPERAND;
  return true;
}

/* disp(base,index,scale), a symbol, a number, a token ...  */
static bool
read_address (struct avow_reader *rd, const char *p, const char *end, struct avow_optext *op)
{
  struct avow_expr e = { .seg = { -1, -1, 0 } };
  bool registers = opens_registers (rd, p, end);
  if (!registers)
    {
      if (!avow_expr_read (rd, &p, end, &e))
        return avow_operand_fail (rd, AVOW_REASON_SYNTAX);
      p = avow_skip_space (p, end);
      registers = opens_registers (rd, p, end);
      if (e.pasted)
        return !registers && p == end ? set_pasted (rd, &e, op)
                                      : avow_operand_fail (rd, AVOW_REASON_PASTED_OPERAND);
    }
  if (!registers)
    return set_expression (rd, &e, op) && avow_operand_braces (rd, p, end, op);
  return set_displacement (rd, &e, op) && read_registers (rd, &p, end, op)
         && avow_operand_braces (rd, p, end, op);
}

/* A token and nothing else: the most frequent operand, not worth an evaluation.  */
static bool
read_single_token (struct avow_reader *rd, const char *p, struct avow_optext *op)
{
  const struct avow_token *t = avow_text_token (&rd->text, p);
  struct avow_rref r = { -1, t->operand, t->modifier };
  if (t->operand < 0 || t->modifier == 'a' || t->modifier == 'l' || avow_is_label (rd, r))
    return false;
  op->kind = AVOW_OP_TOKEN;
  op->r = r;
  op->disp_known = true;
  op->disp = t->modifier == 'H' ? 8 : 0;
  op->indirect |= t->modifier == 'A';
  return true;
}

static bool
read_immediate (struct avow_reader *rd, const char *p, const char *end, struct avow_optext *op)
{
  struct avow_expr e;
  if (!avow_expr_read (rd, &p, end, &e) || avow_skip_space (p, end) != end)
    return avow_operand_fail (rd, AVOW_REASON_SYNTAX);
  if (e.pasted)
    return avow_operand_fail (rd, AVOW_REASON_PASTED_OPERAND);
  if (e.n_terms && !e.complex)
    {
      if (e.n_terms > 1 || e.term[0].coef != 1)
        e.complex = true;
      else
        op->r = e.term[0].r;
    }
  avow_operand_plain (&e, true, op);
  op->disp_known = op->disp_known && !e.n_terms;
  if (!avow_is_label (rd, op->r))
    return true;
  struct avow_rref label = op->r;
  op->r = AVOW_NO_RREF;
  return avow_operand_label (rd, label, op);
}

/* %reg, %reg{%k1}{z}, or %seg:address.  */
static bool
read_percent (struct avow_reader *rd, const char *p, const char *end, struct avow_optext *op)
{
  struct avow_rref r;
  if (!read_rref (rd, &p, end, &r))
    return false;
  p = avow_skip_space (p, end);
  if (p < end && *p == ':')
    {
      op->seg = r;
      return read_address (rd, avow_skip_space (p + 1, end), end, op);
    }
  op->kind = AVOW_OP_REG;
  op->r = r;
  return avow_operand_braces (rd, p, end, op);
}

/* A register without its % (.att_syntax noprefix), which is not read here, stands in [P, END).  */
static bool
has_bare_register (const struct avow_reader *rd, const char *p, const char *end)
{
  for (char before = ' '; p < end; before = *p++)
    if (avow_is (*p, AVOW_CH_BEGIN) && !avow_is (before, AVOW_CH_NAME) && before != '%')
      {
        const char *q = p;
        if (avow_reg_read (rd, &q, end) != AVOW_REG_NONE)
          return true;
      }
  return false;
}

bool
avow_operand_att (struct avow_reader *rd, const char *p, const char *end, struct avow_optext *op)
{
  if (rd->naked && has_bare_register (rd, p, end))
    return avow_operand_fail (rd, AVOW_REASON_UNKNOWN_DIRECTIVE);
  if (p < end && *p == '*')
    {
      op->indirect = true;
      p = avow_skip_space (p + 1, end);
    }
  if (p == end)
    return avow_operand_fail (rd, AVOW_REASON_SYNTAX);
  if (*p == AVOW_MARK_TOKEN && end - p == AVOW_TOKEN_BYTES && read_single_token (rd, p, op))
    return true;
  if (*p == '$')
    return read_immediate (rd, p + 1, end, op);
  if (*p == '%')
    return read_percent (rd, p, end, op);
  return read_address (rd, p, end, op);
}
