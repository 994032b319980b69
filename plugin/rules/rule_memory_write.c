/* rule_memory_write.c - memory-write: a store that no output operand covers, without
   "memory".  Stores to an input-only memory operand itself are input-modified's.  */
#include "cover.h"

static void
report (struct avow_check *ck, const struct avow_reached *m, const char *what)
{
  struct avow_finding *f
      = avow_find (ck, AVOW_RULE_MEMORY_WRITE, AVOW_DEFECT, m->item, "memory",
                   "%s stores to memory %s, which no output operand covers, and \"memory\" is not "
                   "in the clobber list",
                   avow_item_text (ck, m->item), what);
  avow_bytes_accessed (f, m);
  avow_fix (ck, f, "%s, or an output operand \"=m\" for the object", avow_memory_text (ck));
  avow_edit_reached (ck, f, m, true);
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
  if (avow_is_foreign (ck->c, m) || m->own_data || avow_is_stack_fence (m) || avow_is_shadow_stack (ck->c, m)
      || avow_names_operand (ck->c, m, true))
    return;
  if (avow_outside_object (ck->c, m) || avow_overrun (ck->c, m, true) >= 0)
    return; /* memory-size's */
  if (m->reach == AVOW_REACH_OPERAND && (m->bit_string || avow_within_operand (ck->c, m)))
    return;
  if (m->reach == AVOW_REACH_STACK)
    {
      if (!m->off_known || m->off + m->top >= 0)
        avow_undecided (ck, AVOW_REASON_MEMORY_COVER, m->item, NULL);
      return;
    }
  switch (avow_cover (ck->c, m, true))
    {
    case AVOW_UNCOVERED:
      if (avow_first_said (m, said))
        report (ck, m, where (ck, m));
      break;
    case AVOW_COVER_UNKNOWN: avow_undecided (ck, AVOW_REASON_MEMORY_COVER, m->item, NULL); break;
    default: break;
    }
}

/* A system call that is handed a pointer may fill what it points to.  If that is declared, as written, the
   promise is kept; as read only, then who knows which call it is.  */
static void
judge_handed (struct avow_check *ck, unsigned k)
{
  uint32_t item = ck->s->system_item;
  enum avow_cover cover = avow_cover_pointer (ck->c, k, true);
  if (cover == AVOW_COVERED)
    return;
  if (cover == AVOW_COVER_UNKNOWN || avow_cover_pointer (ck->c, k, false) == AVOW_COVERED)
    {
      avow_undecided (ck, AVOW_REASON_MEMORY_COVER, item, NULL);
      return;
    }
  struct avow_finding *f
      = avow_find (ck, AVOW_RULE_MEMORY_WRITE, AVOW_DEFECT, item, "memory",
                   "%s is handed a pointer in %s, and \"memory\" is not in the clobber list",
                   avow_item_text (ck, item), avow_operand_text (ck, k));
  avow_fix (ck, f, "%s", avow_memory_text (ck));
  avow_edit_memory (ck, f);
}

/* When none of the arguments is known to be a pointer, but some integer could be one, nothing can be said: the
   statement is the general way to make any system call.  */
static void
judge_system_call (struct avow_check *ck)
{
  bool pointers = false, perhaps = false;
  if (!ck->s->system_call || ck->s->orders) /* (memory-order speaks of hypercalls) */
    return;
  for (unsigned k = ck->stmt->n_outputs; k < ck->stmt->n_operands; k++)
    {
      int address = avow_handed_address (ck->c, k);
      pointers |= address > 0;
      perhaps |= address < 0;
      const struct avow_operand *op = &ck->stmt->operands[k];
      if (address > 0 && !op->reach_const && !op->object_const)
        judge_handed (ck, k);
    }
  if (perhaps && !pointers)
    avow_undecided (ck, AVOW_REASON_MEMORY_COVER, ck->s->system_item, NULL);
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
