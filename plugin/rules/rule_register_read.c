/* rule_register_read.c - register-read: a register or flag is read whose value nothing
   declared or set: it holds what the compiler, or another asm statement, happened
   to leave there.  */
#include "rules.h"

static void
report_flags (struct avow_check *ck)
{
  const struct avow_contract *c = ck->c;
  const struct avow_fate *f = &ck->s->fates[c->arch->isa->loc_flags];
  bool sure = f->read & c->arch->status_flags;
  if (!sure && !(f->maybe & c->arch->status_flags))
    return;
  uint32_t item = sure ? f->read_item : f->maybe_item;
  struct avow_finding *found = avow_find (
      ck, AVOW_RULE_REGISTER_READ, sure ? AVOW_DEFECT : AVOW_FRAGILE, item, "flags",
      "%s uses flags that the template did not set%s; the compiler may change them before the "
      "statement",
      avow_item_text (ck, item), sure ? "" : " if the repeat count before was zero");
  avow_fix (ck, found, "set the flags in the same statement");
}

/* "outb %al,$0x80" as a delay: a statement without operands that writes whatever is in the register to
   a port.  The value goes nowhere in the program.  */
static bool
only_io (const struct avow_check *ck, const struct avow_fate *f)
{
  return !ck->stmt->n_operands && ck->s->props & ISA_IO && f->read_item == ck->s->effect_item;
}

/* A body that stores many registers as they are saves a context (a crash dump, setjmp): that is
   what it is for.  */
static bool
dumps_registers (const struct avow_check *ck)
{
  unsigned n = 0;
  for (unsigned l = 0; l < ck->c->n_hard; l++)
    n += ck->s->fates[l].snapshot && !ck->c->promises[l].in && avow_is_value_register (ck->c, l);
  return n >= 3;
}

/* The entry value of hard register L gets into a result.  */
static void
judge_read (struct avow_check *ck, unsigned l)
{
  const struct avow_contract *c = ck->c;
  const struct avow_promise *p = &c->promises[l];
  const struct avow_fate *f = &ck->s->fates[l];
  /* Saved in one place, changed and restored: nobody looks at the copy.  A clobbered register need not
     be saved, so there it is less sure that this is what it is for.  */
  bool saved = !f->read && f->wrote && !f->changed && !f->spread;
  bool frame = c->arch->isa->locs[l].flags & AVOW_LOC_FP;
  if (f->dumped && !f->read && !f->stored)
    return; /* that is what fxsave is for */
  if ((saved && !p->clobber) || (!f->read && frame))
    return;
  const char *name = avow_loc_name (c, l, ck->arena);
  bool fragile
      = saved || frame
        || (f->read ? !f->sure_read || only_io (ck, f) : !f->snapshot || dumps_registers (ck));
  struct avow_finding *found = avow_find (
      ck, AVOW_RULE_REGISTER_READ, fragile ? AVOW_FRAGILE : AVOW_DEFECT, f->read_item, name,
      "%s uses the value of register '%s', which is not an input and was not set before%s",
      avow_item_text (ck, f->read_item), name,
      fragile ? "; it is whatever the compiler keeps there" : "");
  avow_fix (ck, found, "pass the value in as an input operand");
}

/* Register L is set by an instruction that leaves it alone for some values of its source (bsf of zero).  */
static void
report_kept (struct avow_check *ck, unsigned l)
{
  uint32_t item = ck->s->fates[l].maybe_item;
  const char *name = avow_loc_name (ck->c, l, ck->arena);
  struct avow_finding *found = avow_find (ck, AVOW_RULE_REGISTER_READ, AVOW_FRAGILE, item, name,
                                          "%s writes nothing for some values of its source to "
                                          "register '%s', whose old value is used then",
                                          avow_item_text (ck, item), name);
  avow_fix (ck, found, "set the register before, or test the flag behind");
}

/* The program took register L away from the compiler (-ffixed-REG, a global register variable): what is in there is its own.  */
static bool
is_programs (const struct avow_check *ck, unsigned l)
{
  enum avow_reserved why = avow_is_reserved (ck->c, l);
  return why == AVOW_RESERVED_FIXED || why == AVOW_RESERVED_GLOBAL;
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
      if (!(f->read | f->snapshot | f->stored | f->maybe) || p->in || p->out
          || !avow_is_value_register (c, l) || avow_is_absent (c, l) || is_programs (ck, l))
        continue;
      if (f->read | f->snapshot | f->stored)
        judge_read (ck, l);
      else if (f->maybe)
        report_kept (ck, l);
    }
}
