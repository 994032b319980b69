/* unicity.c - which operands may have been given one register, and does it matter?

   GCC assumes that a statement reads all inputs before it writes any output, unless "&" says
   otherwise (GCC manual, "Constraint Modifier Characters").  Each write of an output marks the
   inputs that may live in the same register as damaged; each later use of a damaged one is a finding.
   A hard register that the statement does not declare may hold any operand: writing it
   damages those, until it is restored.  */
#include "step.h"

/* Could the compiler know that input J and the input that output K comes in with have one value?
   It then may give them one register, also when it learns of it only by inlining.  */
static bool
may_be_equal (const struct avow_contract *c, unsigned k, unsigned j)
{
  const struct avow_operand *a = &c->stmt->operands[k], *b = &c->stmt->operands[j];
  if (a->given)
    return true; /* their registers tell */
  if (a->value_id && a->value_id == b->value_id && a->value_off != b->value_off)
    return false;
  return a->size == b->size && (a->type == AVOW_TYPE_POINTER) == (b->type == AVOW_TYPE_POINTER);
}

/* Which operands may live in the register of output K?  */
static uint64_t
sharers (const struct avow_contract *c, unsigned k)
{
  uint64_t shares = 0;
  const struct avow_place *pk = &c->places[k];
  if (pk->early || locset_empty (&pk->regs))
    return 0;
  /* The register of a "+" operand holds its own input; another input shares it only
     when it has the same value.  */
  bool taken = avow_output_readable (c, k) || (pk->fixed && c->promises[pk->loc[0]].input >= 0);
  for (unsigned j = 0; j < c->stmt->n_operands; j++)
    {
      const struct avow_place *pj = &c->places[j];
      if (taken && !may_be_equal (c, k, j))
        continue;
      bool address = !taken && pj->kinds & AVOW_K_MEM && pk->kinds & AVOW_K_GPR && j != k
                     && locset_empty (&pj->regs) && avow_may_address (c, j, k);
      /* An input that is tied to another output lives in that one's register.  */
      bool input = j >= c->stmt->n_outputs && pj->tied < 0 && avow_may_share (c, k, j);
      if (address || input)
        shares |= (uint64_t)1 << j;
    }
  return shares;
}

void
avow_unicity_init (struct avow_run *r)
{
  for (unsigned k = 0; k < r->c->stmt->n_outputs; k++)
    r->shares[k] = sharers (r->c, k);
}

void
avow_run_note_sharing (struct avow_run *r, const struct avow_sharing *what)
{
  struct avow_summary *s = r->s;
  if (!r->record)
    return;
  for (unsigned i = 0; i < s->n_sharing; i++)
    if (s->sharing[i].output == what->output && s->sharing[i].hard == what->hard
        && s->sharing[i].input == what->input)
      {
        if (what->read_item < s->sharing[i].read_item) /* the first use is the one to name */
          s->sharing[i] = *what;
        return;
      }
  s->sharing = avow_grow (r->arena, s->sharing, s->n_sharing, &r->cap_sharing, sizeof *s->sharing);
  if (!s->sharing)
    {
      s->n_sharing = 0;
      r->ok = false;
      return;
    }
  s->sharing[s->n_sharing++] = *what;
}

bool
avow_run_is_copy_of (struct avow_value v, unsigned loc)
{
  return v.kind == AVOW_V_ENTRY && v.off == 0 && v.loc == loc;
}

/* A written hard register that operand J may have been given and that does not hold J's
   value (mov %1,%%ebx with %1 in ebx does no harm); -1 = none.  */
static int
clashing_register (const struct avow_run *r, unsigned j)
{
  const struct avow_place *pl = &r->c->places[j];
  if (pl->fixed || !pl->n_locs || !locset_meets (&pl->regs, &r->st->written))
    return -1;
  for (unsigned l = 0; l < r->c->n_hard; l++)
    if (locset_has (&pl->regs, l) && locset_has (&r->st->written, l)
        && !avow_run_is_copy_of (avow_cell (r->st, r->c, l)->val, pl->loc[0]))
      return (int)l;
  return -1;
}

/* The register that operand J was given is used now: what may have happened to it is put behind the use
   that is traced next.  */
void
avow_run_use_input (struct avow_run *r, unsigned j, bool address)
{
  int hard = clashing_register (r, j);
  for (unsigned k = 0; k < r->c->stmt->n_outputs; k++)
    if (r->st->damage[k] >> j & 1)
      avow_trace_pending (r, &(struct avow_sharing){ (int16_t)k, -1, (uint16_t)j, r->st->damage_item[k],
                                                     r->item, address });
  if (hard >= 0)
    avow_trace_pending (r, &(struct avow_sharing){ -1, (int16_t)hard, (uint16_t)j,
                                                   r->st->written_item, r->item, address });
}

void
avow_run_touch (struct avow_run *r, unsigned loc, uint64_t mask)
{
  int j = loc < r->c->n_locs ? r->c->promises[loc].input : -1;
  if (j >= 0 && !locset_empty (&r->c->places[j].regs) && avow_cell (r->st, r->c, loc)->own & mask)
    avow_run_use_input (r, (unsigned)j, false);
}

/* Output K's register now holds VAL: every input that may have been given the same
   register is gone, but for one whose own value this is.  */
void
avow_run_damage_inputs (struct avow_run *r, unsigned k, struct avow_value val)
{
  uint64_t hit = r->shares[k];
  if (val.kind == AVOW_V_ENTRY && val.off == 0 && val.loc < r->c->n_locs)
    {
      int j = r->c->promises[val.loc].input;
      if (j >= 0 && !locset_empty (&r->c->places[j].regs))
        hit &= ~((uint64_t)1 << j);
    }
  if (hit & ~r->st->damage[k])
    r->st->damage_item[k] = r->item;
  r->st->damage[k] |= hit;
}

/* The current instruction writes LOC as well (xchg %%ebx,%1 with %1 in ebx does nothing).  */
static bool
writes_too (const struct avow_run *r, unsigned loc)
{
  for (unsigned i = 0; i < r->e.n_acc; i++)
    if (r->e.acc[i].loc == loc && r->e.acc[i].role & (AVOW_ROLE_W | AVOW_ROLE_WCOND))
      return true;
  return false;
}

/* A hard register that nothing declares was written: an operand may have been given it,
   since the compiler does not know.  An output that was set before is lost now; an input is
   lost until the register is restored.  */
void
avow_run_write_undeclared (struct avow_run *r, unsigned loc)
{
  const struct avow_promise *p = &r->c->promises[loc];
  if (p->in || p->out || p->clobber)
    return;
  for (unsigned k = 0; k < r->c->stmt->n_outputs; k++)
    {
      const struct avow_place *pl = &r->c->places[k];
      if (!pl->fixed && pl->n_locs && pl->loc[0] >= r->c->n_hard && locset_has (&pl->regs, loc)
          && avow_cell (r->st, r->c, pl->loc[0])->def && !avow_run_is_copy_of (avow_cell (r->st, r->c, pl->loc[0])->val, loc)
          && !writes_too (r, pl->loc[0]))
        avow_run_note_sharing (r, &(struct avow_sharing){ -1, (int16_t)loc, (uint16_t)k, r->item,
                                                          r->item, false });
    }
  if (avow_cell (r->st, r->c, loc)->own == avow_loc_bytes (r->c, loc))
    locset_remove (&r->st->written, loc);
  else
    {
      locset_add (&r->st->written, loc);
      r->st->written_item = r->item;
    }
}
