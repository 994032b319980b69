/* rule_earlyclobber.c - earlyclobber: the template writes a register while it still needs an
   operand that the compiler may have put there.  GCC assumes that all inputs are read
   before any output is written (GCC manual, "Constraint Modifier Characters", "&").  */
#include "rules.h"

/* The address of a declared object is formed from the frame or the instruction pointer, so there is no
   register of its own to share.  Position-independent code may load it from the GOT, though.  */
static bool
address_needs_register (const struct avow_check *ck, unsigned k)
{
  return !ck->stmt->operands[k].value_is_object;
}

static bool
holds_input (const struct avow_contract *c, unsigned k)
{
  const struct avow_place *pl = &c->places[k];
  return avow_output_readable (c, k) || (pl->fixed && c->promises[pl->loc[0]].input >= 0);
}

static void
shared_with_output (struct avow_check *ck, const struct avow_sharing *s)
{
  unsigned k = (unsigned)s->output;
  const char *c = ck->stmt->operands[k].constraint;
  const char *name = avow_printf (ck->arena, "%%%u", k);
  /* The register of an output that comes in with a value of its own is taken; another input
     shares it only when the compiler knows that the two values are equal (seen with GCC 12 after
     inlining).  */
  bool taken = holds_input (ck->c, k);
  struct avow_finding *f = avow_find (
      ck, AVOW_RULE_EARLYCLOBBER, s->equal ? AVOW_FRAGILE : AVOW_DEFECT, s->write_item, name,
      "%s writes %s, but %s%s is still needed by %s, and both may be given the same register%s",
      avow_item_text (ck, s->write_item), avow_operand_text (ck, k),
      s->address ? "the address of " : "", avow_operand_text (ck, s->input),
      avow_item_text (ck, s->read_item),
      s->equal ? " if the compiler finds that they come in with equal values" : taken ? ": they come in with equal values" : "");
  if (taken && !avow_output_readable (ck->c, k))
    {
      /* "=a" beside an input "a": "&" alone would leave no register for the input.  */
      avow_fix (ck, f, "declare %s as \"=&%s\" and tie its input to it by \"%u\"", name,
                *c ? c + 1 : "", k);
      return;
    }
  if (taken)
    avow_fix (ck, f, "add \"&\" to the constraint of %s", name);
  else
    avow_fix (ck, f, "declare %s as \"%c&%s\"", name, *c, *c ? c + 1 : "");
  avow_edit (f, AVOW_EDIT_EARLYCLOBBER, (int)k, NULL);
}

static void
shared_with_register (struct avow_check *ck, const struct avow_sharing *s)
{
  const char *reg = avow_loc_name (ck->c, (unsigned)s->hard, ck->arena);
  bool lost_output = s->input < ck->stmt->n_outputs && s->write_item == s->read_item;
  struct avow_finding *f
      = lost_output
            ? avow_find (ck, AVOW_RULE_EARLYCLOBBER, AVOW_DEFECT, s->write_item, reg,
                         "%s writes register '%s', which %s may have been given and already holds "
                         "its result",
                         avow_item_text (ck, s->write_item), reg, avow_operand_text (ck, s->input))
            : avow_find (ck, AVOW_RULE_EARLYCLOBBER, AVOW_DEFECT, s->write_item, reg,
                         "%s writes register '%s', which %s may have been given and %s still needs",
                         avow_item_text (ck, s->write_item), reg, avow_operand_text (ck, s->input),
                         avow_item_text (ck, s->read_item));
  avow_fix (ck, f, "add \"%s\" to the clobber list instead of saving it, or bind the operand to "
                   "another register", reg);
}

void
avow_rule_EARLYCLOBBER (struct avow_check *ck)
{
  for (unsigned i = 0; i < ck->s->n_sharing; i++)
    {
      const struct avow_sharing *s = &ck->s->sharing[i];
      bool frame = s->hard >= 0 && s->hard == ck->c->arch->isa->loc_fp;
      if (s->address && !address_needs_register (ck, s->input) && !frame)
        continue;
      if (s->output >= 0)
        shared_with_output (ck, s);
      else if (!(ck->s->fates[s->hard].changed & avow_loc_bytes (ck->c, (unsigned)s->hard))
               || ck->stmt->operands[s->input].given)
        shared_with_register (ck, s); /* else clobber-register says it, of every allocation */
    }
}
