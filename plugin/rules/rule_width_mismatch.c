/* rule_width_mismatch.c - width-mismatch: the template uses more of an operand than its C type
   has, or leaves the width of a memory access to the assembler's default and that is
   not the operand's.  */
#include "rules.h"

/* May the upper bytes of the register of operand K be anything else than what its value says?  GCC loads a
   constant of 32 bits or less by a 32-bit move, which clears what is above, so a negative int does not become a
   negative long (config/i386/i386.md, *movsi_internal); narrower ones are extended into those 32 bits.  */
static bool
upper_is_open (const struct avow_contract *c, unsigned k)
{
  const struct avow_operand *op = &c->stmt->operands[k];
  if (!op->const_known)
    return true;
  return op->const_value < 0 && c->arch->word_bytes > 4 && !(c->places[k].kinds & AVOW_K_IMM);
}

/* How many bytes the registers of operand K have, 0 = it is in none or fills it.  */
static unsigned
wider_register (const struct avow_contract *c, unsigned k)
{
  const struct avow_place *pl = &c->places[k];
  const struct avow_operand *op = &c->stmt->operands[k];
  unsigned width = pl->kinds & AVOW_K_GPR ? c->arch->word_bytes : pl->kinds & AVOW_K_VEC ? 64 : 0;
  if (pl->n_locs != 1 || !op->size || pl->unknown || !upper_is_open (c, k))
    return 0;
  return op->size < width ? width : 0;
}

/* Bytes of F, input K's location, whose value gets into a result.  What instructions on vectors do lane by lane
   is not known for all of them: of scalars only moves, stores and bitwise operations count, since code often
   reads the whole register and nothing comes of the rest.  */
static uint64_t
used_bytes (const struct avow_contract *c, unsigned k, const struct avow_fate *f, bool *exact)
{
  bool gpr = c->places[k].kinds & AVOW_K_GPR;
  uint64_t beyond = ~c->promises[c->places[k].loc[0]].in;
  *exact = gpr || (f->exact_read | f->snapshot) & beyond;
  bool any = gpr || c->stmt->operands[k].type == AVOW_TYPE_VECTOR;
  return (any ? f->read : f->exact_read) | f->snapshot;
}

/* Bytes of a register above the operand's type hold anything: what the compiler left there, and of an output
   also what an instruction does that keeps them (a legacy SSE one).  */
static void
wide_registers (struct avow_check *ck)
{
  const struct avow_contract *c = ck->c;
  for (unsigned k = 0; k < ck->stmt->n_operands; k++)
    {
      const struct avow_place *pl = &c->places[k];
      const struct avow_operand *op = &ck->stmt->operands[k];
      unsigned width = wider_register (c, k);
      if (!width)
        continue;
      const struct avow_promise *p = &c->promises[pl->loc[0]];
      const struct avow_fate *f = &ck->s->fates[pl->loc[0]];
      bool exact;
      uint64_t filled = op->const_known && op->size < 4 ? 0xf : 0;
      bool output = p->input < 0 && p->output == (int)k;
      uint64_t used = used_bytes (c, k, f, &exact);
      uint64_t outside = ~(p->in | filled | (output ? p->out : 0)) & avow_bytes (width);
      uint64_t beyond = (used | f->stored) & outside;
      exact &= (used & outside) != 0; /* what was stored may be taken back */
      if (!beyond || (!output && p->input != (int)k))
        continue;
      uint32_t item = used & outside & f->read && f->beyond ? f->beyond_item : f->read_item;
      struct avow_finding *found = avow_find (
          ck, AVOW_RULE_WIDTH_MISMATCH, exact && !output ? AVOW_DEFECT : AVOW_FRAGILE, item,
          avow_printf (ck->arena, "%%%u", k), "%s uses more than the %u byte%s that %s has; %s",
          avow_item_text (ck, item), (unsigned)op->size, op->size == 1 ? "" : "s",
          avow_operand_text (ck, k),
          op->const_known ? "the rest of the register does not repeat the sign of the constant"
                          : "the rest of the register is not defined");
      avow_fix (ck, found,
                op->const_known
                    ? "give the constant the wider type (-1L)"
                    : "widen the operand in C, or use the part of the register that holds it");
    }
}

static void
default_width (struct avow_check *ck)
{
  const struct avow_summary *s = ck->s;
  if (!s->size_defaulted)
    return;
  for (unsigned i = 0; i < s->n_mem; i++)
    {
      const struct avow_reached *m = &s->mem[i];
      if (m->item != s->size_item || m->reach != AVOW_REACH_OPERAND)
        continue;
      const struct avow_operand *op = &ck->stmt->operands[m->operand];
      if (!op->size || op->size > 8 || op->size == m->size)
        continue;
      struct avow_finding *f = avow_find (
          ck, AVOW_RULE_WIDTH_MISMATCH, AVOW_DEFECT, m->item,
          avow_printf (ck->arena, "%%%d", m->operand),
          "%s has no size suffix, so the assembler uses %u bytes; %s has %u",
          avow_item_text (ck, m->item), m->size, avow_operand_text (ck, (unsigned)m->operand),
          (unsigned)op->size);
      avow_fix (ck, f, "write the suffix");
    }
}

#define LONGEST_X87 10

/* An x87 load or store of another width than the scalar it is given: without a suffix the
   assembler takes the shortest (fld: 4 bytes, fild: 2).  What is longer is no number but an environment.  */
static void
x87_width (struct avow_check *ck)
{
  for (unsigned i = 0; i < ck->s->n_mem; i++)
    {
      const struct avow_reached *m = &ck->s->mem[i];
      if (!m->x87 || m->reach != AVOW_REACH_OPERAND || !m->off_known || m->off || !m->size || m->size > LONGEST_X87)
        continue;
      const struct avow_operand *op = &ck->stmt->operands[m->operand];
      bool scalar = op->type == AVOW_TYPE_INT || op->type == AVOW_TYPE_FLOAT;
      bool long_double = op->size >= 10 && m->size == 10;
      if (!scalar || !op->size || op->size == m->size || long_double)
        continue;
      struct avow_finding *f = avow_find (
          ck, AVOW_RULE_WIDTH_MISMATCH, AVOW_DEFECT, m->item,
          avow_printf (ck->arena, "%%%d", m->operand), "%s accesses %u bytes; %s has %u",
          avow_item_text (ck, m->item), m->size, avow_operand_text (ck, (unsigned)m->operand),
          (unsigned)op->size);
      avow_fix (ck, f, "write the suffix of the operand's type (s, l, t; for integers s, l, ll)");
    }
}

void
avow_rule_WIDTH_MISMATCH (struct avow_check *ck)
{
  x87_width (ck);
  wide_registers (ck);
  default_width (ck);
  if (ck->s->size_conflict)
    {
      struct avow_finding *f = avow_find (
          ck, AVOW_RULE_WIDTH_MISMATCH, AVOW_DEFECT, ck->s->conflict_item, "width",
          "%s names a width that is not the one a register operand prints with",
          avow_item_text (ck, ck->s->conflict_item));
      avow_fix (ck, f, "use a modifier (%%b0 %%w0 %%k0 %%q0), or the suffix of the C type");
    }
}
