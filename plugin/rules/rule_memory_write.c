/* rule_memory_write.c - memory-write: a store that no output operand covers, without
   "memory".  Stores to an input-only memory operand itself are input-modified's.  */
#include "cover.h"

static void
report (struct avow_check *ck, uint32_t item, const char *what)
{
  struct avow_finding *f
      = avow_find (ck, AVOW_RULE_MEMORY_WRITE, AVOW_DEFECT, item, "memory",
                   "%s stores to memory %s, which no output operand covers, and \"memory\" is not "
                   "in the clobber list",
                   avow_item_text (ck, item), what);
  avow_fix (ck, f, "add \"memory\" to the clobber list, or an output operand \"=m\" for the object");
  avow_edit (f, AVOW_EDIT_CLOBBER, -1, "memory");
}

static const char *
where (struct avow_check *ck, const struct avow_reached *m)
{
  switch (m->reach)
    {
    case AVOW_REACH_OPERAND:
      return avow_printf (ck->arena, "outside %s", avow_operand_text (ck, (unsigned)m->operand));
    case AVOW_REACH_POINTER:
      if (m->operand >= 0)
        return avow_printf (ck->arena, "through %s", avow_operand_text (ck, (unsigned)m->operand));
      return avow_printf (ck->arena, "through '%s'", avow_loc_name (ck->c, m->loc, ck->arena));
    case AVOW_REACH_SYMBOL:
      return avow_symbol_text (ck, m);
    default: return "at an address";
    }
}

static void
judge (struct avow_check *ck, const struct avow_reached *m, uint64_t *said)
{
  if (m->faultable || avow_is_stack_fence (m))
    return; /* memory that C code does not touch directly: a kernel's user space */
  if (avow_outside_object (ck->c, m))
    return; /* memory-size's */
  if (m->reach == AVOW_REACH_OPERAND && (m->bit_string || avow_within_operand (ck->c, m)))
    return;
  if (m->reach == AVOW_REACH_STACK)
    {
      if (!m->off_known || m->off >= 0)
        avow_undecided (ck, AVOW_REASON_MEMORY_COVER, m->item, NULL);
      return;
    }
  switch (avow_cover (ck->c, m, true))
    {
    case AVOW_UNCOVERED:
      if (avow_first_said (m, said))
        report (ck, m->item, where (ck, m));
      break;
    case AVOW_COVER_UNKNOWN: avow_undecided (ck, AVOW_REASON_MEMORY_COVER, m->item, NULL); break;
    default: break;
    }
}

/* A system call that is handed a pointer may fill what it points to.  */
static void
judge_system_call (struct avow_check *ck)
{
  if (!ck->s->system_call)
    return;
  for (unsigned k = ck->stmt->n_outputs; k < ck->stmt->n_operands; k++)
    if (ck->stmt->operands[k].type == AVOW_TYPE_POINTER && !avow_is_memory_operand (ck->c, k)
        && !(ck->stmt->operands[k].const_known && !ck->stmt->operands[k].const_value))
      {
        /* What the call fills may be declared precisely: "=m" (*p) beside "S" (p).  */
        struct avow_reached m = { .reach = AVOW_REACH_POINTER, .operand = (int16_t)k };
        enum avow_cover cover = avow_cover (ck->c, &m, true);
        if (cover == AVOW_COVERED)
          continue;
        if (cover == AVOW_COVER_UNKNOWN)
          {
            avow_undecided (ck, AVOW_REASON_MEMORY_COVER, ck->s->system_item, NULL);
            continue;
          }
        struct avow_finding *f = avow_find (
            ck, AVOW_RULE_MEMORY_WRITE, AVOW_DEFECT, ck->s->system_item, "memory",
            "%s is handed a pointer in %s, and \"memory\" is not in the clobber list",
            avow_item_text (ck, ck->s->system_item), avow_operand_text (ck, k));
        avow_fix (ck, f, "add \"memory\" to the clobber list");
        avow_edit (f, AVOW_EDIT_CLOBBER, -1, "memory");
        return;
      }
}

void
avow_rule_MEMORY_WRITE (struct avow_check *ck)
{
  uint64_t said = 0;
  if (ck->c->memory)
    return;
  for (unsigned i = 0; i < ck->s->n_mem; i++)
    if (ck->s->mem[i].role & (AVOW_ROLE_W | AVOW_ROLE_WCOND))
      judge (ck, &ck->s->mem[i], &said);
  judge_system_call (ck);
}
