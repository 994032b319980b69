/* rule_lifetime.c - lifetime: the glue saw, in the statements straight before this one, that an operand's
   value or object is gone.  A register variable is safe from its assignment to the asm statement only if no call comes
   between; an object that is out of scope or freed is nobody's, and its storage is used for something else.  */
#include <string.h>

#include "rules.h"

static void
register_lost (struct avow_check *ck, unsigned k)
{
  const struct avow_operand *op = &ck->stmt->operands[k];
  const char *by = op->loss == AVOW_LOST_ASM ? "another asm statement that clobbers it"
                   : op->lost_to && strlen (op->lost_to) < 40
                       ? avow_printf (ck->arena, "the call of '%s'", op->lost_to) : "a call";
  struct avow_finding *f = avow_find (
      ck, AVOW_RULE_LIFETIME, AVOW_DEFECT, AVOW_NO_ITEM, avow_printf (ck->arena, "%%%u", k),
      "%s is kept in register '%s' only from its assignment to the statement, and %s comes between",
      avow_operand_text (ck, k), op->hard_reg, by);
  avow_fix (ck, f, "assign the register variable behind it, right before the statement");
}

/* Does the body reach memory by way of operand K?  */
static const struct avow_reached *
access_through (const struct avow_check *ck, unsigned k)
{
  for (unsigned i = 0; i < ck->s->n_mem; i++)
    {
      const struct avow_reached *m = &ck->s->mem[i];
      if (m->operand == (int)k
          && (m->reach == AVOW_REACH_OPERAND || m->reach == AVOW_REACH_POINTER || m->reach == AVOW_REACH_SYMBOL))
        return m;
    }
  return NULL;
}

static void
object_lost (struct avow_check *ck, unsigned k)
{
  const struct avow_operand *op = &ck->stmt->operands[k];
  const struct avow_reached *m = access_through (ck, k);
  const struct avow_summary *s = ck->s;
  bool handed = s->system_call && op->type == AVOW_TYPE_POINTER && !op->is_output;
  if (!m && !handed)
    return; /* the address is a mere number here */
  bool named = op->lost_to && strlen (op->lost_to) < 40;
  const char *what
      = op->loss == AVOW_LOST_FREE
            ? avow_printf (ck->arena, "was given to '%s'", named ? op->lost_to : "free")
            : named ? avow_printf (ck->arena, "'%s' is out of scope", op->lost_to) : "is out of scope";
  struct avow_finding *f = avow_find (
      ck, AVOW_RULE_LIFETIME, AVOW_DEFECT, m ? m->item : s->system_item,
      avow_printf (ck->arena, "%%%u", k),
      "%s %s the object of %s, which %s: its memory belongs to somebody else by now",
      avow_item_text (ck, m ? m->item : s->system_item), m ? "accesses" : "is handed",
      avow_operand_text (ck, k), what);
  avow_fix (ck, f, op->loss == AVOW_LOST_FREE ? "free it behind the statement"
                                              : "declare the object in the block of the statement");
}

void
avow_rule_LIFETIME (struct avow_check *ck)
{
  if (!ck->body->n_insns)
    return;
  for (unsigned k = 0; k < ck->stmt->n_operands; k++)
    switch (ck->stmt->operands[k].loss)
      {
      case AVOW_LOST_CALL:
      case AVOW_LOST_ASM: register_lost (ck, k); break;
      case AVOW_LOST_SCOPE:
      case AVOW_LOST_FREE: object_lost (ck, k); break;
      default: break;
      }
}
