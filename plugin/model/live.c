/* live.c - backward: which bytes matter, and so which reads are reads.

   Three masks go backward for each cell.
     live   bytes that some output, store, address or decision depends on
     owed   of these, bytes of which the use could not tell whose value it was (paths with different
            values had met); then the copy that made it answers for it
     keep   bytes that must be right on exit, which besides the live ones are those of registers that the
            statement must leave as they were
   A use that computes something counts against the entry values in it when its result is live; one that only
   copies, when the copy is owed.  Sharing a register does harm when the result is in keep.  Masks
   only grow, so passes over the blocks end.  */
#include "step.h"
#include "trace.h"

#include <string.h>

struct mask
{
  uint64_t live, owed, keep;
};

struct backward
{
  struct avow_run *r;
  struct avow_trace *t;
  const struct avow_touched *touched;
  struct mask *cur;       /* per touched cell */
  struct mask *made;      /* per def of the current event: what is wanted of it */
  unsigned steps, max_steps;
  bool count;             /* the masks are complete: say what counts */
};

static bool
any (struct mask m)
{
  return m.live | m.keep;
}

static void
add_mask (struct mask *to, struct mask m)
{
  to->live |= m.live;
  to->owed |= m.owed;
  to->keep |= m.keep;
}

/* ---- from results to sources ----------------------------------------------------- */

static unsigned
first_byte (uint64_t mask)
{
  unsigned n = 0;
  while (n < 63 && !(mask >> n & 1))
    n++;
  return n;
}

/* The bytes of use U that matter when the bytes WANTED of result D do.  */
static uint64_t
source_bytes (const struct avow_use *u, const struct avow_def *d, uint64_t wanted)
{
  uint64_t rel = wanted >> first_byte (d->mask), all = u->mask >> first_byte (u->mask);
  unsigned n = first_byte (~all);
  unsigned width = first_byte (~(d->mask >> first_byte (d->mask)));
  if (!wanted)
    return 0;
  switch (u->depend)
    {
    case AVOW_DEP_SIGN:
      if (rel & ~all)
        rel |= all & ~(all >> 1);
      break;
    case AVOW_DEP_CARRY:
      rel = avow_up_to_highest (rel);
      break;
    case AVOW_DEP_LANES:
      /* (movhlps writes 8 bytes, of a register of 16) */
      rel = avow_lanes_source (&u->lanes, width < 16 && n < 16 ? 8 : 16, rel);
      break;
    case AVOW_DEP_PLACE: return wanted & u->mask & ~u->moot;
    case AVOW_DEP_SHIFT:
    case AVOW_DEP_SAR:
    case AVOW_DEP_TURN:
      rel = avow_shifted_from (rel, u->shift, n,
                               u->depend == AVOW_DEP_TURN  ? AVOW_AROUND
                               : u->depend == AVOW_DEP_SAR ? AVOW_SIGN
                                                           : AVOW_DROP);
      break;
    case AVOW_DEP_SWAP: rel = avow_swapped_from (rel, n); break;
    default:
      break;
    }
  return (rel & all) << first_byte (u->mask) & ~u->moot;
}

/* What matters of use U of event E.  */
static struct mask
demand (const struct backward *b, const struct avow_event *e, const struct avow_use *u)
{
  const struct avow_def *defs = &b->t->defs[e->first_def];
  uint64_t mask = u->mask & ~u->moot;
  struct mask m = { 0, 0, 0 }, all = { mask, 0, mask };
  unsigned flags = b->r->c->arch->isa->loc_flags;
  if (u->depend == AVOW_DEP_ALWAYS || (e->effect && u->depend != AVOW_DEP_NOTHING))
    return all;
  for (unsigned i = 0; i < e->n_defs; i++)
    {
      struct mask w = b->made[i];
      if (defs[i].cell == flags || (u->depend == AVOW_DEP_ANY && any (w)))
        {
          m.live |= w.live ? mask : 0;
          m.owed |= w.owed ? mask : 0;
          m.keep |= w.keep ? mask : 0;
        }
      else if (defs[i].op == u->into && u->depend != AVOW_DEP_NOTHING && u->depend != AVOW_DEP_ANY)
        {
          m.live |= source_bytes (u, &defs[i], w.live);
          m.owed |= source_bytes (u, &defs[i], w.owed);
          m.keep |= source_bytes (u, &defs[i], w.keep);
        }
    }
  return m;
}

/* ---- what counts --------------------------------------------------------------------- */

/* Use U of event E matters as WANTED says.  */
static void
count (struct backward *b, const struct avow_event *e, const struct avow_use *u, struct mask wanted)
{
  struct avow_run *r = b->r;
  uint64_t m = u->flags & AVOW_USE_COPY ? wanted.owed : wanted.live;
  r->item = e->item;
  r->conditional_read = u->flags & AVOW_USE_MAYBE;
  if (any (wanted))
    for (unsigned i = 0; i < u->n_pending; i++)
      avow_run_note_sharing (r, &b->t->pending[u->first_pending + i]);
  if (u->flags & (AVOW_USE_TAINTED | AVOW_USE_SILENT))
    return;
  if (u->cell != AVOW_NO_CELL)
    {
      avow_run_note_read (r, u->cell, m & u->own);
      if (u->depend != AVOW_DEP_ANY && u->cell < r->c->n_locs)
        r->s->fates[u->cell].exact_read |= m & u->own;
    }
  if (u->kept & m && u->cell < r->c->n_locs)
    {
      r->s->fates[u->cell].maybe |= u->kept & m;
      if (u->cell == r->c->arch->isa->loc_flags)
        r->s->fates[u->cell].maybe_item = e->item;
    }
  avow_run_note_value (r, u->val, m & ~u->own);
}

/* ---- one event -------------------------------------------------------------------- */

static struct mask *
mask_of (const struct backward *b, unsigned cell)
{
  return &b->cur[b->touched->index[cell] - 1];
}

static void
everything (struct backward *b)
{
  for (unsigned i = 0; i < b->touched->n; i++)
    b->cur[i].live = b->cur[i].keep = ~(uint64_t)0;
}

/* Bytes of CELL that the compiler expects to find as they were, or set.  */
static uint64_t
expected (const struct avow_contract *c, unsigned cell)
{
  return cell < c->n_locs ? ~c->promises[cell].clobber : 0;
}

static void
take_results (struct backward *b, const struct avow_event *e)
{
  const struct avow_def *d = &b->t->defs[e->first_def];
  for (unsigned i = 0; i < e->n_defs; i++, d++)
    {
      const struct mask *m = mask_of (b, d->cell);
      b->made[i] = (struct mask){ m->live & d->mask, m->owed & d->mask, m->keep & d->mask };
    }
  d = &b->t->defs[e->first_def];
  for (unsigned i = 0; i < e->n_defs; i++, d++)
    if (!d->cond)
      {
        struct mask *m = mask_of (b, d->cell);
        m->live &= ~d->mask;
        m->owed &= ~d->mask;
        m->keep &= ~d->mask;
      }
}

static void
give_sources (struct backward *b, const struct avow_event *e)
{
  for (unsigned i = e->n_uses; i-- > 0;)
    {
      const struct avow_use *u = &b->t->uses[e->first_use + i];
      struct mask m = demand (b, e, u);
      if (b->count)
        count (b, e, u, m);
      if (u->cell == AVOW_NO_CELL)
        continue;
      bool known = u->val.kind != AVOW_V_UNKNOWN;
      m.owed = u->flags & AVOW_USE_COPY ? m.owed : m.live;
      m.owed &= known ? ~avow_bytes (u->span) : ~(uint64_t)0;
      m.keep |= m.live;
      add_mask (mask_of (b, u->cell), m);
    }
}

static void
event (struct backward *b, const struct avow_event *e)
{
  if (e->hands_over)
    everything (b);
  for (unsigned i = 0; e->exit && i < b->touched->n; i++)
    b->cur[i].keep |= expected (b->r->c, b->touched->cell[i]);
  take_results (b, e);
  give_sources (b, e);
  if (e->hands_over)
    everything (b);
}

/* ---- blocks ------------------------------------------------------------------------ */

static void
join_successor (struct backward *b, int32_t node)
{
  int32_t k = b->t->block_of[node];
  const struct mask *in = k >= 0 ? (const struct mask *)b->t->blocks[k].in : NULL;
  for (unsigned i = 0; in && i < b->touched->n; i++)
    add_mask (&b->cur[i], in[i]);
}

/* Go over block K; true when what is wanted at its start grew.  */
static bool
block (struct backward *b, unsigned k)
{
  struct avow_trace_block *bl = &b->t->blocks[k];
  size_t size = b->touched->n * sizeof *b->cur;
  memset (b->cur, 0, size);
  for (uint32_t i = bl->first + bl->n; i-- > bl->first;)
    {
      const struct avow_event *e = &b->t->events[i];
      for (unsigned n = 0; n < e->n_edges; n++)
        join_successor (b, b->t->edges[e->first_edge + n]);
      event (b, e);
    }
  b->steps += bl->n + 1;
  if (!bl->in)
    bl->in = avow_calloc (b->r->arena, b->touched->n + 1, sizeof *b->cur);
  if (!bl->in)
    return b->r->ok = false;
  if (!memcmp (bl->in, b->cur, size))
    return false;
  memcpy (bl->in, b->cur, size);
  return true;
}

/* One pass over all blocks, the last first: is anything new?  */
static bool
pass (struct backward *b)
{
  bool changed = false;
  for (unsigned k = b->t->n_blocks; k-- > 0 && b->r->ok;)
    changed |= block (b, k);
  return changed;
}

static void
to_fixpoint (struct backward *b)
{
  while (pass (b) && b->r->ok)
    if (b->steps > b->max_steps)
      {
        avow_run_gap (b->r, AVOW_REASON_TOO_LARGE);
        return;
      }
}

void
avow_live_resolve (struct avow_run *r, bool in_order, unsigned max_steps)
{
  struct avow_trace *t = &r->trace;
  struct backward b = { .r = r, .t = t, .touched = r->st->touched, .max_steps = max_steps };
  unsigned most = 1;
  for (uint32_t i = 0; i < t->n_events; i++)
    if (t->events[i].n_defs > most)
      most = t->events[i].n_defs;
  b.cur = avow_alloc_raw (r->arena, (b.touched->n + 1) * sizeof *b.cur);
  b.made = avow_alloc_raw (r->arena, most * sizeof *b.made);
  if (!b.cur || !b.made)
    {
      r->ok = false;
      return;
    }
  if (!in_order) /* else one pass meets every block after all that follow it */
    to_fixpoint (&b);
  b.count = true;
  pass (&b);
}
