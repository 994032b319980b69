/* rule_clobber_flags.c - clobber-flags: the condition flags end changed without "cc".  Where
   the compiler assumes that of every asm anyway (x86) the contract only holds by that.  */
#include "rules.h"

void
avow_rule_CLOBBER_FLAGS (struct avow_check *ck)
{
  const struct avow_contract *c = ck->c;
  unsigned loc = c->arch->isa->loc_flags;
  uint64_t changed = ck->s->fates[loc].changed & c->arch->status_flags;
  if (!changed || c->cc || ck->stmt->is_basic)
    return;
  bool implicit = c->arch->flags_implicit;
  struct avow_finding *f = avow_find (
      ck, AVOW_RULE_CLOBBER_FLAGS, implicit ? AVOW_FRAGILE : AVOW_DEFECT, ck->s->flags_item,
      "flags", "%s changes the flags, and the clobber list has no \"cc\"%s",
      avow_item_text (ck, ck->s->flags_item),
      implicit ? "; it works because GCC assumes that every asm statement changes them here" : "");
  avow_fix (ck, f, "add \"cc\" to the clobber list");
  avow_edit (f, AVOW_EDIT_CLOBBER, -1, "cc");
}
