/* rule_output_unwritten.c - output-unwritten: on some path that falls out of the statement an
   output register was never written, so the variable becomes whatever the register
   held.  Outputs in memory are not judged: an untouched "=m" is a common dummy.  A
   template without instructions launders its operands on purpose.

   On the way to a goto label an output need only be set if it is used there (GCC manual, "Goto
   Labels"), which is the usual way to signal an error: a note.  */
#include "rules.h"

/* A scalar in memory that is declared as written, in a body that writes no other memory and calls nothing.  */
static bool
stores_nothing (const struct avow_check *ck, unsigned k)
{
  const struct avow_operand *op = &ck->stmt->operands[k];
  if (ck->c->memory || avow_output_readable (ck->c, k) || ck->s->system_call || !op->size
      || op->size > 8 || op->type == AVOW_TYPE_OTHER || ck->body->n_gaps)
    return false;
  for (unsigned i = 0; i < ck->s->n_mem; i++)
    {
      const struct avow_reached *m = &ck->s->mem[i];
      bool here = m->reach == AVOW_REACH_OPERAND && m->operand == (int)k;
      if (m->role & (AVOW_ROLE_W | AVOW_ROLE_WCOND) && m->reach != AVOW_REACH_STACK && !here)
        return false;
    }
  return true;
}

static void
report (struct avow_check *ck, unsigned k, bool always, bool wrote)
{
  struct avow_finding *f = avow_find (
      ck, AVOW_RULE_OUTPUT_UNWRITTEN, always ? AVOW_DEFECT : AVOW_FRAGILE, AVOW_NO_ITEM,
      avow_printf (ck->arena, "%%%u", k), "%s is an output that %s never sets%s",
      avow_operand_text (ck, k), wrote ? "some path through the template" : "the template",
      always ? "" : "; it leads to a goto label, and is right if nothing there uses the output");
  if (ck->c->places[k].is_flag)
    {
      avow_fix (ck, f, "end every path with an instruction that defines the flag");
      return;
    }
  avow_fix (ck, f, "write it on every path, or declare it as \"+\" so that it keeps its value");
  avow_edit (f, AVOW_EDIT_READWRITE, (int)k, NULL);
}

/* Flag outputs share one location.  COND: an instruction left the flag undefined, or alone when its count is zero.  */
static void
judge_flags (struct avow_check *ck, const struct avow_fate *f)
{
  for (unsigned k = 0; k < ck->stmt->n_outputs; k++)
    {
      const struct avow_place *pl = &ck->c->places[k];
      uint64_t always = pl->is_flag ? (f->unset | f->cond) & pl->flag_mask : 0;
      if (always || (pl->is_flag && f->unset_goto & pl->flag_mask))
        report (ck, k, always != 0, (f->wrote & pl->flag_mask) != 0);
    }
}

static void
judge (struct avow_check *ck, unsigned k, uint64_t judged, const struct avow_fate *f)
{
  const struct avow_contract *c = ck->c;
  if (!((f->unset | f->unset_goto) & judged) || !ck->body->n_insns)
    return;
  bool nothing_stored = avow_is_memory_operand (c, k) && stores_nothing (ck, k);
  if (nothing_stored || (!locset_empty (&c->places[k].regs) && !avow_output_readable (c, k)))
    report (ck, k, (f->unset & judged) != 0, f->wrote != 0);
}

void
avow_rule_OUTPUT_UNWRITTEN (struct avow_check *ck)
{
  const struct avow_contract *c = ck->c;
  for (unsigned l = 0; l < c->n_locs; l++)
    {
      const struct avow_promise *p = &c->promises[l];
      const struct avow_fate *f = &ck->s->fates[l];
      if (l == c->arch->isa->loc_flags)
        judge_flags (ck, f);
      else if (p->output >= 0)
        judge (ck, (unsigned)p->output, p->out & ~p->in, f);
    }
}
