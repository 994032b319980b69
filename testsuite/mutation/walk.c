/* walk.c - run a body with numbers instead of abstract values (walk.h).  */
#include "walk_parts.h"

#include <string.h>

#define MAX_STEPS 3000

/* ---- the path ---------------------------------------------------------------------------- */

static int32_t
branch_target (const struct walk *w, const struct insn *in)
{
  const struct avow_optext *t = in->e.n_ops ? in->e.ops[in->e.n_ops - 1].text : NULL;

  return t && !t->indirect ? avow_flow_target (w->f, w->c, t, in->item) : AVOW_TO_OUT;
}

#define MAX_CALLS 16

struct path
{
  int32_t node;
  int32_t returns[MAX_CALLS];
  unsigned n_returns;
};

static void
go_on (struct walk *w, const struct insn *in, struct path *p)
{
  int32_t next = w->f->nodes[p->node].next;
  unsigned visits = ++w->visits[p->node];

  switch (in->e.row->flow)
    {
    case ISA_JCC:
      if (visits > 4 ? visits & 1 : walk_mix (walk_mix (in->hash, visits), 5) & 1)
        next = branch_target (w, in);
      break;
    case ISA_JMP: next = branch_target (w, in); break;
    case ISA_CALL:
      if (p->n_returns == MAX_CALLS)
        next = AVOW_TO_NOWHERE;
      else
        {
          p->returns[p->n_returns++] = next;
          next = branch_target (w, in);
        }
      break;
    case ISA_RET: next = p->n_returns ? p->returns[--p->n_returns] : AVOW_TO_OUT; break;
    case ISA_TRAP:
    case ISA_SYSRET: next = AVOW_TO_NOWHERE; break;
    default: break;
    }
  p->node = next;
}

/* Exceptions and patched alternatives: now and then.  */
static void
take_edge (struct walk *w, struct path *p)
{
  for (unsigned i = 0; i < w->f->n_edges; i++)
    if (w->f->edges[i].from == p->node
        && (walk_mix (walk_mix (w->seed, i), w->visits[p->node]) & 3) == 0)
      {
        p->node = w->f->edges[i].to;
        return;
      }
}

static void
enter_operand (struct walk *w, unsigned k)
{
  const struct avow_place *pl = &w->c->places[k];
  const struct avow_operand *op = &w->c->stmt->operands[k];

  if ((int)k == w->numberless || op->is_output || pl->n_locs != 1
      || (!op->value_id && !op->const_known) || pl->kinds & AVOW_K_VEC)
    return;
  walk_put_number (walk_cell (w, pl->loc[0], 0), walk_operand_number (w, k),
                   op->size && op->size < 8 ? (unsigned)op->size : 8);
}

static void
enter (struct walk *w)
{
  const struct avow_contract *c = w->c;
  uint64_t sp = c->arch->ptr_bytes == 4 ? 0x7ff01000 : UINT64_C (0x7fff00001000);

  for (unsigned l = 0; l < c->n_locs; l++)
    for (unsigned i = 0; i < 64; i++)
      w->reg[l][i] = (uint8_t)walk_mix (walk_mix (w->seed, l), i);
  if (w->copy_from >= 0)
    memcpy (w->reg[w->copy_from], w->reg[w->copy_to], sizeof *w->reg);
  for (unsigned k = 0; k < c->stmt->n_operands; k++)
    enter_operand (w, k);
  if (w->numberless >= 0 && w->copy_from >= 0)
    memcpy (w->reg[w->copy_from], w->reg[w->copy_to], sizeof *w->reg);
  walk_put_number (w->reg[c->arch->isa->loc_sp], sp, 8);
  if (w->twist_loc >= 0)
    for (unsigned i = 0; i < 64; i++)
      if (w->twist_mask >> i & 1)
        walk_cell (w, (unsigned)w->twist_loc, 0)[i] ^= (uint8_t)(walk_mix (w->seed, 4000 + i) | 1);
  w->flags = walk_mix (w->seed, 3) & c->arch->status_flags;
  if (w->twist_loc == c->arch->isa->loc_flags)
    w->flags ^= w->twist_mask & c->arch->status_flags;
  w->entry_flags = w->flags;
  memcpy (w->entry, w->reg, c->n_locs * sizeof *w->reg);
}

bool
walk_init (struct walk *w, const struct avow_contract *c, const struct avow_body *body,
           const struct avow_flow *f, struct avow_arena *arena)
{
  memset (w, 0, sizeof *w);
  w->c = c;
  w->body = body;
  w->f = f;
  w->reg = avow_calloc (arena, c->n_locs, sizeof *w->reg);
  w->entry = avow_calloc (arena, c->n_locs, sizeof *w->entry);
  w->first_write = avow_calloc (arena, c->n_locs, sizeof *w->first_write);
  w->visits = avow_calloc (arena, f->n_nodes + 1, sizeof *w->visits);
  w->twist_loc = w->alias_from = w->alias_to = w->copy_from = w->copy_to = w->numberless = -1;
  return w->reg && w->entry && w->first_write && w->visits;
}

bool
walk_run (struct walk *w)
{
  struct path p = { .node = w->f->entry };
  struct insn in;

  w->lost = w->system_call = false;
  w->n_accesses = w->n_memory = w->props = w->top = w->steps = 0;
  w->x87_depth = w->x87_peak = 0;
  memset (w->memory, 0, sizeof w->memory);
  memset (w->first_write, 0, w->c->n_locs * sizeof *w->first_write);
  memset (w->visits, 0, w->f->n_nodes * sizeof *w->visits);
  enter (w);
  while (p.node >= 0 && w->steps < MAX_STEPS)
    {
      w->steps++;
      take_edge (w, &p);
      in.item = w->f->nodes[p.node].item;
      in.it = &w->body->items[in.item];
      if (!walk_step (w, &in))
        {
          w->lost = true;
          break;
        }
      go_on (w, &in, &p);
    }
  w->exit = p.node;
  return !w->lost && (p.node == AVOW_TO_EXIT || p.node <= AVOW_TO_LABEL0);
}

/* ---- what is seen of it ---------------------------------------------------------------------- */

static uint64_t
observe_output (const struct walk *w, unsigned k)
{
  const struct avow_place *pl = &w->c->places[k];
  const struct avow_operand *op = &w->c->stmt->operands[k];
  unsigned n = op->size && op->size < 64 ? (unsigned)op->size : 64;
  uint64_t h = k;

  if (pl->is_flag)
    return walk_mix (h, w->flags & pl->flag_mask);
  for (unsigned i = 0; i < pl->n_locs; i++)
    {
      unsigned width = avow_loc_width (w->c, pl->loc[i]);
      h = walk_mix_bytes (h, walk_cell ((struct walk *)w, pl->loc[i], w->top),
                          n < width ? n : width);
    }
  return h;
}

uint64_t
walk_observe (const struct walk *w)
{
  uint64_t h = (uint64_t)(int64_t)w->exit, memory = 0;
  uint64_t sp = walk_number (w->entry[w->c->arch->isa->loc_sp], w->c->arch->ptr_bytes);

  for (unsigned k = 0; k < w->c->stmt->n_outputs; k++)
    if (!(w->c->places[k].kinds == AVOW_K_MEM))
      h = walk_mix (h, observe_output (w, k));
  for (unsigned i = 0; i < WALK_MEMORY; i++)
    if (w->memory[i].state == 2 && sp - w->memory[i].address > 0x10000)
      memory += walk_mix (w->memory[i].address, w->memory[i].value);
  return walk_mix (h, memory);
}

bool
walk_memory_changed (const struct walk *w, uint64_t address, uint64_t size)
{
  for (unsigned i = 0; i < WALK_MEMORY; i++)
    if (w->memory[i].state == 2 && w->memory[i].value != w->memory[i].first
        && w->memory[i].address - address < size)
      return true;
  return false;
}

uint64_t
walk_changed (const struct walk *w, unsigned loc)
{
  unsigned width = avow_loc_width (w->c, loc);
  const uint8_t *now = walk_cell ((struct walk *)w, loc, w->top), *before = w->entry[loc];
  uint64_t mask = 0;

  if (loc == w->c->arch->isa->loc_flags)
    return w->flags ^ w->entry_flags;
  for (unsigned i = 0; i < width && i < 64; i++)
    mask |= (uint64_t)(now[i] != before[i]) << i;
  return mask;
}
