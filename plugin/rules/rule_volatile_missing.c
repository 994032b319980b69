/* rule_volatile_missing.c - volatile-missing: a statement with outputs whose result changes
   from run to run, or that does more than compute them, is not volatile: the
   compiler may delete it, merge two of them, or move it out of a loop.  */
#include "rules.h"

void
avow_rule_VOLATILE_MISSING (struct avow_check *ck)
{
  const struct avow_summary *s = ck->s;
  if (ck->stmt->is_volatile || !ck->stmt->n_outputs)
    return;
  uint32_t item;
  const char *why;
  if (s->system_call)
    item = s->system_item, why = "enters the system";
  else if (s->props & ISA_IO)
    item = s->effect_item, why = "does I/O";
  else if (s->props & ISA_PRIV)
    item = s->priv_item, why = "reads or changes system state";
  else if (s->props & ISA_NONDET)
    item = s->nondet_item, why = "gives another result each time";
  else
    return;
  struct avow_finding *f
      = avow_find (ck, AVOW_RULE_VOLATILE_MISSING, AVOW_DEFECT, item, "volatile",
                   "%s %s, but the statement is not volatile: it may be deleted, merged or moved",
                   avow_item_text (ck, item), why);
  avow_fix (ck, f, "write 'asm volatile'");
  avow_edit (f, AVOW_EDIT_VOLATILE, -1, NULL);
}
