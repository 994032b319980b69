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

void
avow_rule_CLOBBER_REGISTER (struct avow_check *ck)
{
  const struct avow_contract *c = ck->c;
  if (ck->s->x87_peak > 0)
    x87_room (ck);
  for (unsigned l = 0; l < c->n_hard; l++)
    {
      const struct avow_fate *f = &ck->s->fates[l];
      const struct avow_promise *p = &c->promises[l];
      if (!f->changed || !avow_is_value_register (c, l) || p->in || p->out || p->clobber
          || avow_is_reserved (c, l) != AVOW_NOT_RESERVED /* (reserved-register says more) */
          || avow_declared_as_alias (c, l) || avow_is_call (ck, f->write_item))
        continue;
      const char *name = avow_loc_name (c, l, ck->arena);
      bool absent = avow_is_absent (c, l);
      struct avow_finding *found = avow_find (
          ck, AVOW_RULE_CLOBBER_REGISTER, absent ? AVOW_FRAGILE : AVOW_DEFECT, f->write_item, name,
          "%s changes register '%s', which is neither an output nor a clobber%s",
          avow_item_text (ck, f->write_item), name,
          absent ? "; it works because the compiler does not use this register with these options"
                 : "");
      avow_bytes_changed (found, f->changed);
      if (c->arch->isa->locs[l].flags & AVOW_LOC_FP)
        {
          avow_fix (ck, found, "save '%s' and restore it in the same statement", name);
          continue;
        }
      avow_fix (ck, found, "add \"%s\" to the clobber list", name);
      if (!absent)
        avow_edit (found, AVOW_EDIT_CLOBBER, -1, name);
    }
}
