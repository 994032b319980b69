/* rule_control_flow.c - control-flow: control leaves the template by a jump, a return, or by running into code that is not its own.
   The compiler knows two ways out: the end, and the labels of an asm goto.  What it keeps in registers
   and on the stack for those is wrong elsewhere.

   A jump to a function that never returns is another way of not coming back, like ud2.  */
#include "rules.h"

static const char *
way (struct avow_check *ck, const struct avow_leave *l)
{
  switch (l->how)
    {
    case AVOW_LEAVE_FALL: return "is the last instruction of a section that is not the statement's: control runs on into whatever follows there";
    case AVOW_LEAVE_RETURN: return "returns from the function: its frame, and the registers it saved, stay behind";
    default:
      return avow_printf (ck->arena, "jumps to '%.*s', which is no label of the statement",
                          (int)(l->target.len < 60 ? l->target.len : 60), l->target.len ? l->target.p : "");
    }
}

static bool
never_returns (const struct avow_check *ck, struct avow_slice name)
{
  return name.len && ck->stmt->symbol
         && ck->stmt->symbol (ck->stmt, name.p, name.len) == AVOW_SYMBOL_NORETURN;
}

static void
judge (struct avow_check *ck, const struct avow_leave *l)
{
  switch (l->how)
    {
    case AVOW_LEAVE_JUMP:
      if (never_returns (ck, l->target))
        return;
      if (ck->stmt->no_return || !l->target.len)
        {
          avow_undecided (ck, AVOW_REASON_JUMP_OUT, l->item, NULL);
          return;
        }
      break;
    case AVOW_LEAVE_COMPUTED: avow_undecided (ck, AVOW_REASON_INDIRECT_JUMP, l->item, NULL); return;
    case AVOW_LEAVE_FALL:
      if (!l->tainted)
        break;
      avow_undecided (ck, AVOW_REASON_JUMP_OUT, l->item, NULL);
      return;
    case AVOW_LEAVE_SYSRET:
    case AVOW_LEAVE_FAULT: avow_undecided (ck, AVOW_REASON_JUMP_OUT, l->item, NULL); return;
    default: break;
    }
  struct avow_finding *f = avow_find (ck, AVOW_RULE_CONTROL_FLOW, AVOW_DEFECT, l->item, "control flow", "%s %s",
                                      avow_item_text (ck, l->item), way (ck, l));
  avow_fix (ck, f, l->how == AVOW_LEAVE_JUMP ? "use asm goto with a C label, or call the function from C"
                   : l->how == AVOW_LEAVE_RETURN ? "return in C, or make the function naked"
                                                 : "end the code there with a jump back");
}

void
avow_rule_CONTROL_FLOW (struct avow_check *ck)
{
  for (unsigned i = 0; i < ck->s->n_leaves; i++)
    judge (ck, &ck->s->leaves[i]);
}
