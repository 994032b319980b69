/* extent.c - which bytes of an operand's memory a template touches.

   A load or store that nothing declares is best declared by a memory operand of just its bytes: "memory" makes the
   compiler forget all that it knows.  That needs the extent of every access to that memory, not only of the
   one that is reported.  */
#include "cover.h"

#define MOST 65536 /* bytes: what is larger is an array, and "memory" says it better */

/* Is M an access to the memory of operand K that is to be declared?  */
static bool
concerns (const struct avow_check *ck, const struct avow_reached *m, unsigned k)
{
  bool reads = m->role & (AVOW_ROLE_R | AVOW_ROLE_RCOND), writes = m->role & (AVOW_ROLE_W | AVOW_ROLE_WCOND);
  if (m->operand != (int)k || (!writes && (!reads || m->own_store)))
    return false;
  if (m->reach == AVOW_REACH_OPERAND)
    return !avow_within_operand (ck->c, m);
  return m->reach == AVOW_REACH_POINTER || m->reach == AVOW_REACH_SYMBOL;
}

static bool
is_known (const struct avow_reached *m)
{
  return m->off_known && m->extent && m->extent <= MOST && m->off >= -MOST && m->off <= MOST && !m->bit_string
         && !m->faultable && !(m->role & AVOW_ROLE_ADDR);
}

/* E grows by access M.  */
static void
add (struct avow_extent *e, const struct avow_reached *m)
{
  int64_t end = e->size ? e->from + (int64_t)e->size : m->off, m_end = m->off + (int64_t)m->extent;
  e->from = e->size && e->from < m->off ? e->from : m->off;
  e->size = (uint64_t)((end > m_end ? end : m_end) - e->from);
  e->read |= (m->role & (AVOW_ROLE_R | AVOW_ROLE_RCOND)) && !m->own_store;
  e->written |= (m->role & (AVOW_ROLE_W | AVOW_ROLE_WCOND)) != 0;
}

/* Is every byte of E written whatever happens?  Of an extent of more than 64 bytes only when one store does it.  */
static bool
is_whole (const struct avow_check *ck, unsigned k, const struct avow_extent *e)
{
  uint64_t sure = 0;
  for (unsigned i = 0; i < ck->s->n_mem; i++)
    {
      const struct avow_reached *m = &ck->s->mem[i];
      if (!concerns (ck, m, k) || !(m->role & AVOW_ROLE_W) || m->conditional)
        continue;
      if (m->off == e->from && m->extent == e->size)
        return true;
      if (e->size <= 64)
        sure |= avow_bytes (m->extent) << (m->off - e->from);
    }
  return e->size <= 64 && sure == avow_bytes (e->size);
}

bool
avow_extent (const struct avow_check *ck, unsigned k, struct avow_extent *e)
{
  *e = (struct avow_extent){ 0 };
  for (unsigned i = 0; i < ck->s->n_mem; i++)
    if (concerns (ck, &ck->s->mem[i], k))
      {
        if (!is_known (&ck->s->mem[i]))
          return false;
        add (e, &ck->s->mem[i]);
      }
  if (e->written && !is_whole (ck, k, e))
    e->read = true; /* what is left as it was */
  return e->size && e->size <= MOST;
}

void
avow_edit_reached (struct avow_check *ck, struct avow_finding *f, const struct avow_reached *m, bool writes)
{
  struct avow_extent e;
  if (!f || f->n_edits)
    return;
  if (writes)
    avow_edit_memory (ck, f);
  else
    avow_edit (f, AVOW_EDIT_CLOBBER, -1, "memory");
  if (m->operand < 0 || !avow_extent (ck, (unsigned)m->operand, &e))
    return;
  f->edits[0].kind = AVOW_EDIT_MEMORY;
  f->edits[0].operand = m->operand;
  f->edits[0].extent = e;
}
