/* idiom.c - sources of an instruction that do not matter: equal registers (xor %0,%0), constants (and $0), truth
   tables (vpternlog $0xff).  */
#include "layer.h"

/* xor %0,%0 and friends: when all source operands are one register, its value does
   not matter.  */
static bool
sources_are_one_register (const struct avow_effect *e, const struct isa_operand *ro)
{
  /* Under a mask the destination's other elements stay.  */
  const struct avow_optext *t = e->n_ops ? e->ops[0].text : NULL;
  if (t && (t->mask.reg >= 0 || t->mask.operand >= 0))
    return false;
  int loc = -1, size = -1;
  unsigned sources = 0;
  for (unsigned i = 0; i < e->n_ops; i++)
    {
      if (!is_source (ro[i].role))
        continue;
      if (!e->ops[i].kind || e->ops[i].mem >= 0 || e->ops[i].shift)
        return false;
      if (loc >= 0 && (e->ops[i].loc != loc || e->ops[i].size != size))
        return false;
      loc = e->ops[i].loc;
      size = e->ops[i].size;
      sources++;
    }
  return sources >= 2;
}

/* "and $0" and "or $-1" give a constant whatever the destination held.  */
static bool
gives_constant (const struct avow_effect *e)
{
  if (e->n_ops != 2 || !e->ops[1].imm_known || !e->size || e->size > 8 || !e->ops[0].text)
    return false;
  uint64_t width = e->size == 8 ? ~(uint64_t)0 : ((uint64_t)1 << (e->size * 8)) - 1;
  uint64_t imm = (uint64_t)e->ops[1].imm & width;
  return (e->row->op == ISA_OP_AND && imm == 0) || (e->row->op == ISA_OP_OR && imm == width);
}

/* Does the result of truth table T change with the source of GROUP, where sources of one group are equal?  Source I is bit
   2 - I of the index (Intel SDM vol. 2, VPTERNLOGD).  */
static bool
table_needs (unsigned t, const unsigned *group, unsigned g)
{
  for (unsigned idx = 0; idx < 8; idx++)
    {
      unsigned flipped = idx;
      bool possible = true;
      for (unsigned i = 0; i < 3; i++)
        {
          possible &= (idx >> (2 - i) & 1) == (idx >> (2 - group[i]) & 1);
          flipped ^= group[i] == g ? 4u >> i : 0;
        }
      if (possible && (t >> idx & 1) != (t >> flipped & 1))
        return true;
    }
  return false;
}

/* The sources of vpternlog that its table does not ask for are not read; when it asks for none the result is a constant.  */
static void
lay_ternary (const struct layer *l)
{
  struct avow_effect *e = l->e;
  unsigned t, group[3] = { 0, 1, 2 }, needed = 0;
  if (l->shape->row->op != ISA_OP_TERNARY || e->n_ops != 4 || !avow_last_constant (l, &t))
    return;
  bool masked = is_masked (e->ops[0].text), merging = masked && !e->ops[0].text->zeroing;
  for (unsigned i = 1; i < 3; i++)
    for (unsigned k = i; k-- > 0;)
      if (e->ops[i].kind && e->ops[k].kind && e->ops[i].loc == e->ops[k].loc)
        group[i] = group[k];
  for (unsigned i = 0; i < 3; i++)
    needed |= table_needs (t, group, group[i]) ? 1u << i : 0;
  e->constant_result = !needed && !masked;
  e->constant = t & 1 ? -1 : 0;
  unsigned kept = 0;
  for (unsigned i = 0; i < e->n_acc; i++)
    {
      const struct avow_access *a = &e->acc[i];
      bool source = a->op >= 0 && a->op < 3 && is_source (a->role) && !(a->role & AVOW_ROLE_ADDR)
                    && a->loc == e->ops[a->op].loc;
      if (!source || needed >> a->op & 1 || (a->op == 0 && merging))
        e->acc[kept++] = *a;
    }
  e->n_acc = kept;
}

/* A register exchanged with itself keeps its value, unless the write clears its upper half.  */
static bool
exchanges_nothing (const struct layer *l)
{
  const struct avow_effect *e = l->e;
  return l->shape->row->op == ISA_OP_XCHG && e->n_ops == 2 && !e->n_mem && e->ops[0].kind && e->ops[1].kind
         && e->ops[0].loc == e->ops[1].loc && e->ops[0].shift == e->ops[1].shift
         && e->ops[0].size == e->ops[1].size && e->ops[0].size != l->c->arch->zext_bytes;
}

static void
lay_equal_sources (const struct layer *l)
{
  const struct isa_row *row = l->shape->row;
  struct avow_effect *e = l->e;
  if (exchanges_nothing (l))
    e->n_acc = 0;
  e->constant_result = gives_constant (e);
  if (e->constant_result)
    {
      e->constant = row->op == ISA_OP_AND ? 0 : -1;
      unsigned kept = 0;
      for (unsigned i = 0; i < e->n_acc; i++)
        if (e->acc[i].op != 0 || !is_source (e->acc[i].role) || e->acc[i].role & AVOW_ROLE_ADDR)
          e->acc[kept++] = e->acc[i];
      e->n_acc = kept;
      for (unsigned i = 0; i < e->n_mem; i++)
        if (e->mem[i].op == 0)
          e->mem[i].role &= (uint8_t)~(AVOW_ROLE_R | AVOW_ROLE_RCOND);
      return;
    }
  for (unsigned i = 0; i < e->n_ops; i++)
    if (is_masked (e->ops[i].text))
      return; /* what the mask leaves out is the old value */
  if (!(row->props & (ISA_ZEROIDIOM | ISA_SAMEIDIOM))
      || !sources_are_one_register (e, &l->c->arch->isa->operands[row->operands]))
    return;
  e->same_source = true;
  e->zero_result = row->props & ISA_ZEROIDIOM;
  unsigned kept = 0;
  for (unsigned i = 0; i < e->n_acc; i++)
    if (e->acc[i].op < 0 || !is_source (e->acc[i].role))
      e->acc[kept++] = e->acc[i];
  e->n_acc = kept;
}

void
avow_lay_idioms (const struct layer *l)
{
  lay_equal_sources (l);
  lay_ternary (l);
}
