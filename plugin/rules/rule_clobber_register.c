/* rule_clobber_register.c - clobber-register: a hard register ends changed although neither an
   output nor a clobber names it.  Registers of inputs are input-modified's.  */
#include "rules.h"

/* The x87 stack has eight registers, and the compiler may use all that the statement does not
   declare: a body that pushes more than its outputs needs clobbers for the room (GCC manual, "x86
   Floating-Point asm Operands").  */
static void
x87_room (struct avow_check *ck)
{
  const struct avow_contract *c = ck->c;
  unsigned st0 = c->arch->isa->loc_st0;
  int room = 0;
  for (unsigned i = 0; i < 8; i++)
    {
      const struct avow_promise *p = &c->promises[st0 + i];
      room += (p->out && !p->in) + (p->clobber && !p->in);
    }
  if (ck->s->x87_peak <= room || c->promises[c->arch->isa->loc_mm0].clobber)
    return;
  bool absent = avow_is_absent (c, st0);
  struct avow_finding *f = avow_find (
      ck, AVOW_RULE_CLOBBER_REGISTER, absent ? AVOW_FRAGILE : AVOW_DEFECT, ck->s->x87_item, "st(7)",
      "%s pushes more onto the x87 register stack than the statement declares: it may be full",
      avow_item_text (ck, ck->s->x87_item));
  const char *list = "";
  int missing = ck->s->x87_peak - room;
  for (unsigned i = 8; i-- > 0 && missing > 0;)
    {
      const struct avow_promise *p = &c->promises[st0 + i];
      if (p->in || p->out || p->clobber)
        continue;
      const char *name = avow_loc_name (c, st0 + i, ck->arena);
      list = avow_printf (ck->arena, "%s%s\"%s\"", list, *list ? ", " : "", name);
      if (!absent)
        avow_edit (f, AVOW_EDIT_CLOBBER, -1, name);
      missing--;
    }
  avow_fix (ck, f, "add %s to the clobber list, for the registers that are pushed", list);
}

/* Register L ends changed: does nothing say so?  */
static bool
is_undeclared (struct avow_check *ck, unsigned l)
{
  const struct avow_contract *c = ck->c;
  const struct avow_promise *p = &c->promises[l];
  const struct avow_fate *f = &ck->s->fates[l];
  return avow_is_value_register (c, l) && !p->in && !p->out && !p->clobber
         && avow_is_reserved (c, l) == AVOW_NOT_RESERVED /* (reserved-register says more) */
         && !avow_declared_as_alias (c, l) && !avow_is_call (ck, f->write_item);
}

static void
report (struct avow_check *ck, unsigned l)
{
  const struct avow_contract *c = ck->c;
  const struct avow_fate *f = &ck->s->fates[l];
  const char *name = avow_loc_name (c, l, ck->arena);
  struct avow_finding *found
      = avow_find (ck, AVOW_RULE_CLOBBER_REGISTER, AVOW_DEFECT, f->write_item, name,
                   "%s changes register '%s', which is neither an output nor a clobber",
                   avow_item_text (ck, f->write_item), name);
  avow_bytes_changed (found, f->changed);
  if (c->arch->isa->locs[l].flags & AVOW_LOC_FP)
    {
      avow_fix (ck, found, "save '%s' and restore it in the same statement", name);
      return;
    }
  avow_fix (ck, found, "add \"%s\" to the clobber list", name);
  avow_edit (found, AVOW_EDIT_CLOBBER, -1, name);
}

/* Registers that the options leave unused.  One note for all: a kernel's xrstor changes seventy of them.  */
static void
report_absent (struct avow_check *ck, const struct avow_locset *absent)
{
  uint32_t item = AVOW_NO_ITEM;
  unsigned first = 0, n = 0;
  bool several = false;
  for (unsigned l = 0; l < ck->c->n_hard; l++)
    if (locset_has (absent, l))
      {
        several |= n++ && ck->s->fates[l].write_item != item;
        first = ck->s->fates[l].write_item < item ? l : first;
        item = ck->s->fates[first].write_item;
      }
  if (!n)
    return;
  const char *list = avow_register_list (ck, absent);
  struct avow_finding *found = avow_find (
      ck, AVOW_RULE_CLOBBER_REGISTER, AVOW_FRAGILE, item, avow_loc_name (ck->c, first, ck->arena),
      "%s %s register%s %s, which %s neither %soutput%s nor %sclobber%s; it works because the "
      "compiler does not use %s with "
      "these options",
      avow_item_text (ck, item), several ? "and others change" : "changes", n == 1 ? "" : "s", list,
      n == 1 ? "is" : "are", n == 1 ? "an " : "", n == 1 ? "" : "s", n == 1 ? "a " : "",
      n == 1 ? "" : "s", n == 1 ? "this register" : "them");
  avow_bytes_changed (found, ck->s->fates[first].changed);
  avow_fix (ck, found, "add %s to the clobber list", list);
}

void
avow_rule_CLOBBER_REGISTER (struct avow_check *ck)
{
  struct avow_locset absent = { { 0 } };
  if (ck->s->x87_peak > 0)
    x87_room (ck);
  for (unsigned l = 0; l < ck->c->n_hard; l++)
    {
      if (!ck->s->fates[l].changed || !is_undeclared (ck, l))
        continue;
      if (avow_is_absent (ck->c, l))
        locset_add (&absent, l);
      else
        report (ck, l);
    }
  report_absent (ck, &absent);
}
