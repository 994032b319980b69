/* rule_volatile_missing.c - volatile-missing: a statement with outputs whose result changes
   from run to run, or that does more than compute them, is not volatile: the
   compiler may delete it, merge two of them, or move it out of a loop.

   "memory" does not keep it: GCC deletes a statement with a "memory" clobber when nobody uses its outputs
   (tree-ssa-dce.c, mark_stmt_if_obviously_necessary).  A memory output does, as long as somebody may read the object.  */
#include "cover.h"

/* The operands through which the body loads what it stored itself, a bit each, and one for all others: that may be room for
   its own work, which nobody misses.  */
static uint64_t
scratch (const struct avow_check *ck)
{
  uint64_t seen = 0;
  for (unsigned i = 0; i < ck->s->n_mem; i++)
    if (ck->s->mem[i].own_store && ck->s->mem[i].reach != AVOW_REACH_STACK)
      avow_first_said (&ck->s->mem[i], &seen);
  return seen;
}

/* Is access M a store, or the end of a cache line, that only "memory" declares, and not into ROOM?  */
static bool
acts_elsewhere (const struct avow_check *ck, const struct avow_reached *m, uint64_t room)
{
  if (!(m->role & (AVOW_ROLE_W | AVOW_ROLE_WCOND | AVOW_ROLE_ADDR)) || m->no_change || m->own_data
      || m->reach == AVOW_REACH_STACK || avow_names_operand (ck->c, m, true))
    return false;
  if (m->reach == AVOW_REACH_OPERAND && ck->stmt->operands[m->operand].is_volatile)
    return false;
  return avow_cover (ck->c, m, true) == AVOW_UNCOVERED && avow_first_said (m, &room);
}

/* What the statement does to memory, or to its order, by "memory" alone; without "memory" these are the
   business of memory-write and memory-order, whose repair makes it volatile as well.  */
static const char *
effect_on_memory (const struct avow_check *ck, uint32_t *item)
{
  const struct avow_summary *s = ck->s;
  if (!ck->c->memory)
    return NULL;
  *item = s->order_item;
  if (s->orders)
    return "orders memory accesses";
  *item = s->fence_item;
  if (s->fences)
    return "is a fence";
  uint64_t room = scratch (ck);
  for (unsigned i = 0; i < s->n_mem; i++)
    if (acts_elsewhere (ck, &s->mem[i], room))
      {
        *item = s->mem[i].item;
        return s->mem[i].role & AVOW_ROLE_ADDR ? "acts on a cache line that is no output"
                                               : "stores to memory that is no output";
      }
  return NULL;
}

static const char *
effect (const struct avow_check *ck, uint32_t *item)
{
  const struct avow_summary *s = ck->s;
  *item = s->system_item;
  if (s->system_call)
    return "enters the system";
  *item = s->effect_item;
  if (s->props & ISA_IO)
    return "does I/O";
  *item = s->priv_item;
  if (s->props & ISA_PRIV)
    return "reads or changes system state";
  *item = s->nondet_item;
  if (s->props & ISA_NONDET)
    return "gives another result each time";
  return effect_on_memory (ck, item);
}

void
avow_rule_VOLATILE_MISSING (struct avow_check *ck)
{
  uint32_t item;
  if (ck->stmt->is_volatile || !ck->stmt->n_outputs)
    return;
  const char *why = effect (ck, &item);
  if (!why)
    return;
  struct avow_finding *f
      = avow_find (ck, AVOW_RULE_VOLATILE_MISSING, AVOW_DEFECT, item, "volatile",
                   "%s %s, but the statement is not volatile: it may be deleted, merged or moved",
                   avow_item_text (ck, item), why);
  avow_fix (ck, f, "write 'asm volatile'");
  avow_edit (f, AVOW_EDIT_VOLATILE, -1, NULL);
}
