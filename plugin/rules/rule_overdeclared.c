/* rule_overdeclared.c - overdeclared: a promise that the template does not need: a clobber of a register that nothing
   writes, "memory", "&", "+" or volatile.  Each costs the compiler a register, a reload or a freedom.

   Said only where the whole statement is understood and true, has one alternative, and leaves no doubt about what it is
   for: its effects are the registers that it writes.  Whatever orders, waits, enters other code, touches memory, or only moves values
   may have been declared so on purpose.  "memory" is also said to be more than needed where the template computes, some of the
   memory that it touches has no operand, so that "memory" is there for that, and the extent of all of it is known.  "cc" is never spoken of: it costs nothing on x86, and says something
   on every other architecture.  */
#include <string.h>

#include "cover.h"

#define MEANT (ISA_ATOMIC | ISA_NONDET | ISA_IO | ISA_FENCE | ISA_SERIAL | ISA_SYSTEM | ISA_PRIV | ISA_NT | ISA_PREFETCH | ISA_ORDER \
               | ISA_VAGUE)

/* Registers that are neither values nor flags: segments, control words, the time stamp.  */
static bool
touches_state (const struct avow_check *ck)
{
  for (unsigned l = 0; l < ck->c->n_hard; l++)
    {
      const struct avow_fate *f = &ck->s->fates[l];
      uint8_t cls = ck->c->arch->isa->locs[l].cls;
      if ((f->read | f->snapshot | f->stored | f->wrote) && cls >= AVOW_RC_SEG && cls != AVOW_RC_FLAGS && cls != AVOW_RC_IP
          && strcmp (avow_loc_name (ck->c, l, ck->arena), "mxcsr"))
        return true;
    }
  return false;
}

/* An output that nothing writes says that more happens than the instructions show: a debugger, a simulator or
   code that is patched in looks for the sequence.  */
static bool
is_written (const struct avow_check *ck, unsigned k)
{
  const struct avow_place *pl = &ck->c->places[k];
  return pl->n_locs && ck->s->fates[pl->loc[0]].wrote;
}

static bool
certain (const struct avow_check *ck)
{
  const struct avow_summary *s = ck->s;
  if (ck->body->n_gaps || !s->any_exit || s->other_code || ck->stmt->is_basic || ck->stmt->is_goto
      || avow_n_alternatives (ck->stmt) > 1)
    return false;
  for (unsigned i = 0; i < ck->result->n_findings; i++)
    if (ck->result->findings[i].kind == AVOW_DEFECT)
      return false;
  for (unsigned k = 0; k < ck->stmt->n_operands; k++)
    if (ck->stmt->operands[k].given /* (this is about what was written) */
        || (ck->stmt->operands[k].is_output && !is_written (ck, k)))
      return false;
  return true;
}

/* Clobber I names a register that keeps values, and no instruction writes it.  */
static bool
is_idle (const struct avow_check *ck, unsigned i)
{
  const struct avow_contract *c = ck->c;
  int l = avow_location (c->arch, ck->stmt->clobbers[i]);
  if (l < 0 || !avow_is_value_register (c, (unsigned)l) || ck->s->fates[l].wrote)
    return false;
  uint8_t cls = c->arch->isa->locs[l].cls;
  return cls == AVOW_RC_GPR || cls == AVOW_RC_VEC;
}

static void
clobbers (struct avow_check *ck)
{
  const char *names = "", *first = NULL;
  unsigned n = 0;
  for (unsigned i = 0; i < ck->stmt->n_clobbers && names; i++)
    if (is_idle (ck, i))
      {
        first = first ? first : ck->stmt->clobbers[i];
        names = n++ ? avow_printf (ck->arena, "%s, \"%s\"", names, ck->stmt->clobbers[i])
                    : avow_printf (ck->arena, "\"%s\"", first);
      }
  if (!n || !names)
    return;
  struct avow_finding *f = avow_find (ck, AVOW_RULE_OVERDECLARED, AVOW_ADVICE, AVOW_NO_ITEM, first,
                                      "no instruction writes %s, which %s in the clobber list", names,
                                      n == 1 ? "is" : "are");
  avow_fix (ck, f, "leave %s out", n == 1 ? "it" : "them");
  for (unsigned i = 0; i < ck->stmt->n_clobbers; i++)
    if (is_idle (ck, i))
      avow_edit (f, AVOW_EDIT_DROP_CLOBBER, -1, ck->stmt->clobbers[i]);
}

/* Does the statement do nothing but compute registers from registers?  A loop may be there for the time it takes, a division
   must stay behind the test of its divisor, and a choice without a branch is how code keeps secrets, from
   the compiler too.  */
static bool
pure (const struct avow_check *ck)
{
  const struct avow_summary *s = ck->s;
  return s->computes && !s->n_mem && !(s->props & (MEANT | ISA_FAULTS)) && !s->jumps && !s->tables
         && !s->decides && !touches_state (ck);
}

static void
effects (struct avow_check *ck)
{
  struct avow_finding *f;
  if (!pure (ck))
    return;
  if (ck->c->memory)
    {
      f = avow_find (ck, AVOW_RULE_OVERDECLARED, AVOW_ADVICE, AVOW_NO_ITEM, "memory",
                     "\"memory\" is not needed: the template computes registers from registers");
      avow_fix (ck, f, "leave it out; a barrier is asm volatile (\"\" : : : \"memory\")");
      avow_edit (f, AVOW_EDIT_DROP_CLOBBER, -1, "memory");
    }
  else if (ck->stmt->is_volatile)
    {
      f = avow_find (ck, AVOW_RULE_OVERDECLARED, AVOW_ADVICE, AVOW_NO_ITEM, "volatile",
                     "volatile is not needed: the result depends on the inputs only, and nothing else happens");
      avow_fix (ck, f, "leave it out, and the compiler may drop, merge and move the statement");
      avow_edit (f, AVOW_EDIT_DROP_VOLATILE, -1, NULL);
    }
}

/* ---- "memory" for memory whose extent is known ------------------------------------------------------------- */

/* Declare, in finding F, all that the template does through operand K.  False when that cannot be said.  */
static bool
declare (struct avow_check *ck, struct avow_finding *f, unsigned k)
{
  const struct avow_operand *op = &ck->stmt->operands[k];
  struct avow_extent e;
  if (!op->value_id || op->type == AVOW_TYPE_INT || f->n_edits == AVOW_MAX_EDITS
      || !avow_extent (ck, k, &e))
    return false;
  avow_edit (f, AVOW_EDIT_MEMORY, (int)k, "memory");
  f->edits[f->n_edits - 1].extent = e;
  return true;
}

/* Is "memory" there for access M?  */
static bool
wants_memory (const struct avow_check *ck, const struct avow_reached *m)
{
  bool write = m->role & (AVOW_ROLE_W | AVOW_ROLE_WCOND);
  if (m->reach == AVOW_REACH_OPERAND && avow_within_operand (ck->c, m) && !m->bit_string)
    return false;
  if (!write && (m->own_store || (m->operand >= 0 && ck->stmt->operands[m->operand].object_const)))
    return false;
  return avow_cover (ck->c, m, write) != AVOW_COVERED;
}

/* Operands for all memory that only "memory" covers; false when there is none or something is not known.  */
static bool
declare_all (struct avow_check *ck, struct avow_finding *f)
{
  uint64_t done = 0;
  for (unsigned i = 0; i < ck->s->n_mem; i++)
    {
      const struct avow_reached *m = &ck->s->mem[i];
      if (!wants_memory (ck, m))
        continue;
      if (m->operand < 0 || (!(done >> m->operand & 1) && !declare (ck, f, (unsigned)m->operand)))
        return false;
      done |= (uint64_t)1 << m->operand;
    }
  return done != 0;
}

static bool
is_exchange (const struct avow_item *it)
{
  return it->name.len >= 4 && !memcmp (it->name.p, "xchg", 4);
}

/* An atomic operation orders what is around it, for the processor, and with "memory" for the compiler too.  */
static bool
is_atomic (const struct avow_check *ck)
{
  for (unsigned i = 0; i < ck->body->n_items; i++)
    if (ck->body->items[i].prefixes & AVOW_PFX_LOCK || is_exchange (&ck->body->items[i]))
      return true;
  return (ck->s->props & ISA_ATOMIC) != 0;
}

/* "memory" in place of operands is how most code is written, and right: only said to those who ask.  */
static void
memory_operands (struct avow_check *ck)
{
  const struct avow_summary *s = ck->s;
  struct avow_finding plan = { .n_edits = 0 };
  if (!ck->opts->refine || !ck->c->memory || !s->computes || s->props & MEANT || s->jumps
      || s->tables || touches_state (ck) || is_atomic (ck))
    return;
  avow_edit (&plan, AVOW_EDIT_DROP_CLOBBER, -1, "memory");
  if (!declare_all (ck, &plan))
    return;
  struct avow_finding *f = avow_find (
      ck, AVOW_RULE_OVERDECLARED, AVOW_ADVICE, AVOW_NO_ITEM, "memory",
      "\"memory\" makes the compiler forget all memory, and the template reaches only what %s to",
      plan.n_edits > 2 ? "operands point" : "an operand points");
  avow_fix (ck, f, "declare that by memory operands, and leave \"memory\" out");
  if (f)
    {
      memcpy (f->edits, plan.edits, sizeof plan.edits);
      f->n_edits = plan.n_edits;
    }
}

/* ---- outputs ------------------------------------------------------------------------------------------------- */

/* The input that comes in with output K, or -1.  */
static int
tied_input (const struct avow_contract *c, unsigned k)
{
  for (unsigned i = c->stmt->n_outputs; i < c->stmt->n_operands; i++)
    if (c->places[i].tied == (int)k)
      return (int)i;
  return -1;
}

static void
outputs (struct avow_check *ck)
{
  const struct avow_contract *c = ck->c;
  if (ck->s->jumps || ck->s->tables || ck->s->props & MEANT)
    return;
  for (unsigned k = 0; k < ck->stmt->n_outputs; k++)
    {
      const struct avow_place *pl = &c->places[k];
      if (locset_empty (&pl->regs) || pl->n_locs != 1 || pl->is_flag || pl->kinds & AVOW_K_MEM
          || ck->stmt->operands[k].hard_reg)
        continue;
      const struct avow_fate *f = &ck->s->fates[pl->loc[0]];
      const char *name = avow_printf (ck->arena, "%%%u", k);
      struct avow_finding *found = NULL;
      bool whole = f->wrote && !(f->read | f->snapshot | f->stored | f->unset | f->cond | f->maybe);
      if (tied_input (c, k) >= 0 && whole)
        {
          found = avow_find (ck, AVOW_RULE_OVERDECLARED, AVOW_ADVICE, AVOW_NO_ITEM, name,
                             "%s comes in with a value that the template does not use", avow_operand_text (ck, k));
          avow_fix (ck, found, "declare it as an output only, \"=\"");
          avow_edit (found, AVOW_EDIT_DROP_INPUT, (int)k, NULL);
        }
      else if (pl->early && tied_input (c, k) < 0 && ck->s->may_share >> k & 1
               && !(ck->s->early_needed >> k & 1))
        {
          found = avow_find (ck, AVOW_RULE_OVERDECLARED, AVOW_ADVICE, AVOW_NO_ITEM, name,
                             "\"&\" is not needed for %s: it is written when no input is needed any more",
                             avow_operand_text (ck, k));
          avow_fix (ck, found, "leave it out, and an input may have the same register");
          avow_edit (found, AVOW_EDIT_DROP_EARLYCLOBBER, (int)k, NULL);
        }
    }
}

void
avow_rule_OVERDECLARED (struct avow_check *ck)
{
  if (!ck->body->n_insns || !certain (ck))
    return;
  memory_operands (ck);
  if (!ck->stmt->n_outputs)
    return;
  clobbers (ck);
  effects (ck);
  outputs (ck);
}
