/* rule_memory_order.c - memory-order: an instruction that is there to order memory accesses, or to change
   who sees memory or which memory is seen, without "memory".  The processor keeps the order; the
   compiler, which was not told, moves loads and stores across the statement and keeps values
   in registers over it (GCC manual, "Extended Asm", Clobbers: "memory").

   Only where ordering is what the statement is for: an atomic operation on a declared operand is
   a relaxed atomic, a fence before or behind rdtsc orders the clock, and a cache line that a memory
   operand names is ordered by that operand.  */
#include "cover.h"

static void
report (struct avow_check *ck, enum avow_kind kind, uint32_t item, const char *what)
{
  struct avow_finding *f = avow_find (
      ck, AVOW_RULE_MEMORY_ORDER, kind, item, "memory",
      "%s %s, and \"memory\" is not in the clobber list: the compiler may move loads and stores across it",
      avow_item_text (ck, item), what);
  avow_fix (ck, f, "%s", avow_memory_text (ck));
  avow_edit_memory (ck, f);
}

/* Does the body access memory besides its own stack?  Then a fence orders that, and what goes on
   around the statement may be none of its business.  */
static bool
accesses_memory (const struct avow_summary *s)
{
  for (unsigned i = 0; i < s->n_mem; i++)
    if (s->mem[i].reach != AVOW_REACH_STACK && !(s->mem[i].role & AVOW_ROLE_ADDR))
      return true;
  return false;
}

static void
fence (struct avow_check *ck)
{
  const struct avow_summary *s = ck->s;
  if (!s->fences || s->props & ISA_NONDET) /* (it orders the clock) */
    return;
  bool alone = !accesses_memory (s);
  report (ck, alone ? AVOW_DEFECT : AVOW_FRAGILE, s->fence_item,
          alone ? "is a fence" : "is a fence, also for what is around the statement");
}

/* "lock; addl $0, (%rsp)": a full fence for processors without mfence, or faster than it.  */
static void
locked_stack (struct avow_check *ck)
{
  for (unsigned i = 0; i < ck->s->n_mem; i++)
    if (avow_is_stack_fence (&ck->s->mem[i]))
      report (ck, AVOW_DEFECT, ck->s->mem[i].item, "is a fence");
}

static void
cache_lines (struct avow_check *ck)
{
  for (unsigned i = 0; i < ck->s->n_mem; i++)
    {
      const struct avow_reached *m = &ck->s->mem[i];
      if (!(m->role & AVOW_ROLE_ADDR) || m->reach == AVOW_REACH_OPERAND || m->faultable
          || (ck->s->orders && m->item == ck->s->order_item))
        continue;
      struct avow_reached line = *m;
      line.extent = 1; /* (how much of the line is meant, nobody knows) */
      if (avow_cover (ck->c, &line, true) == AVOW_COVERED || avow_cover (ck->c, &line, false) == AVOW_COVERED)
        continue;
      if (avow_cover (ck->c, &line, false) == AVOW_COVER_UNKNOWN)
        avow_undecided (ck, AVOW_REASON_MEMORY_COVER, m->item, NULL);
      else
        report (ck, AVOW_DEFECT, m->item, "acts on a cache line that no memory operand names");
    }
}

/* Kernels do not let the compiler use the x87 registers, or a red zone.  */
static bool
is_kernel (const struct avow_check *ck)
{
  const struct avow_target *t = &ck->stmt->target;
  return t->kernel_model || (ck->c->arch->red_zone_bytes && !t->red_zone)
         || avow_is_absent (ck->c, ck->c->arch->isa->loc_st0);
}

void
avow_rule_MEMORY_ORDER (struct avow_check *ck)
{
  const struct avow_summary *s = ck->s;
  int msrs = avow_location (ck->c->arch, "msrs");
  if (ck->c->memory)
    return;
  fence (ck);
  locked_stack (ck);
  cache_lines (ck);
  if (s->orders && !(s->props & ISA_NONDET && !(s->props & ISA_SYSTEM)))
    report (ck, AVOW_DEFECT, s->order_item,
            "separates what the program does to memory before it from what it does after it");
  if (s->flags_loaded && is_kernel (ck))
    report (ck, AVOW_DEFECT, s->loaded_item, "may let interrupts in or keep them out");
  if (msrs >= 0 && s->fates[msrs].wrote)
    report (ck, AVOW_FRAGILE, s->fates[msrs].write_item,
            "changes the processor's state, perhaps also which memory is reached and by whom");
}
