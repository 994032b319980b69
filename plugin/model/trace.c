/* trace.c - the events that the recording pass writes.  */
#include "trace.h"

#include "step.h"

/* Room for one more element in ARRAY of the trace.  */
#define ROOM(r, t, array)                                                                          \
  ((t)->array = avow_grow ((r)->arena, (t)->array, (t)->n_##array, &(t)->cap_##array,              \
                           sizeof *(t)->array),                                                    \
   (t)->array ? true : ((r)->ok = false, (t)->n_##array = 0, (t)->n_events = 0, false))

bool
avow_trace_init (struct avow_run *r, unsigned n)
{
  struct avow_trace *t = &r->trace;
  t->cap_events = n + n / 8 + 4;
  t->cap_uses = 3 * (size_t)n + 8;
  t->cap_defs = 2 * (size_t)n + 8;
  t->block_of = avow_alloc_raw (r->arena, (n + 1) * sizeof *t->block_of);
  t->events = avow_alloc_raw (r->arena, t->cap_events * sizeof *t->events);
  t->uses = avow_alloc_raw (r->arena, t->cap_uses * sizeof *t->uses);
  t->defs = avow_alloc_raw (r->arena, t->cap_defs * sizeof *t->defs);
  return t->block_of && t->events && t->uses && t->defs;
}

struct avow_event *
avow_trace_current (struct avow_run *r)
{
  struct avow_trace *t = &r->trace;
  return r->record && t->n_events ? &t->events[t->n_events - 1] : NULL;
}

void
avow_trace_block (struct avow_run *r, int32_t node)
{
  struct avow_trace *t = &r->trace;
  if (!r->record || !ROOM (r, t, blocks))
    return;
  t->block_of[node] = (int32_t)t->n_blocks;
  t->blocks[t->n_blocks++] = (struct avow_trace_block){ t->n_events, 0, NULL };
}

struct avow_event *
avow_trace_event (struct avow_run *r)
{
  struct avow_trace *t = &r->trace;
  if (!r->record || !ROOM (r, t, events))
    return NULL;
  struct avow_event *e = &t->events[t->n_events++];
  *e = (struct avow_event){ .item = r->item, .first_use = t->n_uses, .first_def = t->n_defs,
                            .first_edge = t->n_edges };
  if (t->n_blocks)
    t->blocks[t->n_blocks - 1].n++;
  return e;
}

void
avow_trace_pending (struct avow_run *r, const struct avow_sharing *sharing)
{
  struct avow_trace *t = &r->trace;
  if (r->record && ROOM (r, t, pending))
    t->pending[t->n_pending++] = *sharing;
}

void
avow_trace_use (struct avow_run *r, const struct avow_use *u)
{
  struct avow_trace *t = &r->trace;
  struct avow_event *e = avow_trace_current (r);
  if (!e || !ROOM (r, t, uses))
    return;
  t->uses[t->n_uses++] = *u;
  e->n_uses++;
}

void
avow_trace_def (struct avow_run *r, unsigned cell, uint64_t mask, bool cond, int op)
{
  struct avow_trace *t = &r->trace;
  struct avow_event *e = avow_trace_current (r);
  if (!e || !ROOM (r, t, defs))
    return;
  t->defs[t->n_defs++] = (struct avow_def){ (uint16_t)cell, (int8_t)op, cond, mask };
  e->n_defs++;
}

void
avow_trace_edge (struct avow_run *r, int32_t node)
{
  struct avow_trace *t = &r->trace;
  struct avow_event *e = avow_trace_current (r);
  if (!e || !ROOM (r, t, edges))
    return;
  t->edges[t->n_edges++] = node;
  e->n_edges++;
}
