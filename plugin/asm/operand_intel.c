/* operand_intel.c - operands in Intel syntax: reg, imm, [base+index*scale+disp], dword ptr ...

   The evaluator reads the whole operand as a sum; what the sum holds, and
   whether brackets occurred, tells the kind.  Registers within
   brackets are base and index, in the order of gas: the first unscaled one is the base.  */
#include "reader.h"

static bool
is_set (struct avow_rref r)
{
  return r.reg >= 0 || r.operand >= 0;
}

static bool
valid_scale (int64_t n)
{
  return n == 1 || n == 2 || n == 4 || n == 8;
}

static bool
is_vector (const struct avow_reader *rd, struct avow_rref r)
{
  return avow_reg_class_is (rd, r.reg, AVOW_RC_VEC);
}

static bool
is_stack_pointer (const struct avow_reader *rd, struct avow_rref r)
{
  const struct avow_isa *isa = rd->arch->isa;
  return r.reg >= 0 && isa->locs[isa->regnames[r.reg].loc].flags & AVOW_LOC_SP;
}

static bool
set_index (struct avow_reader *rd, const struct avow_term *t, struct avow_optext *op)
{
  if (is_set (op->index) || !valid_scale (t->coef))
    return avow_operand_fail (rd, AVOW_REASON_SYNTAX);
  op->index = t->r;
  op->scale = (uint8_t)t->coef;
  return true;
}

/* Put one register of an address where it belongs.  */
static bool
place_term (struct avow_reader *rd, const struct avow_term *t, struct avow_optext *op)
{
  if (avow_is_label (rd, t->r))
    return t->coef == 1 ? avow_operand_label (rd, t->r, op)
                        : avow_operand_fail (rd, AVOW_REASON_SYNTAX);
  if (t->r.operand >= 0 && avow_bare_modifier (t->r.modifier))
    {
      if (is_set (op->disp_token) || t->coef != 1)
        op->disp_known = false; /* the caller has cleared it anyway */
      else
        op->disp_token = t->r;
      return true;
    }
  if (!t->bracket && t->r.operand >= 0)
    return avow_operand_fail (rd, AVOW_REASON_PASTED_OPERAND); /* %0[rax] */
  if (t->coef == 1 && !is_set (op->base) && !is_vector (rd, t->r))
    {
      op->base = t->r;
      return true;
    }
  return set_index (rd, t, op);
}

static bool
set_address (struct avow_reader *rd, const struct avow_expr *e, struct avow_optext *op)
{
  op->kind = AVOW_OP_MEM;
  op->disp = e->c;
  op->sym = e->sym;
  op->disp_known = !e->complex && !e->sym.len;
  for (unsigned i = 0; i < e->n_terms; i++)
    {
      if (!place_term (rd, &e->term[i], op))
        return false;
      if (e->term[i].r.operand >= 0 && avow_bare_modifier (e->term[i].r.modifier))
        op->disp_known = false;
    }
  if (op->scale == 1 && is_stack_pointer (rd, op->index))
    { /* the stack pointer cannot be an index: gas exchanges the two */
      struct avow_rref base = op->base;
      op->base = op->index;
      op->index = base;
    }
  return true;
}

/* Registers and tokens without brackets.  */
static bool
set_bare (struct avow_reader *rd, const struct avow_expr *e, struct avow_optext *op)
{
  const struct avow_term *t = &e->term[0];
  if (e->complex || e->n_terms > 1 || t->coef != 1)
    return avow_operand_fail (rd, AVOW_REASON_SYNTAX);
  if (t->r.operand >= 0)
    {
      avow_operand_token (e, t, op);
      if (avow_is_label (rd, t->r) && (e->address || e->c || e->sym.len || e->ptr_bytes))
        { /* offset %l2 */
          op->kind = e->address ? AVOW_OP_IMM : AVOW_OP_MEM;
          op->r = AVOW_NO_RREF;
          return avow_operand_label (rd, t->r, op);
        }
      if (e->address && op->kind == AVOW_OP_TOKEN)
        op->kind = AVOW_OP_IMM;
      return true;
    }
  if (e->c || e->sym.len || e->ptr_bytes || is_set (e->seg))
    return avow_operand_fail (rd, AVOW_REASON_SYNTAX);
  op->kind = AVOW_OP_REG;
  op->r = t->r;
  return true;
}

/* No register at all.  A number alone is an immediate, with a segment or a
   size it is an address; a symbol is an address unless "offset" is said.  */
static void
set_plain (const struct avow_expr *e, struct avow_optext *op)
{
  bool number = !e->sym.len && !e->complex;
  bool memory = e->bracket || is_set (e->seg) || e->ptr_bytes;
  avow_operand_plain (e, e->address || (!memory && (number || e->complex)), op);
  if (e->bracket && op->kind == AVOW_OP_TARGET)
    op->kind = AVOW_OP_MEM;
}

bool
avow_operand_intel (struct avow_reader *rd, const char *p, const char *end,
                    struct avow_optext *op)
{
  struct avow_expr e;
  if (p < end && *p == '*')
    {
      op->indirect = true;
      p++;
    }
  if (!avow_expr_read (rd, &p, end, &e))
    return avow_operand_fail (rd, AVOW_REASON_SYNTAX);
  p = avow_skip_space (p, end);
  op->ptr_bytes = e.ptr_bytes;
  op->seg = e.seg;
  op->broadcast = e.broadcast;
  if (e.pasted)
    {
      if (!e.sym.len || e.complex || e.n_terms > 1 || e.bracket)
        return avow_operand_fail (rd, AVOW_REASON_PASTED_OPERAND);
      op->kind = AVOW_OP_MEM;
      op->sym = e.sym;
      op->disp_token = e.n_terms ? e.term[0].r : AVOW_NO_RREF;
      rd->why = AVOW_REASON_PASTED_OPERAND;
      return p == end || avow_operand_fail (rd, AVOW_REASON_PASTED_OPERAND);
    }
  if (e.n_terms && e.bracket)
    {
      if (!set_address (rd, &e, op))
        return false;
    }
  else if (e.n_terms)
    {
      if (!set_bare (rd, &e, op))
        return false;
    }
  else
    set_plain (&e, op);
  return avow_operand_braces (rd, p, end, op);
}
