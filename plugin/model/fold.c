/* fold.c - what is known of constants and flags.

   An instruction whose operands are constants gives a constant and known flags, and a condition on known
   flags decides.  A condition tells of the flags, too: on the way that is taken it holds.  That is
   how code behind bsf knows whether there was a result.  */
#include "step.h"

/* ---- arithmetic ------------------------------------------------------------------ */

static uint64_t
width_mask (unsigned size)
{
  return size >= 8 ? ~(uint64_t)0 : ((uint64_t)1 << (size * 8)) - 1;
}

static uint64_t
swapped (uint64_t n, unsigned size)
{
  uint64_t out = 0;
  for (unsigned i = 0; i < size && i < 8; i++)
    out |= (n >> (8 * i) & 0xff) << (8 * (size - 1 - i));
  return out;
}

static uint64_t
sign_extended (uint64_t n, unsigned size)
{
  uint64_t top = (uint64_t)1 << (size * 8 - 1);
  return size >= 8 ? n : ((n & width_mask (size)) ^ top) - top;
}

static uint64_t
shifted (uint8_t op, uint64_t a, uint64_t count, unsigned size)
{
  count &= size == 8 ? 63 : 31;
  if (op == ISA_OP_SAR)
    {
      uint64_t wide = sign_extended (a, size), fill = wide >> 63 ? ~(uint64_t)0 : 0;
      return count ? wide >> count | fill << (64 - count) : wide;
    }
  return op == ISA_OP_SHL ? a << count : (a & width_mask (size)) >> count;
}

/* A OP B in SIZE bytes.  False when OP is not known here.  */
static bool
evaluate (uint8_t op, uint64_t a, uint64_t b, unsigned size, uint64_t *out)
{
  switch (op)
    {
    case ISA_OP_ADD: case ISA_OP_INC: *out = a + b; break;
    case ISA_OP_SUB: case ISA_OP_DEC: case ISA_OP_CMP: *out = a - b; break;
    case ISA_OP_AND: case ISA_OP_TEST: *out = a & b; break;
    case ISA_OP_OR: *out = a | b; break;
    case ISA_OP_XOR: *out = a ^ b; break;
    case ISA_OP_NEG: *out = 0 - a; break;
    case ISA_OP_NOT: *out = ~a; break;
    case ISA_OP_IMUL: *out = a * b; break;
    case ISA_OP_BSWAP: *out = swapped (a, size); break;
    case ISA_OP_SHL: case ISA_OP_SHR: case ISA_OP_SAR: *out = shifted (op, a, b, size); break;
    default: return false;
    }
  *out &= width_mask (size);
  return true;
}

/* The flags that OP leaves, of those that are easy to tell: F.  */
static void
result_flags (const struct avow_run *r, uint8_t op, uint64_t a, uint64_t b, uint64_t n,
              struct avow_known_flags *f)
{
  const struct avow_arch *arch = r->c->arch;
  unsigned size = r->e.size, top = size * 8 - 1;
  unsigned ones = 0;
  for (unsigned i = 0; i < 8; i++)
    ones += (unsigned)(n >> i & 1);
  f->known = arch->flag_zero | arch->flag_sign | arch->flag_parity;
  f->value = (n == 0 ? arch->flag_zero : 0) | (n >> top & 1 ? arch->flag_sign : 0)
             | (ones % 2 == 0 ? arch->flag_parity : 0);
  if (op == ISA_OP_NEG)
    b = a, a = 0, op = ISA_OP_SUB;
  bool minus = op == ISA_OP_SUB || op == ISA_OP_CMP, plus = op == ISA_OP_ADD;
  if (!minus && !plus)
    return;
  a &= width_mask (size);
  b &= width_mask (size);
  bool carry = minus ? a < b : n < a;
  bool overflow = (minus ? (a ^ b) & (a ^ n) : (a ^ n) & (b ^ n)) >> top & 1;
  f->known |= arch->flag_carry | arch->flag_overflow;
  f->value |= (carry ? arch->flag_carry : 0) | (overflow ? arch->flag_overflow : 0);
}

static bool
one_operand (uint8_t op)
{
  return op == ISA_OP_NEG || op == ISA_OP_NOT || op == ISA_OP_BSWAP;
}

/* The two sources of the instruction.  */
static bool
sources (struct avow_run *r, const struct avow_reached *refs, struct avow_value *a,
         struct avow_value *b)
{
  const struct avow_effect *e = &r->e;
  if (!e->n_ops || !e->size || e->size > 8)
    return false; /* without operands there is nothing to look at */
  *b = avow_const (1, 8); /* inc, dec, shl */
  if (e->row->op == ISA_OP_IMUL && e->n_ops == 2 && e->ops[1].imm_known)
    *a = avow_run_operand_value (r, 0, refs);
  else
    *a = avow_run_operand_value (r, e->n_ops == 3, refs);
  if (one_operand (e->row->op))
    *b = avow_const (0, 8);
  else if (e->n_ops > 1)
    *b = avow_run_operand_value (r, e->n_ops - 1, refs);
  return true;
}

void
avow_run_fold (struct avow_run *r, const struct avow_reached *refs, struct outcome *o)
{
  struct avow_value a, b;
  uint64_t n;
  uint8_t op = r->e.row->op;
  if (!sources (r, refs, &a, &b))
    return;
  o->sources[0] = a;
  o->sources[1] = b;
  if (r->e.same_source)
    a = b = avow_const (0, 8); /* whatever it is */
  /* Nothing is left of what is multiplied or masked with zero.  */
  bool gone = (op == ISA_OP_AND || op == ISA_OP_TEST)
              && ((a.kind == AVOW_V_CONST && !((uint64_t)a.off & width_mask (r->e.size)))
                  || (b.kind == AVOW_V_CONST && !((uint64_t)b.off & width_mask (r->e.size))));
  if (gone)
    a = b = avow_const (0, 8);
  if (a.kind != AVOW_V_CONST || b.kind != AVOW_V_CONST
      || !evaluate (op, (uint64_t)a.off, (uint64_t)b.off, r->e.size, &n))
    return;
  result_flags (r, op, (uint64_t)a.off, (uint64_t)b.off, n, &o->flags);
  if (op != ISA_OP_CMP && op != ISA_OP_TEST)
    o->val[0] = avow_const ((int64_t)n, r->e.size);
}

/* ---- flags ------------------------------------------------------------------------ */

void
avow_run_know_flags (struct avow_run *r, const struct outcome *o)
{
  const struct avow_effect *e = &r->e;
  struct avow_known_flags *f = &r->st->flags;
  uint32_t sure = e->flags_w & ~e->flags_cw;
  uint32_t fixed = (e->row->flags_0 | e->row->flags_1) & sure, computed = o->flags.known & sure;
  f->known &= ~(e->flags_w | e->flags_cw);
  f->value &= f->known;
  f->known |= fixed | computed;
  f->value |= (e->row->flags_1 & fixed) | (o->flags.value & computed & ~fixed);
}

int
avow_decide (const struct avow_isa *isa, unsigned cc, const struct avow_known_flags *f)
{
  const struct isa_cond *c = &isa->conds[cc];
  if (!cc)
    return -1;
  if (f->value & f->known & c->any)
    return !c->negate;
  bool compared = c->differ && (f->known & c->differ) == c->differ;
  uint32_t pair = f->value & c->differ;
  if (compared && pair && pair != c->differ)
    return !c->negate;
  bool all = (f->known & c->any) == c->any && (!c->differ || compared);
  return all ? c->negate : -1;
}

/* What the flags are where condition CC holds, or does not.  */
static struct avow_known_flags
implied (const struct avow_isa *isa, unsigned cc, bool holds)
{
  const struct isa_cond *c = &isa->conds[cc];
  bool some = holds != c->negate;
  bool one = !(c->any & (c->any - 1)) && !c->differ;
  if (!cc || (some && !one))
    return (struct avow_known_flags){ 0, 0 };
  return (struct avow_known_flags){ c->any, some ? c->any : 0 };
}

/* ---- destinations that were perhaps not written ------------------------------------- */

void
avow_run_keep (struct avow_run *r, struct avow_cell *cell, uint64_t mask)
{
  uint8_t by = r->e.row->kept;
  avow_kept_forget (r->st);
  r->st->kept_flag = by ? (uint32_t)1 << ((by & 127) - 1) : 0;
  r->st->kept_value = by & 128 ? 0 : r->st->kept_flag;
  *(by ? &cell->kept_now : &cell->kept) |= mask;
}

bool
avow_run_assume (struct avow_run *r, unsigned cc, bool holds)
{
  struct avow_state *s = r->st;
  struct avow_known_flags f = implied (r->c->arch->isa, cc, holds);
  s->flags.known |= f.known;
  s->flags.value = (s->flags.value & ~f.known) | f.value;
  return s->kept_flag & f.known && (f.value & s->kept_flag) != s->kept_value;
}

void
avow_kept_written (struct avow_state *s)
{
  for (unsigned i = 0; i < s->n_ready; i++)
    s->cells[s->touched->cell[i]].kept_now = 0;
  s->kept_flag = 0;
}

bool
avow_run_complete (struct avow_run *r, unsigned cell, uint64_t mask)
{
  struct avow_state *s = r->st;
  const struct isa_cond *a = &r->c->arch->isa->conds[s->half.cc],
                        *b = &r->c->arch->isa->conds[r->e.cc];
  bool other_half = s->half.cc && s->half.cell == cell && !(mask & ~s->half.mask)
                    && a->any == b->any && a->differ == b->differ && a->negate != b->negate;
  s->half.cc = other_half ? 0 : r->e.cc;
  s->half.cell = (uint16_t)cell;
  s->half.mask = mask;
  return other_half;
}

void
avow_run_repair (struct avow_run *r, struct avow_cell *cell, uint64_t mask)
{
  struct avow_state *s = r->st;
  struct avow_known_flags when_not = implied (r->c->arch->isa, r->e.cc, false);
  if (r->e.row->op == ISA_OP_CMOV && s->kept_flag & when_not.known
      && (when_not.value & s->kept_flag) != s->kept_value)
    cell->kept_now &= ~mask;
}
