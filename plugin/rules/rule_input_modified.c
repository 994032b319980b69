/* rule_input_modified.c - input-modified: an input-only operand does not hold its value any
   more at the end.  The compiler may go on using it.  */
#include "rules.h"

/* A memory operand that the statement stores to although it is an input only.  With
   "memory" declared the compiler expects any memory to change.  */
static bool
memory_excused (const struct avow_contract *c, unsigned k)
{
  return avow_is_memory_operand (c, k)
         && (c->memory || c->stmt->operands[k].same_object || c->stmt->operands[k].is_output);
}

/* The compiler keeps no copy of a volatile object, nor of memory that the program reaches only by
   instructions with an exception table entry (a kernel's user memory).  */
static bool
nobody_caches (struct avow_check *ck, unsigned k, uint32_t item)
{
  if (!avow_is_memory_operand (ck->c, k))
    return false;
  if (ck->stmt->operands[k].is_volatile)
    return true;
  for (unsigned i = 0; i < ck->s->n_mem; i++)
    if (ck->s->mem[i].item == item && ck->s->mem[i].faultable)
      return true;
  return false;
}

/* Does the template pop input K, rather than change it in its place?  When the stack ends lower by as many registers
   as inputs are changed, it is all of these.  */
static bool
is_popped (const struct avow_check *ck, unsigned k)
{
  const struct avow_contract *c = ck->c;
  unsigned st0 = c->arch->isa->loc_st0;
  return c->places[k].fixed && c->places[k].loc[0] >= st0 && c->places[k].loc[0] < st0 + 8
         && ck->s->x87_low == ck->s->x87_high
         && avow_declared_x87_depth (c) - ck->s->x87_low == avow_changed_x87_inputs (ck);
}

static void
report (struct avow_check *ck, unsigned k, const struct avow_fate *f, enum avow_kind kind)
{
  bool mem = avow_is_memory_operand (ck->c, k);
  const char *subject = avow_printf (ck->arena, "%%%u", k);
  struct avow_finding *found
      = avow_find (ck, AVOW_RULE_INPUT_MODIFIED, kind, f->write_item, subject,
                   "%s changes %s, which is declared as an input only",
                   avow_item_text (ck, f->write_item), avow_operand_text (ck, k));
  avow_bytes_changed (found, f->changed);
  if (is_popped (ck, k))
    {
      const char *name = avow_loc_name (ck->c, ck->c->places[k].loc[0], ck->arena);
      avow_fix (ck, found, "add \"%s\" to the clobber list: the template pops it", name);
      avow_edit (found, AVOW_EDIT_CLOBBER, -1, name);
      return;
    }
  avow_fix (ck, found, "%s",
            mem ? "declare it as an output too: \"+m\""
                : "declare it as \"+\" operand (or tie it to a dummy output)");
  avow_edit (found, AVOW_EDIT_INOUT, (int)k, NULL);
}

void
avow_rule_INPUT_MODIFIED (struct avow_check *ck)
{
  const struct avow_contract *c = ck->c;
  for (unsigned l = 0; l < c->n_locs; l++)
    {
      const struct avow_promise *p = &c->promises[l];
      const struct avow_fate *f = &ck->s->fates[l];
      if (!p->in || p->out || p->clobber || p->input < 0)
        continue;
      unsigned k = (unsigned)p->input;
      /* The rest of a general register is not the statement's either: the input may be the low part of a
         wider value that lives on (seen with GCC 12: an unsigned char input in eax).  */
      uint64_t own = c->places[k].kinds & AVOW_K_GPR ? avow_loc_bytes (c, l) : p->in;
      if (!(f->changed & own))
        continue;
      if (!memory_excused (c, k))
        report (ck, k, f, nobody_caches (ck, k, f->write_item) ? AVOW_FRAGILE : AVOW_DEFECT);
    }
}
