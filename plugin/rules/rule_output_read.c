/* rule_output_read.c - output-read: a write-only output's old value matters, because the
   template reads it, or writes only a part of it or only under a condition.  */
#include "rules.h"

static void
report (struct avow_check *ck, unsigned k, uint32_t item, enum avow_kind kind, const char *how)
{
  struct avow_finding *f
      = avow_find (ck, AVOW_RULE_OUTPUT_READ, kind, item,
                   avow_printf (ck->arena, "%%%u", k),
                   "%s %s %s, which is declared as write-only: its old value matters",
                   avow_item_text (ck, item), how, avow_operand_text (ck, k));
  const char *c = ck->stmt->operands[k].constraint;
  avow_fix (ck, f, "declare it as \"+%s\"%s", *c == '=' ? c + 1 : c,
            avow_is_memory_operand (ck->c, k) ? "" : ", or write all of it before");
  avow_edit (f, AVOW_EDIT_READWRITE, (int)k, NULL);
}

/* A memory output: other stores through pointers may complete it, big ones are
   dummies that stand for an area, and under a "memory" clobber its old value is kept.  */
static bool
judge_memory (const struct avow_contract *c, unsigned k)
{
  const struct avow_operand *op = &c->stmt->operands[k];
  return !c->memory && op->type != AVOW_TYPE_OTHER && op->size && op->size <= 8;
}

void
avow_rule_OUTPUT_READ (struct avow_check *ck)
{
  const struct avow_contract *c = ck->c;
  if (!ck->body->n_insns)
    return;
  for (unsigned l = 0; l < c->n_locs; l++)
    {
      const struct avow_promise *p = &c->promises[l];
      const struct avow_fate *f = &ck->s->fates[l];
      if (!p->out || p->output < 0)
        continue;
      unsigned k = (unsigned)p->output;
      if (avow_output_readable (c, k) || c->places[k].is_flag
          || (avow_is_memory_operand (c, k) && !judge_memory (c, k)))
        continue;
      if (f->snapshot & p->out & ~p->in && !(f->read & p->out & ~p->in))
        report (ck, k, f->read_item, AVOW_DEFECT, "copies the old value of");
      else if (f->stored & p->out & ~p->in && !(f->read & p->out & ~p->in))
        report (ck, k, f->read_item, AVOW_FRAGILE, "stores the old value of");
      else if (f->read & p->out & ~p->in)
        report (ck, k, f->read_item, f->sure_read & p->out ? AVOW_DEFECT : AVOW_FRAGILE, "reads");
      else if (f->cond & p->out & ~p->in)
        report (ck, k, f->cond_item ? f->cond_item : f->write_item, AVOW_DEFECT,
                f->cond_item ? "only sometimes writes" : "writes only a part of");
      else if (f->maybe & p->out & ~p->in)
        report (ck, k, f->maybe_item, AVOW_FRAGILE, "writes nothing for some values of its source to");
    }
}
