/* exec.c - drive the abstract execution: blocks, joins, exits.

   States are kept at leaders (nodes that a branch, a table or an earlier block may
   lead to).  When every edge goes forward one pass in node order sees each leader complete, so
   that pass records the summary at once.  Otherwise blocks are executed until no
   leader changes, and then once more for the record.  What one instruction does
   to a state is in step.c.  */
#include "exec.h"

#include <string.h>

#include "state.h"
#include "step.h"

struct driver
{
  struct avow_run run;
  struct avow_state **at;  /* per node: state at a leader, or NULL */
  unsigned n_states;
  bool in_order;           /* one pass in node order, recording */
  bool changed;            /* some state at a leader changed */
  bool surprised;          /* an edge led where IN_ORDER or the leaders did not expect one */
  unsigned max_steps;
};

#define MAX_STATES 4096

/* ---- exits -------------------------------------------------------------------- */

/* The cell of LOC at exit, where st(i) counts from the top that the body leaves.  */
static unsigned
exit_cell_index (const struct driver *d, unsigned loc)
{
  return avow_run_cell_of (&d->run, loc, d->run.st->depth);
}

static const struct avow_cell *
exit_cell (struct driver *d, unsigned loc)
{
  return avow_cell (d->run.st, d->run.c, exit_cell_index (d, loc));
}

/* Location L holds an output: is it set on this path?  */
static void
exit_output (struct driver *d, unsigned l, bool complete)
{
  uint64_t need = d->run.c->promises[l].out;
  const struct avow_cell *cell = exit_cell (d, l);
  struct avow_fate *fate = &d->run.s->fates[l];
  int k = d->run.c->promises[l].output;
  avow_run_snapshot (&d->run, cell, l);
  avow_run_use_output (&d->run, exit_cell_index (d, l), need);
  if (k >= 0 && d->run.c->stmt->operands[k].unread)
    return; /* need not be set */
  if (!d->run.st->tainted && !d->run.st->fault)
    fate->maybe |= (cell->kept | (d->run.st->sure ? 0 : cell->kept_now)) & need;
  uint64_t miss = need & cell->own & ~cell->def;
  if (!miss || d->run.st->fault || d->run.st->tainted)
    return;
  if (!complete)
    {
      fate->unset_goto |= miss;
      return;
    }
  if (cell->def & need || cell->cond & need)
    fate->cond |= miss;
  else
    fate->unset |= miss;
}

/* An output must be written on every path that comes back to the compiled code
   behind the statement.  */
static void
exit_outputs (struct driver *d, bool complete)
{
  const struct avow_contract *c = d->run.c;
  for (unsigned k = 0; k < c->stmt->n_outputs; k++)
    for (unsigned i = 0; i < c->places[k].n_locs; i++)
      exit_output (d, c->places[k].loc[i], complete);
}

/* Nothing is declared about register L: what is left in it is meant for some other statement.  */
static bool
nobodys (const struct avow_contract *c, unsigned l)
{
  const struct avow_promise *p = &c->promises[l];
  return l < c->n_hard && !(p->in | p->out | p->clobber) && l != c->arch->isa->loc_flags
         && l != c->arch->isa->loc_sp;
}

/* The body gives something back: an output, or what it stores.  Then vector registers that nothing declares are taken for
   scratch, of which some elements may hold anything.  */
static bool
gives_result (const struct avow_run *r)
{
  bool result = r->c->stmt->n_outputs > 0;
  for (unsigned i = 0; i < r->s->n_mem; i++)
    result |= (r->s->mem[i].role & (AVOW_ROLE_W | AVOW_ROLE_WCOND)) != 0;
  return result;
}

static bool
is_vector (const struct avow_contract *c, unsigned l)
{
  uint8_t cls = c->arch->isa->locs[l].cls;
  return cls == AVOW_RC_VEC || cls == AVOW_RC_MM;
}

static void
exit_changes (struct driver *d)
{
  bool result = gives_result (&d->run);
  const struct avow_contract *c = d->run.c;
  struct avow_state *st = d->run.st;
  for (unsigned i = 0; i < st->touched->n; i++)
    {
      unsigned l = st->touched->cell[i];
      if (l >= c->n_locs)
        continue;
      const struct avow_cell *cell = avow_cell (st, c, l);
      d->run.s->fates[l].changed |= avow_loc_bytes (c, l) & ~avow_cell_kept (cell);
      if (nobodys (c, l) && !(result && is_vector (c, l)))
        avow_run_use_output (&d->run, l, avow_loc_bytes (c, l) & ~avow_cell_kept (cell));
    }
  for (int i = 0; i < -st->depth && i < 8; i++)
    d->run.s->fates[c->arch->isa->loc_st0 + i].changed = ~(uint64_t)0; /* popped */
}

static void
at_exit (struct driver *d, int32_t where)
{
  const struct avow_contract *c = d->run.c;
  if (where == AVOW_TO_EXIT && c->stmt->no_return)
    return; /* so the compiler was told */
  avow_run_machine_exit (&d->run);
  d->run.s->any_exit = true;
  struct avow_event *e = avow_trace_event (&d->run);
  if (e)
    e->exit = true;
  d->run.s->tainted |= d->run.st->tainted;
  exit_changes (d);
  for (unsigned i = 0; i < d->run.st->n_slots; i++)
    if (!avow_is_stack_base (c, d->run.st->slots[i].base))
      avow_run_escape (&d->run, d->run.st->slots[i].val);
  exit_outputs (d, where == AVOW_TO_EXIT);
  avow_run_overwritten_outputs (&d->run);
  avow_run_stack_exit (&d->run);
}

/* ---- edges --------------------------------------------------------------------- */

/* The state at NODE, made when it is the first to lead there; NULL when there are too many.  */
static struct avow_state *
state_at (struct driver *d, int32_t node)
{
  struct avow_run *r = &d->run;
  if (d->at[node])
    return d->at[node];
  if (d->n_states++ >= MAX_STATES)
    {
      avow_run_gap (r, AVOW_REASON_TOO_LARGE);
      return NULL;
    }
  d->at[node] = avow_state_new (r->c, &r->touched, r->arena);
  r->ok &= d->at[node] != NULL;
  return d->at[node];
}

/* Values may lead where no label stands (a return), and back.  */
static void
expect (struct driver *d, int32_t node)
{
  if (!d->run.f->nodes[node].leader)
    {
      d->run.f->nodes[node].leader = true;
      d->surprised = true;
    }
  d->surprised |= d->in_order && node <= d->run.node;
}

/* What a state knows of the memory that the body has written.  */
struct stored
{
  struct avow_slot slots[AVOW_MAX_SLOTS];
  unsigned n;
  struct avow_cell objects[AVOW_MAX_OPERANDS]; /* of the outputs that are memory */
};

/* The location of output K when it is memory, or AVOW_NO_LOC.  */
static unsigned
memory_output (const struct avow_contract *c, unsigned k)
{
  const struct avow_place *pl = &c->places[k];
  return pl->n_locs == 1 && locset_empty (&pl->regs) && !pl->is_flag ? pl->loc[0] : AVOW_NO_LOC;
}

static void
note_stored (struct avow_run *r, struct avow_state *s, struct stored *was)
{
  was->n = s->live ? s->n_slots : 0;
  memcpy (was->slots, s->slots, was->n * sizeof *was->slots);
  for (unsigned k = 0; k < r->c->stmt->n_outputs; k++)
    if (memory_output (r->c, k) != AVOW_NO_LOC)
      was->objects[k] = s->live ? *avow_cell (s, r->c, memory_output (r->c, k)) : (struct avow_cell){ 0 };
}

/* The value that CELL of memory had on one path is, on that path, what it ends with.  */
static void
escape_object (struct avow_run *r, const struct avow_cell *cell, struct avow_state *now, unsigned loc)
{
  const struct avow_value *a = &cell->val, *b = &avow_cell (now, r->c, loc)->val;
  bool own = a->kind == AVOW_V_ENTRY && a->loc == loc;
  if (avow_from_entry (*a) && !own
      && (a->kind != b->kind || a->loc != b->loc || a->off != b->off || a->width != b->width))
    avow_run_maybe_escape (r, *a);
}

/* Memory keeps what either path stored there, also where the joined state NOW cannot say what it is.  */
static void
escape_joined (struct avow_run *r, struct avow_state *now, const struct stored *was)
{
  avow_run_escape_lost (r, was->slots, was->n, now, NULL);
  avow_run_escape_lost (r, r->st->slots, r->st->n_slots, now, NULL);
  for (unsigned k = 0; k < r->c->stmt->n_outputs; k++)
    {
      unsigned loc = memory_output (r->c, k);
      if (loc == AVOW_NO_LOC)
        continue;
      escape_object (r, &was->objects[k], now, loc);
      escape_object (r, avow_cell (r->st, r->c, loc), now, loc);
    }
}

static void
join_at (struct driver *d, int32_t node)
{
  struct avow_run *r = &d->run;
  struct avow_state *to = state_at (d, node);
  if (!to)
    return;
  bool mismatch = false;
  struct stored was = { .n = 0 };
  if (r->record)
    note_stored (r, to, &was);
  if (avow_state_join (to, r->st, r->c, &mismatch))
    d->changed = to->dirty = true;
  if (r->record)
    escape_joined (r, to, &was);
  if (mismatch)
    avow_run_gap (r, AVOW_REASON_X87_STACK);
}

static void
flow_to (struct driver *d, int32_t where)
{
  if (where >= 0)
    {
      expect (d, where);
      join_at (d, where);
      avow_trace_edge (&d->run, where);
    }
  else if (where == AVOW_TO_OUT || where == AVOW_TO_UNKNOWN)
    avow_run_leave (&d->run);
  else if (where != AVOW_TO_NOWHERE && d->run.record)
    at_exit (d, where);
}

/* The edge of an exception table or an alternative: it leaves before the instruction.  */
static void
table_edge (struct driver *d, const struct avow_edge *e)
{
  struct avow_state *st = d->run.st;
  bool old = st->fault;
  if (e->kind == AVOW_EDGE_FAULT)
    {
      d->run.faultable = st->fault = true;
      d->run.how = AVOW_LEAVE_FAULT;
    }
  else
    d->run.how = AVOW_LEAVE_COMPUTED;
  flow_to (d, e->to);
  st->fault = old;
}

static void
table_edges (struct driver *d, int32_t node)
{
  const struct avow_flow *f = d->run.f;
  d->run.faultable = false;
  d->run.node = node;
  d->run.item = f->nodes[node].item;
  d->run.flow = ISA_NEXT;
  if (f->nodes[node].edge >= 0)
    avow_trace_event (&d->run);
  for (int32_t i = f->nodes[node].edge; i >= 0; i = f->edges[i].next)
    table_edge (d, &f->edges[i]);
}

/* A conditional branch: false when control does not go on behind it.  On either way the condition tells of
   the flags.  */
static bool
branch (struct driver *d)
{
  struct avow_run *r = &d->run;
  struct avow_state *st = r->st;
  struct avow_known_flags before = st->flags;
  if (r->taken != 0)
    {
      st->sure = avow_run_assume (r, r->e.cc, true);
      flow_to (d, r->target);
      st->sure = false;
      st->flags = before;
    }
  if (r->taken != 1 && avow_run_assume (r, r->e.cc, false))
    avow_kept_written (st);
  return r->taken != 1;
}

/* Leave NODE after its instruction; true when control falls on to *NEXT.  */
static bool
leave (struct driver *d, int32_t node, int32_t *next)
{
  struct avow_run *r = &d->run;
  switch (r->flow)
    {
    case ISA_TRAP:
      return false;
    case ISA_JMP: case ISA_RET: case ISA_SYSRET:
      flow_to (d, r->target);
      return false;
    case ISA_CALL:
      if (!avow_leads_on (r->target))
        break; /* comes back */
      flow_to (d, r->target);
      return false;
    case ISA_JCC:
      r->s->branches |= r->taken != 0 && r->taken != 1;
      if (branch (d))
        break;
      return false;
    default:
      break;
    }
  *next = r->f->nodes[node].next;
  if (*next >= 0)
    return true;
  r->how = AVOW_LEAVE_FALL;
  flow_to (d, *next);
  return false;
}

/* ---- blocks --------------------------------------------------------------------- */

/* Execute from NODE until control leaves by other ways than falling on to a node that is
   no leader.  */
static void
run_block (struct driver *d, int32_t node)
{
  struct avow_run *r = &d->run;
  bool first = true;
  avow_trace_block (r, node);
  while (r->ok)
    {
      struct avow_node *n = &r->f->nodes[node];
      if (!first && n->leader)
        {
          join_at (d, node);
          avow_trace_edge (r, node);
          return;
        }
      first = false;
      if (r->s->steps++ > d->max_steps)
        {
          avow_run_gap (r, AVOW_REASON_TOO_LARGE);
          r->out_of_budget = true;
          return;
        }
      n->reached = true;
      table_edges (d, node);
      avow_run_step (r, node);
      int32_t next;
      if (!leave (d, node, &next))
        return;
      node = next;
    }
}

/* One pass over the leaders in node order: those whose state changed, or all of them.  */
static void
pass (struct driver *d, bool all)
{
  d->changed = false;
  for (unsigned i = 0; i < d->run.f->n_nodes && d->run.ok && !d->run.out_of_budget; i++)
    {
      struct avow_state *s = d->at[i];
      if (!s || !s->live || !(all || s->dirty))
        continue;
      s->dirty = false;
      avow_state_copy (d->run.st, s, d->run.c);
      run_block (d, (int32_t)i);
    }
}

/* ---- the whole body ------------------------------------------------------------- */

static bool
enter (struct driver *d)
{
  const struct avow_flow *f = d->run.f;
  memset (d->at, 0, (f->n_nodes + 1) * sizeof *d->at);
  for (unsigned i = 0; i < f->n_nodes; i++)
    d->run.trace.block_of[i] = -1;
  d->n_states = 0;
  avow_state_enter (d->run.st, d->run.c);
  /* Text that was not understood may have done anything.  */
  d->run.st->tainted = d->run.body->n_gaps > 0;
  f->nodes[f->entry].leader = true;
  d->run.node = -1;
  join_at (d, f->entry);
  return d->run.ok;
}

/* Forget what was recorded.  */
static void
start_over (struct driver *d, unsigned n_gaps)
{
  struct avow_summary *s = d->run.s, old = *s;
  memset (s, 0, sizeof *s);
  s->c = old.c;
  s->body = old.body;
  s->steps = old.steps;
  s->section_left = old.section_left;
  s->section_named = old.section_named;
  s->fates = old.fates;
  memset (s->fates, 0, s->c->n_locs * sizeof *s->fates);
  struct avow_trace *t = &d->run.trace;
  t->n_events = t->n_uses = t->n_defs = t->n_edges = t->n_blocks = t->n_pending = 0;
  d->run.cap_mem = d->run.cap_sharing = d->run.cap_leaves = d->run.cap_moved = d->run.cap_calls = 0;
  d->run.body->n_gaps = n_gaps;
  d->surprised = d->in_order = false;
}

/* All states leaders may have, then the record.  A leader that turns up late was run over before.  */
static void
run_to_fixpoint (struct driver *d)
{
  d->in_order = d->run.record = false;
  if (!enter (d))
    return;
  do
    {
      bool again = d->surprised;
      d->surprised = false;
      pass (d, again);
    }
  while ((d->changed || d->surprised) && d->run.ok && !d->run.out_of_budget);
  d->run.record = true;
  if (d->run.ok && !d->run.out_of_budget)
    pass (d, true);
}

bool
avow_exec (struct avow_summary *s, const struct avow_contract *c, struct avow_body *body,
           const struct avow_flow *f, unsigned max_steps, struct avow_arena *arena)
{
  memset (s, 0, sizeof *s);
  s->c = c;
  s->body = body;
  s->tables = f->n_edges > 0;
  s->section_left = f->section_left;
  s->section_named = f->section_named;
  s->fates = avow_calloc (arena, c->n_locs, sizeof *s->fates);
  struct driver d;
  memset (&d, 0, sizeof d);
  d.max_steps = max_steps;
  d.at = avow_calloc (arena, f->n_nodes + 1, sizeof *d.at);
  if (!avow_run_init (&d.run, s, c, body, f, arena) || !s->fates || !d.at)
    return false;
  unsigned n_gaps = body->n_gaps;
  if (f->entry < 0)
    {
      avow_state_enter (d.run.st, c);
      d.run.st->tainted = n_gaps > 0;
      d.run.record = true;
      at_exit (&d, AVOW_TO_EXIT);
      return d.run.ok;
    }
  if (f->in_order)
    {
      d.in_order = d.run.record = true;
      if (enter (&d))
        pass (&d, true);
      if (d.surprised)
        start_over (&d, n_gaps);
    }
  if (!d.in_order)
    run_to_fixpoint (&d);
  if (d.run.ok)
    avow_live_resolve (&d.run, d.in_order, max_steps);
  return d.run.ok;
}
