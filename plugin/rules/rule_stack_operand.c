/* rule_stack_operand.c - stack-operand: a memory operand is used while the stack pointer is not where it was on entry.
   GCC may print it as 8(%rsp), which then names other memory.

   What GCC may address from the stack pointer the glue tells: variables of the function, and values that
   live in a stack slot for want of registers ("g", "rm").  A static object never is.  */
#include "rules.h"

/* That nobody inlines the function today is luck, and no more.  */
static const char *
luck (const struct avow_check *ck, const struct avow_operand *op)
{
  if (ck->stmt->target.frame_pointer)
    return "; it works as long as the compiler addresses variables from the frame pointer";
  if (op->stack == AVOW_STACK_PASSED)
    return "; it works as long as the function is not inlined where the pointer is that of a local variable";
  return "";
}

static void
judge (struct avow_check *ck, const struct avow_moved_use *use)
{
  const struct avow_operand *op = &ck->stmt->operands[use->operand];
  if (op->stack == AVOW_STACK_NEVER)
    return;
  if (op->stack == AVOW_STACK_UNKNOWN || !use->certain)
    {
      avow_undecided (ck, AVOW_REASON_STACK_OPERAND, use->item, NULL);
      return;
    }
  struct avow_finding *f = avow_find (
      ck, AVOW_RULE_STACK_OPERAND, ck->stmt->target.frame_pointer ? AVOW_FRAGILE : AVOW_DEFECT, use->item,
      avow_printf (ck->arena, "%%%u", use->operand),
      "%s uses %s, which may be addressed from the stack pointer, after the template moved that%s",
      avow_item_text (ck, use->item), avow_operand_text (ck, use->operand), luck (ck, op));
  avow_fix (ck, f, "pass it in a register (\"r\"), or use it before the stack pointer is moved");
}

void
avow_rule_STACK_OPERAND (struct avow_check *ck)
{
  for (unsigned i = 0; i < ck->s->n_moved; i++)
    judge (ck, &ck->s->moved[i]);
}
