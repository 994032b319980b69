/* rule_register_read.c - register-read: a register or flag is read whose value nothing
   declared or set: it holds what the compiler, or another asm statement, happened
   to leave there.  A body that only copies a register to an output, as it is, takes a
   snapshot; its result is honest, so that is fragile and no defect.  */
#include "rules.h"

static void
report_flags (struct avow_check *ck)
{
  const struct avow_contract *c = ck->c;
  const struct avow_fate *f = &ck->s->fates[c->arch->isa->loc_flags];
  if (!(f->read & c->arch->status_flags))
    return;
  struct avow_finding *found = avow_find (
      ck, AVOW_RULE_REGISTER_READ, AVOW_DEFECT, f->read_item, "flags",
      "%s uses flags that the template did not set; the compiler may change them before the "
      "statement",
      avow_item_text (ck, f->read_item));
  avow_fix (ck, found, "set the flags in the same statement");
}

/* "outb %al,$0x80" as a delay: a statement without operands that writes whatever is in the register to
   a port.  The value goes nowhere in the program.  */
static bool
only_io (const struct avow_check *ck, const struct avow_fate *f)
{
  return !ck->stmt->n_operands && ck->s->props & ISA_IO && f->read_item == ck->s->effect_item;
}

void
avow_rule_REGISTER_READ (struct avow_check *ck)
{
  const struct avow_contract *c = ck->c;
  report_flags (ck);
  for (unsigned l = 0; l < c->n_hard; l++)
    {
      const struct avow_promise *p = &c->promises[l];
      const struct avow_fate *f = &ck->s->fates[l];
      if (!(f->read | f->snapshot) || p->in || p->out || !avow_is_value_register (c, l)
          || avow_is_absent (c, l))
        continue;
      bool frame = c->arch->isa->locs[l].flags & AVOW_LOC_FP;
      if (!f->read && frame)
        continue;
      const char *name = avow_loc_name (c, l, ck->arena);
      bool fragile = !f->sure_read || frame || only_io (ck, f);
      struct avow_finding *found = avow_find (
          ck, AVOW_RULE_REGISTER_READ, fragile ? AVOW_FRAGILE : AVOW_DEFECT, f->read_item, name,
          "%s uses the value of register '%s', which is not an input and was not set before%s",
          avow_item_text (ck, f->read_item), name,
          fragile ? "; it is whatever the compiler keeps there" : "");
      avow_fix (ck, found, "pass the value in as an input operand");
    }
}
