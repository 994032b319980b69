/* rule_reserved_register.c - reserved-register: a register ends changed that no clobber can give away.

   A global register variable is a variable of the program, in use everywhere; a clobber does not save it (GCC
   accepts one and ignores it).  The frame pointer, where the options keep it, addresses the function's
   variables, and GCC refuses it as a clobber.  A register of -ffixed-REG is not used by this unit, but perhaps by
   whoever reserved it.  Segment registers and their bases are written on purpose where that is done at
   all, so nothing is said of them.  */
#include "rules.h"

static bool
in_set (const uint64_t *set, unsigned loc)
{
  return loc < 256 && set[loc / 64] >> (loc % 64) & 1;
}

enum avow_reserved
avow_is_reserved (const struct avow_contract *c, unsigned loc)
{
  const struct avow_target *t = &c->stmt->target;
  if (in_set (t->global, loc))
    return AVOW_RESERVED_GLOBAL;
  if (c->arch->isa->locs[loc].flags & AVOW_LOC_FP && t->keeps_frame_pointer && !t->naked)
    return AVOW_RESERVED_FRAME;
  return in_set (t->fixed, loc) ? AVOW_RESERVED_FIXED : AVOW_NOT_RESERVED;
}

static void
report (struct avow_check *ck, unsigned loc, enum avow_reserved why)
{
  static const char *const what[] = {
    "", "a global register variable of this program", "the frame pointer of this function",
    "reserved by -ffixed; it works because this unit does not use it"
  };
  const struct avow_fate *f = &ck->s->fates[loc];
  const char *name = avow_loc_name (ck->c, loc, ck->arena);
  struct avow_finding *found
      = avow_find (ck, AVOW_RULE_RESERVED_REGISTER, why == AVOW_RESERVED_FIXED ? AVOW_FRAGILE : AVOW_DEFECT,
                   f->write_item, name, "%s changes register '%s', which is %s",
                   avow_item_text (ck, f->write_item), name, what[why]);
  avow_bytes_changed (found, f->changed);
  if (why == AVOW_RESERVED_GLOBAL)
    avow_fix (ck, found, "name the variable as an output operand, or save '%s' and restore it in the same statement", name);
  else
    avow_fix (ck, found, "save '%s' and restore it in the same statement", name);
}

void
avow_rule_RESERVED_REGISTER (struct avow_check *ck)
{
  const struct avow_contract *c = ck->c;
  for (unsigned l = 0; l < c->n_hard; l++)
    {
      const struct avow_promise *p = &c->promises[l];
      enum avow_reserved why = ck->s->fates[l].changed && !p->out ? avow_is_reserved (c, l) : AVOW_NOT_RESERVED;
      if (why != AVOW_NOT_RESERVED && avow_is_value_register (c, l) && !(p->clobber && why == AVOW_RESERVED_FIXED))
        report (ck, l, why);
    }
}
