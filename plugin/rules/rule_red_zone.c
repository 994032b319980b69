/* rule_red_zone.c - red-zone: a write below the entry stack pointer, where the ABI gives the compiler
   128 bytes for the locals of functions that call nobody (System V ABI for AMD64, 3.2.2).

   "memory" does not help: those locals are often never addressed.  A body that first moves the stack
   pointer down by the size of the zone only writes below it.  */
#include "rules.h"

/* May the SIZE bytes that access M touches lie in the zone?  An access that the body aligned
   downwards may lie anywhere below its upper bound.  */
static bool
in_zone (const struct avow_check *ck, const struct avow_reached *m)
{
  int64_t zone = -(int64_t)ck->c->arch->red_zone_bytes;
  if (!m->off_known)
    return true;
  return m->off + m->top < 0 && m->off + m->top + (int64_t)m->size > zone;
}

/* The eight-byte words below the stack pointer that the body writes, bit 0 for the highest; 0 = not
   known.  */
static uint64_t
words_written (const struct avow_check *ck)
{
  uint64_t words = 0;
  for (unsigned i = 0; i < ck->s->n_mem; i++)
    {
      const struct avow_reached *m = &ck->s->mem[i];
      if (m->reach != AVOW_REACH_STACK || !(m->role & (AVOW_ROLE_W | AVOW_ROLE_WCOND)) || !in_zone (ck, m))
        continue;
      if (!m->off_known || !m->size || m->repeated)
        return 0;
      for (int64_t at = m->off; at < m->off + (int64_t)m->size && at < 0; at++)
        if (at >= -64 * 8)
          words |= (uint64_t)1 << ((-at - 1) / 8);
    }
  return words;
}

static void
report (struct avow_check *ck, const struct avow_reached *m)
{
  struct avow_finding *f = avow_find (
      ck, AVOW_RULE_RED_ZONE, AVOW_DEFECT, m->item, "red zone",
      "%s writes below the stack pointer, where the compiler may keep variables of this function (the red zone)",
      avow_item_text (ck, m->item));
  avow_bytes_changed (f, words_written (ck));
  avow_fix (ck, f, "move the stack pointer out of the way first (lea -%u(%%rsp),%%rsp, and back at the end), use no stack, or "
                   "compile with -mno-red-zone; from GCC 15 on a clobber \"redzone\" says it",
            (unsigned)ck->c->arch->red_zone_bytes);
  avow_edit (f, AVOW_EDIT_REDZONE, -1, NULL);
}

void
avow_rule_RED_ZONE (struct avow_check *ck)
{
  const struct avow_contract *c = ck->c;
  if (!ck->stmt->target.red_zone || c->redzone || !c->arch->red_zone_bytes)
    return;
  for (unsigned i = 0; i < ck->s->n_mem; i++)
    {
      const struct avow_reached *m = &ck->s->mem[i];
      if (m->reach != AVOW_REACH_STACK || m->no_change
          || !(m->role & (AVOW_ROLE_W | AVOW_ROLE_WCOND)) || !in_zone (ck, m))
        continue;
      if (m->off_known)
        report (ck, m);
      else
        avow_undecided (ck, AVOW_REASON_RED_ZONE, m->item, NULL);
      return; /* one move of the stack pointer mends all */
    }
}
