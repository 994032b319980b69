/* value.c - the values that an instruction computes, as far as they can be followed.

   The row's op= tag says how the destination comes from the sources.  Whatever is not
   listed here gives an unknown value: wider, never narrower.  */
#include "step.h"

#include <string.h>

/* How many low bytes of its register operand I the instruction reads: vmovd takes 4 of an xmm.  */
static unsigned
bytes_used (const struct avow_run *r, unsigned i)
{
  const struct avow_resolved *o = &r->e.ops[i];
  unsigned n = 0;
  for (unsigned k = 0; k < r->e.n_acc; k++)
    if (r->e.acc[k].op == (int)i && r->e.acc[k].loc == o->loc && r->e.acc[k].role & AVOW_ROLE_R)
      while (n < o->size && r->e.acc[k].mask >> n & 1)
        n++;
  return n ? n : o->size;
}

struct avow_value
avow_run_operand_value (struct avow_run *r, unsigned i, const struct avow_reached *refs)
{
  const struct avow_resolved *o = &r->e.ops[i];
  if (o->mem >= 0)
    return avow_run_load (r, &refs[o->mem]);
  if (o->imm_known)
    return avow_const (o->imm, 8);
  if (o->text->kind == AVOW_OP_IMM && o->text->sym.len)
    return avow_run_symbol (r, o->text);
  if (!o->kind || o->shift || !o->size)
    return avow_unknown ();
  return avow_cell_value (r->st, r->c, avow_run_cell_of (r, o->loc, r->st->depth), bytes_used (r, i));
}

/* V as SIZE bytes of a register or of memory hold it.  */
static struct avow_value
fit (struct avow_value v, unsigned size)
{
  if (v.kind != AVOW_V_CONST || !size || size > 8)
    return v;
  if (size < 8)
    v.off &= ((int64_t)1 << (size * 8)) - 1;
  v.width = (uint8_t)size;
  return v;
}

/* A read of operand I may be lazy when its whole value is followed.  */
static bool
followed (struct avow_value v)
{
  return v.kind != AVOW_V_UNKNOWN;
}

static struct avow_value
add_values (const struct avow_run *r, struct avow_value a, struct avow_value b, int sign)
{
  unsigned word = r->c->arch->word_bytes;
  if (avow_is_symbol (a) && !avow_is_symbol (b) && !avow_run_is_pointer (r, b))
    return avow_run_beside (r, a);
  if (avow_is_symbol (b) && !avow_is_symbol (a) && !avow_run_is_pointer (r, a) && sign > 0)
    return avow_run_beside (r, b);
  if (avow_from_entry (a) && a.width >= word && !avow_from_entry (b))
    {
      if (a.kind == AVOW_V_ENTRY && b.kind == AVOW_V_CONST)
        a.off = avow_run_wrap (r, a.off + sign * b.off);
      else
        a.kind = AVOW_V_BASED;
      return a;
    }
  if (avow_from_entry (b) && b.width >= word && !avow_from_entry (a) && sign > 0)
    {
      b.kind = AVOW_V_BASED;
      return b;
    }
  if (avow_from_entry (a) && avow_from_entry (b) && a.width >= word && sign > 0)
    {
      int k = r->c->promises[b.loc].input;
      bool b_points = k >= 0 && r->c->stmt->operands[k].type == AVOW_TYPE_POINTER;
      struct avow_value v = b_points ? b : a;
      v.kind = AVOW_V_BASED;
      return v;
    }
  if (avow_from_entry (a) && a.width >= word)
    {
      a.kind = AVOW_V_BASED;
      return a;
    }
  return avow_unknown ();
}

static void
outcome_move (struct avow_run *r, const struct avow_reached *refs, struct outcome *o)
{
  struct avow_value v = avow_run_operand_value (r, 1, refs);
  if (r->e.ops[1].mem >= 0 && v.kind == AVOW_V_UNKNOWN)
    v = avow_run_from_table (r, r->e.ops[1].text);
  if (r->e.row->op == ISA_OP_MOVSX && v.kind == AVOW_V_CONST && v.width < 8)
    v.off = (int64_t)((uint64_t)v.off << (64 - 8 * v.width)) >> (64 - 8 * v.width);
  else if (r->e.row->op == ISA_OP_MOVSX)
    v = avow_unknown ();
  o->val[0] = v;
  o->copies[1] = followed (v);
}

/* The flags image after an operation with the constant B that leaves the bits alone that the
   ABI fixes (DF): still as good as the entry value for them.  */
static struct avow_value
flags_image (const struct avow_run *r, uint8_t op, struct avow_value a, struct avow_value b)
{
  uint64_t fixed = r->c->arch->abi_flags_image;
  bool kept = b.kind == AVOW_V_CONST
              && (op == ISA_OP_AND ? ((uint64_t)b.off & fixed) == fixed
                                   : ((uint64_t)b.off & fixed) == 0);
  if (!kept || (op != ISA_OP_AND && op != ISA_OP_OR && op != ISA_OP_XOR))
    return avow_unknown ();
  a.off = (a.kind == AVOW_V_ENTRY ? -1 : a.off) & r->c->arch->abi_flags;
  a.kind = AVOW_V_BASED;
  return a;
}

static bool
whole_entry (const struct avow_run *r, struct avow_value v)
{
  return v.kind == AVOW_V_ENTRY && !v.off && v.width == r->e.size;
}

/* Exclusive-or of two entry values; one of them again gives the other: registers are exchanged so.  */
static bool
swap (const struct avow_run *r, struct avow_value a, struct avow_value b, struct outcome *o)
{
  if (r->e.n_ops != 2 || !r->e.ops[0].kind)
    return false;
  if (whole_entry (r, a) && whole_entry (r, b) && a.loc != b.loc)
    o->val[0] = (struct avow_value){ AVOW_V_XOR, a.width, a.loc, b.loc };
  else
    {
      struct avow_value x = a.kind == AVOW_V_XOR ? a : b, e = a.kind == AVOW_V_XOR ? b : a;
      if (x.kind != AVOW_V_XOR || x.width != r->e.size || !whole_entry (r, e)
          || (e.loc != x.loc && e.loc != x.off))
        return false;
      unsigned other = e.loc == x.loc ? (unsigned)x.off : x.loc;
      o->val[0] = (struct avow_value){ AVOW_V_ENTRY, e.width, (uint16_t)other, 0 };
    }
  o->copies[0] = o->copies[1] = true;
  return true;
}

/* xor with a constant, which a second one takes back.  */
static bool
flip (const struct avow_run *r, struct avow_value a, struct avow_value b, struct outcome *o)
{
  bool plain = a.kind == AVOW_V_FLIPPED || (a.kind == AVOW_V_ENTRY && a.off == 0);
  if (r->e.size > 8 && b.width < r->e.size)
    return false; /* its upper bytes are zeroes, not copies of its sign */
  if (!plain || b.kind != AVOW_V_CONST || a.width != r->e.size || r->e.n_ops > 2)
    return false;
  a.off ^= b.off;
  a.kind = a.off ? AVOW_V_FLIPPED : AVOW_V_ENTRY;
  o->val[0] = a;
  return true;
}

static void
outcome_arith (struct avow_run *r, const struct avow_reached *refs, struct outcome *o)
{
  uint8_t op = r->e.row->op;
  struct avow_value a = avow_run_operand_value (r, 0, refs), b = avow_const (1, 8);
  if (op != ISA_OP_INC && op != ISA_OP_DEC)
    b = r->e.n_ops > 1 ? avow_run_operand_value (r, r->e.n_ops - 1, refs) : avow_unknown ();
  if (r->e.n_ops == 3)
    a = avow_run_operand_value (r, 1, refs);
  if (avow_from_entry (a) && a.loc == r->c->arch->isa->loc_flags)
    {
      o->val[0] = flags_image (r, op, a, b);
      return;
    }
  if (op == ISA_OP_XOR && (flip (r, a, b, o) || swap (r, a, b, o)))
    return;
  if (op == ISA_OP_OR || op == ISA_OP_XOR
      || (r->e.ops[0].kind && r->e.ops[0].size < r->c->arch->word_bytes))
    return; /* a narrower result is no pointer */
  if (op == ISA_OP_AND)
    {
      bool rounds
          = b.kind == AVOW_V_CONST && (uint64_t)b.off >> (8 * r->c->arch->word_bytes - 1) & 1;
      if (avow_from_entry (a) && rounds && a.width >= r->c->arch->word_bytes)
        o->val[0] = avow_run_align (r, a, b.off);
    }
  else
    o->val[0] = add_values (r, a, b, op == ISA_OP_SUB || op == ISA_OP_DEC ? -1 : 1);
  /* Moving the stack pointer is not a use of its value.  */
  o->copies[0] = r->e.ops[0].kind && r->e.ops[0].loc == r->c->arch->isa->loc_sp;
}

/* A rotation by a constant; all the way round gives the value back.  */
static void
outcome_rotate (struct avow_run *r, const struct avow_reached *refs, struct outcome *o)
{
  struct avow_value a = avow_run_operand_value (r, 0, refs);
  int64_t n = r->e.n_ops < 2 ? 1 : r->e.ops[1].imm;
  int64_t bits = r->e.size * 8;
  bool whole = a.kind == AVOW_V_ROTATED || (a.kind == AVOW_V_ENTRY && a.off == 0);
  if (!whole || !bits || a.width != r->e.size || (r->e.n_ops == 2 && !r->e.ops[1].imm_known))
    return;
  int64_t turned = (a.kind == AVOW_V_ROTATED ? a.off : 0) + (r->e.row->op == ISA_OP_ROL ? n : -n);
  a.off = ((turned % bits) + bits) % bits;
  a.kind = a.off ? AVOW_V_ROTATED : AVOW_V_ENTRY;
  o->val[0] = a;
  o->copies[0] = true;
}

/* bswap, neg: twice gives the value back.  */
static void
outcome_turn (struct avow_run *r, const struct avow_reached *refs, struct outcome *o)
{
  struct avow_value a = avow_run_operand_value (r, 0, refs);
  bool back = a.kind == AVOW_V_TURNED && a.off == r->e.row->op,
       whole = a.kind == AVOW_V_ENTRY && a.off == 0;
  if ((!back && !whole) || a.width != r->e.size || r->e.n_ops != 1)
    return;
  a.kind = back ? AVOW_V_ENTRY : AVOW_V_TURNED;
  a.off = back ? 0 : r->e.row->op;
  o->val[0] = a;
  o->copies[0] = true;
}

/* All bits set, of as many as the instruction has.  */
static struct avow_value
ones (const struct avow_run *r)
{
  const struct avow_isa *isa = r->c->arch->isa;
  const struct isa_operand *source = &isa->operands[r->e.row->operands + r->e.n_ops - 1];
  if (!(source->kinds & AVOW_K_MASK))
    return avow_const (-1, r->e.ops[0].size);
  return avow_const (source->reg_access && source->reg_access < 8
                         ? (INT64_C (1) << (8 * source->reg_access)) - 1
                         : -1,
                     8);
}

/* stmxcsr, ldmxcsr, fnstcw, fldcw: one operand and one state register, one copied to the other.  The value
   for an implicit register goes into o->state.  */
static void
outcome_state (struct avow_run *r, const struct avow_reached *refs, struct outcome *o)
{
  const struct avow_access *state = NULL;
  if (r->e.n_ops != 1 || r->e.row->op != ISA_OP_NONE)
    return;
  for (unsigned i = 0; i < r->e.n_acc; i++)
    {
      const struct avow_access *a = &r->e.acc[i];
      if (a->op >= 0)
        continue;
      if (a->loc < r->c->n_hard && r->c->arch->isa->locs[a->loc].flags & AVOW_LOC_IMPLICIT)
        continue; /* fldcw may raise exceptions that were pending */
      if (state || a->loc >= r->c->n_hard || r->c->arch->isa->locs[a->loc].cls != AVOW_RC_STATE)
        return;
      state = a;
    }
  if (!state)
    return;
  unsigned width = avow_loc_width (r->c, state->loc);
  if (state->role == AVOW_ROLE_R)
    o->val[0] = avow_cell_value (r->st, r->c, state->loc, width);
  else if (state->role == AVOW_ROLE_W)
    {
      o->state = avow_run_operand_value (r, 0, refs);
      o->state_loc = state->loc;
      o->copies[0] = o->state.kind != AVOW_V_UNKNOWN;
    }
  o->copies_implicit = true;
}

static void
outcome_lea (struct avow_run *r, struct outcome *o)
{
  const struct avow_resolved *m = &r->e.ops[1];
  if (m->mem < 0 || r->e.ops[0].size < r->c->arch->ptr_bytes)
    return;
  const struct avow_ea *ea = &r->e.mem[m->mem].ea;
  if (ea->operand >= 0 || ea->seg >= 0 || ea->base_bytes < r->c->arch->ptr_bytes)
    return;
  if (ea->base < 0 && ea->index < 0 && (ea->sym.len || ea->sym_operand >= 0))
    {
      o->val[0] = avow_run_symbol (r, m->text);
      return;
    }
  o->val[0] = avow_run_prefer_pointer (r, ea, avow_run_address_value (r, ea));
  o->copies[1] = followed (o->val[0]) && ea->index < 0;
}

static void
outcome_exchange (struct avow_run *r, const struct avow_reached *refs, struct outcome *o)
{
  o->val[0] = avow_run_operand_value (r, 1, refs);
  o->val[1] = avow_run_operand_value (r, 0, refs);
  o->copies[0] = followed (o->val[1]);
  o->copies[1] = followed (o->val[0]);
}

/* A masked destination is a mixture of its old value and the new one.  */
static bool
masked (const struct avow_run *r)
{
  for (unsigned i = 0; i < r->e.n_ops; i++)
    if (r->e.ops[i].text->mask.reg >= 0 || r->e.ops[i].text->mask.operand >= 0)
      return true;
  return false;
}

static void
follow (struct avow_run *r, const struct avow_reached *refs, struct outcome *o)
{
  memset (o, 0, sizeof *o);
  if (masked (r))
    return;
  avow_run_fold (r, refs, o);
  if (o->val[0].kind == AVOW_V_CONST)
    return;
  if (r->e.constant_result)
    {
      o->val[0] = avow_const (r->e.constant, r->e.size);
      return;
    }
  if (r->e.zero_result)
    {
      o->val[0] = avow_const (0, 64);
      return;
    }
  if (r->e.same_source && r->e.row->op == ISA_OP_ONES)
    {
      o->val[0] = ones (r);
      return;
    }
  outcome_state (r, refs, o);
  switch (r->e.row->op)
    {
    case ISA_OP_MOV: case ISA_OP_MOVZX: case ISA_OP_MOVSX:
      if (r->e.n_ops == 2)
        outcome_move (r, refs, o);
      break;
    case ISA_OP_ADD: case ISA_OP_SUB: case ISA_OP_INC: case ISA_OP_DEC: case ISA_OP_AND:
    case ISA_OP_OR: case ISA_OP_XOR:
      if (r->e.n_ops)
        outcome_arith (r, refs, o);
      break;
    case ISA_OP_LEA:
      if (r->e.n_ops == 2)
        outcome_lea (r, o);
      break;
    case ISA_OP_NOT:
      flip (r, avow_run_operand_value (r, 0, refs), avow_const (-1, 8), o);
      break;
    case ISA_OP_ROL: case ISA_OP_ROR:
      outcome_rotate (r, refs, o);
      break;
    case ISA_OP_BSWAP:
    case ISA_OP_NEG: outcome_turn (r, refs, o); break;
    case ISA_OP_XCHG:
      if (r->e.n_ops == 2)
        outcome_exchange (r, refs, o);
      break;
    case ISA_OP_PUSH:
      if (r->e.n_ops)
        {
          o->val[0] = avow_run_operand_value (r, 0, refs);
          o->copies[0] = followed (o->val[0]);
        }
      break;
    case ISA_OP_PUSH2:
      for (unsigned i = 0; i < r->e.n_ops; i++)
        o->copies[i] = followed (avow_run_operand_value (r, i, refs));
      break;
    case ISA_OP_POP2:
    case ISA_OP_PUSHA:
    case ISA_OP_POPA:
    case ISA_OP_LEAVE:
    case ISA_OP_ENTER: o->copies_implicit = true; break;
    default: break;
    }
}

void
avow_run_compute (struct avow_run *r, const struct avow_reached *refs, struct outcome *o)
{
  follow (r, refs, o);
  for (unsigned i = 0; i < 2 && i < r->e.n_ops; i++)
    if (r->e.row->op != ISA_OP_PUSH)
      o->val[i] = fit (o->val[i], r->e.ops[i].mem >= 0 ? r->e.mem[r->e.ops[i].mem].size : r->e.ops[i].size);
}
