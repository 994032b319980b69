/* rule_memory_read.c - memory-read: a load that no input operand covers, without "memory".  A
   pointer in a register promises nothing about what it points to: the compiler may keep
   the stores to it back until after the statement.  */
#include "cover.h"

static void
report (struct avow_check *ck, const struct avow_reached *m, uint64_t *said, const char *what, bool fragile)
{
  if (!avow_first_said (m, said))
    return;
  struct avow_finding *f = avow_find (
      ck, AVOW_RULE_MEMORY_READ, fragile ? AVOW_FRAGILE : AVOW_DEFECT, m->item, "memory",
      "%s loads from memory %s, which no input operand covers, and \"memory\" is not in the "
      "clobber list%s",
      avow_item_text (ck, m->item), what,
      fragile ? "; it works as long as nothing writes the object" : "");
  avow_fix (ck, f, "add an input operand \"m\" for the object, or \"memory\" to the clobber list");
  avow_edit_reached (ck, f, m, false);
}

static void
judge_pointer (struct avow_check *ck, const struct avow_reached *m, uint64_t *said)
{
  if (m->operand >= 0 && ck->stmt->operands[m->operand].object_const)
    return;
  const char *who = m->operand >= 0
                        ? avow_operand_text (ck, (unsigned)m->operand)
                        : avow_printf (ck->arena, "'%s'", avow_loc_name (ck->c, m->loc, ck->arena));
  switch (avow_cover (ck->c, m, false))
    {
    case AVOW_UNCOVERED:
      report (ck, m, said, avow_printf (ck->arena, "through %s", who), false);
      break;
    case AVOW_COVER_UNKNOWN: avow_undecided (ck, AVOW_REASON_MEMORY_COVER, m->item, NULL); break;
    default: break;
    }
}

static void
judge_operand (struct avow_check *ck, const struct avow_reached *m, uint64_t *said)
{
  if (m->bit_string || avow_within_operand (ck->c, m) || ck->stmt->operands[m->operand].object_const)
    return;
  enum avow_cover v = avow_cover (ck->c, m, false);
  if (v == AVOW_UNCOVERED)
    report (ck, m, said, avow_printf (ck->arena, "outside %s", avow_operand_text (ck, (unsigned)m->operand)),
            false);
  else if (v == AVOW_COVER_UNKNOWN)
    avow_undecided (ck, AVOW_REASON_MEMORY_COVER, m->item, NULL);
}

static void
judge (struct avow_check *ck, const struct avow_reached *m, uint64_t *said)
{
  bool known = false; /* the symbol names a variable of this unit */
  if (avow_is_foreign (ck->c, m) || m->own_store || m->own_data || avow_is_stack_fence (m)
      || avow_is_shadow_stack (ck->c, m))
    return;
  if (avow_outside_object (ck->c, m) || avow_overrun (ck->c, m, false) >= 0)
    return; /* memory-size's */
  switch (m->reach)
    {
    case AVOW_REACH_OPERAND: judge_operand (ck, m, said); break;
    case AVOW_REACH_POINTER: judge_pointer (ck, m, said); break;
    case AVOW_REACH_STACK:
      if (!m->own_store && (!m->off_known || m->off + m->top >= 0))
        avow_undecided (ck, AVOW_REASON_MEMORY_COVER, m->item, NULL);
      break;
    case AVOW_REACH_SYMBOL:
      if (m->operand >= 0 && ck->stmt->operands[m->operand].object_const)
        break;
      if (avow_cover (ck->c, m, false) == AVOW_COVERED || avow_names_operand (ck->c, m, false))
        break;
      if (m->operand >= 0 && ck->stmt->operands[m->operand].value_is_object)
        {
          /* "p" hands over an address and says nothing of the object: the kernel's way to read
             a value that does not change while the code runs.  */
          report (ck, m, said, avow_printf (ck->arena, "in the object of %s",
                                      avow_operand_text (ck, (unsigned)m->operand)),
                  ck->c->places[m->operand].address);
          break;
        }
      switch (ck->stmt->symbol && m->sym.len ? ck->stmt->symbol (ck->stmt, m->sym.p, m->sym.len)
                                             : AVOW_SYMBOL_UNKNOWN)
        {
        case AVOW_SYMBOL_CONST: case AVOW_SYMBOL_FUNCTION: case AVOW_SYMBOL_NORETURN:
        case AVOW_SYMBOL_DEFINED: return;
        case AVOW_SYMBOL_VARIABLE: known = true; break;
        default: break;
        }
      report (ck, m, said, avow_symbol_text (ck, m), !known);
      break;
    case AVOW_REACH_SEGMENT: break; /* thread or processor data */
    default:
      if (avow_cover (ck->c, m, false) == AVOW_UNCOVERED)
        report (ck, m, said, "at a computed address", false);
      else
        avow_undecided (ck, AVOW_REASON_MEMORY_COVER, m->item, NULL);
    }
}

/* A system call that is handed a pointer to const reads what it points to.  */
static void
judge_system_call (struct avow_check *ck)
{
  if (!ck->s->system_call || ck->s->orders)
    return;
  for (unsigned k = ck->stmt->n_outputs; k < ck->stmt->n_operands; k++)
    {
      const struct avow_operand *op = &ck->stmt->operands[k];
      if (avow_handed_address (ck->c, k) <= 0 || !op->reach_const || op->object_const)
        continue;
      enum avow_cover cover = avow_cover_pointer (ck->c, k, false);
      if (cover == AVOW_COVERED || avow_cover_pointer (ck->c, k, true) == AVOW_COVERED)
        continue;
      if (cover == AVOW_COVER_UNKNOWN)
        {
          avow_undecided (ck, AVOW_REASON_MEMORY_COVER, ck->s->system_item, NULL);
          continue;
        }
      struct avow_finding *f = avow_find (
          ck, AVOW_RULE_MEMORY_READ, AVOW_DEFECT, ck->s->system_item, "memory",
          "%s is handed a pointer in %s, which no input operand covers, and \"memory\" is not in the clobber list",
          avow_item_text (ck, ck->s->system_item), avow_operand_text (ck, k));
      avow_fix (ck, f, "add an input operand \"m\" for the object, or \"memory\" to the clobber list");
      avow_edit (f, AVOW_EDIT_CLOBBER, -1, "memory");
    }
}

void
avow_rule_MEMORY_READ (struct avow_check *ck)
{
  uint64_t said = 0;
  if (ck->c->memory)
    return;
  for (unsigned i = 0; i < ck->s->n_mem; i++)
    if (ck->s->mem[i].role & (AVOW_ROLE_R | AVOW_ROLE_RCOND)
        && !(ck->s->mem[i].role & AVOW_ROLE_ADDR))
      judge (ck, &ck->s->mem[i], &said);
  judge_system_call (ck);
}
