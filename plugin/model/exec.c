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
  bool changed;
  unsigned max_steps;
};

#define MAX_STATES 4096

/* ---- exits -------------------------------------------------------------------- */

/* The cell that is st(I) at exit.  */
static const struct avow_cell *
exit_cell (const struct driver *d, unsigned loc)
{
  const struct avow_contract *c = d->run.c;
  if (loc < c->n_hard && c->arch->isa->locs[loc].cls == AVOW_RC_ST)
    return &d->run.st->cells[avow_x87_cell (c, d->run.st->depth,
                                            (int)loc - c->arch->isa->loc_st0)];
  return &d->run.st->cells[loc];
}

/* An output must be written on every path that comes back to the compiled code
   behind the statement.  */
static void
exit_outputs (struct driver *d, bool complete)
{
  const struct avow_contract *c = d->run.c;
  for (unsigned l = 0; l < c->n_locs; l++)
    {
      uint64_t need = c->promises[l].out;
      if (!need)
        continue;
      const struct avow_cell *cell = exit_cell (d, l);
      struct avow_fate *fate = &d->run.s->fates[l];
      avow_run_snapshot (&d->run, cell, l);
      uint64_t miss = need & cell->own & ~cell->def;
      if (!miss || !complete || d->run.st->fault || d->run.st->tainted)
        continue;
      if (cell->def & need || cell->cond & need)
        fate->cond |= miss;
      else
        fate->unset |= miss;
    }
}

static void
exit_changes (struct driver *d)
{
  const struct avow_contract *c = d->run.c;
  for (unsigned l = 0; l < c->n_locs; l++)
    {
      const struct avow_cell *cell = &d->run.st->cells[l];
      uint64_t all = avow_loc_bytes (c, l);
      if (l < c->n_hard && c->arch->isa->locs[l].cls == AVOW_RC_ST
          && (int)l - c->arch->isa->loc_st0 < -d->run.st->depth)
        d->run.s->fates[l].changed |= all; /* popped */
      d->run.s->fates[l].changed |= (all & ~cell->own) | cell->cond;
    }
}

static void
at_exit (struct driver *d, int32_t where)
{
  const struct avow_contract *c = d->run.c;
  d->run.s->any_exit = true;
  d->run.s->x87_exit = d->run.st->depth;
  exit_changes (d);
  for (unsigned i = 0; i < d->run.st->n_slots; i++)
    if (d->run.st->slots[i].base != c->arch->isa->loc_sp)
      avow_run_escape (&d->run, d->run.st->slots[i].val);
  exit_outputs (d, where == AVOW_TO_EXIT);
  const struct avow_cell *sp = &d->run.st->cells[c->arch->isa->loc_sp];
  if (sp->own != avow_loc_bytes (c, c->arch->isa->loc_sp))
    avow_run_gap (&d->run, sp->val.kind == AVOW_V_ENTRY ? AVOW_REASON_STACK_UNBALANCED
                                                        : AVOW_REASON_STACK_LOST);
}

/* ---- edges --------------------------------------------------------------------- */

static void
join_at (struct driver *d, int32_t node, bool fault)
{
  struct avow_run *r = &d->run;
  if (!d->at[node])
    {
      if (d->n_states++ >= MAX_STATES)
        {
          avow_run_gap (r, AVOW_REASON_TOO_LARGE);
          return;
        }
      d->at[node] = avow_state_new (r->c, r->arena);
      if (!d->at[node])
        {
          r->ok = false;
          return;
        }
    }
  bool mismatch = false, old = r->st->fault;
  r->st->fault |= fault;
  d->changed |= avow_state_join (d->at[node], r->st, r->c, &mismatch);
  r->st->fault = old;
  if (mismatch)
    avow_run_gap (r, AVOW_REASON_X87_STACK);
}

static void
flow_to (struct driver *d, int32_t where)
{
  if (where >= 0)
    join_at (d, where, false);
  else if (where == AVOW_TO_OUT)
    avow_run_gap (&d->run, AVOW_REASON_JUMP_OUT);
  else if (where != AVOW_TO_NOWHERE && d->run.record)
    at_exit (d, where);
}

static void
table_edges (struct driver *d, int32_t node)
{
  const struct avow_flow *f = d->run.f;
  d->run.faultable = false;
  for (unsigned i = 0; i < f->n_edges; i++)
    if (f->edges[i].from == node)
      {
        bool fault = f->edges[i].kind == AVOW_EDGE_FAULT;
        d->run.faultable |= fault;
        if (f->edges[i].to >= 0)
          join_at (d, f->edges[i].to, fault);
        else if (!fault)
          flow_to (d, f->edges[i].to);
      }
}

/* Leave NODE after its instruction; true when control falls on to *NEXT.  */
static bool
leave (struct driver *d, int32_t node, int32_t *next)
{
  struct avow_run *r = &d->run;
  const struct avow_node *n = &r->f->nodes[node];
  switch (r->flow)
    {
    case ISA_JCC:
      flow_to (d, r->target);
      break;
    case ISA_JMP:
      flow_to (d, r->target);
      return false;
    case ISA_CALL:
      if (r->target >= 0)
        {
          flow_to (d, r->target);
          return false;
        }
      break;
    case ISA_RET:
      avow_run_gap (r, AVOW_REASON_RETURN);
      return false;
    case ISA_SYSRET:
      avow_run_gap (r, AVOW_REASON_JUMP_OUT);
      return false;
    case ISA_TRAP:
      return false;
    default:
      break;
    }
  *next = n->next;
  if (n->next < 0)
    {
      flow_to (d, n->next);
      return false;
    }
  return true;
}

/* ---- blocks --------------------------------------------------------------------- */

/* Execute from NODE until control leaves by other ways than falling on to a node that is
   no leader.  */
static void
run_block (struct driver *d, int32_t node)
{
  struct avow_run *r = &d->run;
  bool first = true;
  while (r->ok)
    {
      struct avow_node *n = &r->f->nodes[node];
      if (!first && n->leader)
        {
          join_at (d, node, false);
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
      if (r->f->n_edges)
        table_edges (d, node);
      avow_run_step (r, n->item);
      int32_t next;
      if (!leave (d, node, &next))
        return;
      node = next;
    }
}

static void
run_leader (struct driver *d, int32_t node)
{
  avow_state_copy (d->run.st, d->at[node], d->run.c);
  run_block (d, node);
}

/* One pass over all leaders in node order.  */
static void
pass (struct driver *d)
{
  d->changed = false;
  for (unsigned i = 0; i < d->run.f->n_nodes && d->run.ok && !d->run.out_of_budget; i++)
    if (d->at[i] && d->at[i]->live)
      run_leader (d, (int32_t)i);
}

bool
avow_exec (struct avow_summary *s, const struct avow_contract *c, struct avow_body *body,
           const struct avow_flow *f, unsigned max_steps, struct avow_arena *arena)
{
  memset (s, 0, sizeof *s);
  s->c = c;
  s->body = body;
  s->fates = avow_calloc (arena, c->n_locs, sizeof *s->fates);
  struct driver d;
  memset (&d, 0, sizeof d);
  d.max_steps = max_steps;
  d.at = avow_calloc (arena, f->n_nodes + 1, sizeof *d.at);
  if (!avow_run_init (&d.run, s, c, body, f, arena) || !s->fates || !d.at)
    return false;
  avow_state_enter (d.run.st, c);
  d.run.st->tainted = body->n_gaps > 0; /* text that was not understood may have done anything */
  if (f->entry < 0)
    {
      d.run.record = true;
      at_exit (&d, AVOW_TO_EXIT);
      return d.run.ok;
    }
  d.run.record = f->in_order;
  if (f->in_order && !f->n_labels && !f->n_edges)
    {
      run_block (&d, f->entry); /* straight-line code: most statements */
      return d.run.ok;
    }
  f->nodes[f->entry].leader = true;
  join_at (&d, f->entry, false);
  do
    pass (&d);
  while (!f->in_order && d.changed && d.run.ok && !d.run.out_of_budget);
  if (!f->in_order && !d.run.out_of_budget)
    {
      d.run.record = true;
      pass (&d);
    }
  return d.run.ok;
}
