/* rule_operand_unused.c - operand-unused: the template never mentions an operand that occupies a register.
   It costs the register, and more often than that it is a wrong number in the template.

   Most operands without a token are there on purpose: memory operands stand for what is
   reached through a pointer, a fixed register or a register variable is used by name (by an instruction, a
   trap handler, a patched sequence), a constant costs nothing, a template without instructions only hides,
   pins or orders values.  Outputs that nothing sets are output-unwritten's.  */
#include "rules.h"

/* Tied inputs are judged with their output.  */
static bool
mentioned (const struct avow_check *ck, unsigned k)
{
  if (ck->body->token_uses[k])
    return true;
  for (unsigned i = ck->stmt->n_outputs; i < ck->stmt->n_operands; i++)
    if (ck->c->places[i].tied == (int)k && ck->body->token_uses[i])
      return true;
  return false;
}

/* It always takes a register that the compiler chooses.  */
static bool
takes_register (const struct avow_contract *c, unsigned k)
{
  const struct avow_place *pl = &c->places[k];
  return !pl->fixed && !pl->unknown && !pl->is_flag && !locset_empty (&pl->regs)
         && !(pl->kinds & (AVOW_K_MEM | AVOW_K_IMM)) && !c->stmt->operands[k].hard_reg;
}

void
avow_rule_OPERAND_UNUSED (struct avow_check *ck)
{
  const struct avow_contract *c = ck->c;
  if (!ck->body->n_insns || ck->body->n_gaps)
    return;
  for (unsigned k = 0; k < ck->stmt->n_operands; k++)
    {
      if (c->places[k].tied >= 0 || !takes_register (c, k) || mentioned (ck, k)
          || (ck->stmt->operands[k].is_output && !avow_output_readable (c, k)))
        continue;
      struct avow_finding *f = avow_find (
          ck, AVOW_RULE_OPERAND_UNUSED, AVOW_ADVICE, AVOW_NO_ITEM,
          avow_printf (ck->arena, "%%%u", k), "%s takes a register, and the template never uses it",
          avow_operand_text (ck, k));
      avow_fix (ck, f, "use it or leave it out; memory that is reached through a pointer is declared by \"m\"");
    }
}
