/* unicity.c - which operands may have been given one register, and does it matter?

   GCC assumes that a statement reads all inputs before it writes any output, unless "&" says
   otherwise (GCC manual, "Constraint Modifier Characters").  Each write of an output marks the
   inputs that may live in the same register as damaged; each later use of a damaged one is a finding.
   A hard register that the statement does not declare may hold any operand: writing it
   damages those, until it is restored.  */
#include "step.h"

/* The operand whose value location LOC of output K comes in with, or NULL.  */
static const struct avow_operand *
incoming (const struct avow_contract *c, unsigned k, unsigned loc)
{
  const struct avow_operand *ops = c->stmt->operands;
  if (ops[k].constraint[0] == '+')
    return &ops[k];
  for (unsigned i = c->stmt->n_outputs; i < c->stmt->n_operands; i++)
    if (c->places[i].tied == (int)k)
      return &ops[i];
  int i = c->places[k].fixed ? c->promises[loc].input : -1;
  return i >= 0 ? &ops[i] : avow_output_readable (c, k) ? &ops[k] : NULL;
}

enum equality { DIFFERENT, PERHAPS_EQUAL, EQUAL };

/* Could the compiler know that operand B has the value A?  It then may give them one
   register, also when it learns of it only by inlining.  */
static enum equality
compare (const struct avow_operand *a, const struct avow_operand *b)
{
  if (a->given)
    return EQUAL; /* their registers tell */
  if (a->value_id && a->value_id == b->value_id)
    return a->value_off == b->value_off ? EQUAL : DIFFERENT;
  bool alike = a->size == b->size && (a->type == AVOW_TYPE_POINTER) == (b->type == AVOW_TYPE_POINTER);
  return alike ? PERHAPS_EQUAL : DIFFERENT;
}

/* The registers that location LOC of output K may be.  */
static struct avow_locset
registers_at (const struct avow_contract *c, unsigned k, unsigned loc)
{
  struct avow_locset one = { { 0 } };
  if (loc >= c->n_hard)
    return c->places[k].regs;
  locset_add (&one, loc);
  return one;
}

/* May operand J, in a register of its own, be given one of REGS, those of output K?  */
static bool
input_may_share (const struct avow_contract *c, unsigned k, unsigned j, const struct avow_locset *regs)
{
  /* An input that is tied to another output lives in that one's register.  */
  return j >= c->stmt->n_outputs && c->places[j].tied < 0 && avow_may_share (c, k, j)
         && locset_meets (&c->places[j].regs, regs);
}

/* May the address of memory operand J use one of the registers of output K?  */
static bool
address_may_share (const struct avow_contract *c, unsigned k, unsigned j)
{
  return j != k && c->places[j].kinds & AVOW_K_MEM && c->places[k].kinds & AVOW_K_GPR
         && locset_empty (&c->places[j].regs) && avow_may_address (c, j, k);
}

/* Which operands may live in the register of output K at LOC?  ("&" forbids it; whether it has to is asked all
   the same, see avow_run_note_sharing.)  */
static struct avow_damage
sharers (const struct avow_contract *c, unsigned k, unsigned loc)
{
  struct avow_damage d = { 0, 0, 0, 0, 0 };
  const struct avow_operand *ops = c->stmt->operands, *own = incoming (c, k, loc);
  struct avow_locset regs = registers_at (c, k, loc);
  if (locset_empty (&c->places[k].regs))
    return d;
  for (unsigned j = 0; j < c->stmt->n_operands; j++)
    {
      uint64_t bit = (uint64_t)1 << j;
      if (address_may_share (c, k, j))
        /* The register of a "+" operand holds its own input, which may be what the address is formed from.  */
        d.any |= !own || own->given || (own->value_id && own->value_id == ops[j].value_id) ? bit : 0;
      else if (input_may_share (c, k, j, &regs))
        {
          enum equality eq = own ? compare (own, &ops[j]) : EQUAL;
          d.any |= eq == EQUAL ? bit : 0;
          d.equal |= eq == PERHAPS_EQUAL ? bit : 0;
        }
    }
  return d;
}

void
avow_unicity_init (struct avow_run *r)
{
  for (unsigned k = 0; k < r->c->stmt->n_outputs; k++)
    for (unsigned i = 0; i < r->c->places[k].n_locs; i++)
      {
        struct avow_damage d = r->shares[2 * k + i] = sharers (r->c, k, r->c->places[k].loc[i]);
        if (d.any)
          r->s->may_share |= (uint64_t)1 << k;
      }
}

void
avow_run_note_sharing (struct avow_run *r, const struct avow_sharing *what)
{
  struct avow_summary *s = r->s;
  if (!r->record)
    return;
  if (what->output >= 0 && r->c->places[what->output].early)
    {
      s->early_needed |= (uint64_t)1 << what->output;
      return;
    }
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

/* May operand J, or its address (ADDRESS), live in hard register L?  */
static bool
may_live_in (const struct avow_run *r, unsigned j, bool address, unsigned l)
{
  if (address && locset_empty (&r->c->places[j].regs))
    return avow_address_in (r->c, j, l);
  return locset_has (&r->c->places[j].regs, l);
}

/* A written hard register that operand J may have been given and that does not hold J's
   value (mov %1,%%ebx with %1 in ebx does no harm); -1 = none.  */
static int
clashing_register (const struct avow_run *r, unsigned j, bool address)
{
  const struct avow_place *pl = &r->c->places[j];
  if (pl->fixed || locset_empty (&r->st->written))
    return -1;
  for (unsigned l = 0; l < r->c->n_hard; l++)
    if (locset_has (&r->st->written, l) && may_live_in (r, j, address, l)
        && !(pl->n_locs && avow_run_is_copy_of (avow_cell (r->st, r->c, l)->val, pl->loc[0])))
      return (int)l;
  return -1;
}

/* The register that operand J was given is used now: what may have happened to it is put behind the use
   that is traced next.  */
void
avow_run_use_input (struct avow_run *r, unsigned j, bool address)
{
  struct avow_sharing s = { .input = (uint16_t)j, .read_item = r->item, .address = address, .hard = -1 };
  for (unsigned k = 0; k < r->c->stmt->n_outputs; k++)
    {
      const struct avow_damage *d = &r->st->damage[k];
      s.output = (int16_t)k;
      s.write_item = d->item;
      s.equal = !(d->any >> j & 1);
      if ((d->any | d->equal) >> j & 1)
        avow_trace_pending (r, &s);
    }
  int hard = clashing_register (r, j, address);
  s.output = -1;
  s.hard = (int16_t)hard;
  s.write_item = r->st->written_item;
  s.equal = false;
  if (hard >= 0)
    avow_trace_pending (r, &s);
}

void
avow_run_touch (struct avow_run *r, unsigned loc, uint64_t mask)
{
  int j = loc < r->c->n_locs ? r->c->promises[loc].input : -1;
  if (j >= 0 && !locset_empty (&r->c->places[j].regs) && avow_cell (r->st, r->c, loc)->own & mask)
    avow_run_use_input (r, (unsigned)j, false);
}

/* Location LOC of an output now holds VAL: every operand that may have been given the same
   register is gone, but for one whose own value this is.  */
void
avow_run_damage_inputs (struct avow_run *r, unsigned loc, struct avow_value val)
{
  unsigned k = (unsigned)r->c->promises[loc].output;
  struct avow_damage *d = &r->st->damage[k], hit = r->shares[2 * k + (r->c->places[k].loc[0] != loc)];
  if (val.kind == AVOW_V_ENTRY && val.off == 0 && val.loc < r->c->n_locs)
    {
      int j = r->c->promises[val.loc].input;
      uint64_t self = j >= 0 && !locset_empty (&r->c->places[j].regs)
                              && val.width >= r->c->stmt->operands[j].size
                          ? (uint64_t)1 << j : 0; /* a part of it is not enough */
      hit.any &= ~self;
      hit.equal &= ~self;
    }
  if ((hit.any & ~d->any) | (hit.equal & ~d->equal))
    d->item = r->item;
  d->any |= hit.any;
  d->equal |= hit.equal;
  d->over = 0;
}

/* The register of input J is written behind outputs that may have been given it: they are lost, even when
   J gets its own value back.  */
void
avow_run_overwrite_input (struct avow_run *r, unsigned j)
{
  for (unsigned k = 0; k < r->c->stmt->n_outputs; k++)
    {
      struct avow_damage *d = &r->st->damage[k];
      if (!(d->any >> j & 1) || d->item == r->item)
        continue;
      d->over |= (uint64_t)1 << j;
      d->over_item = r->item;
    }
}

void
avow_run_overwritten_outputs (struct avow_run *r)
{
  for (unsigned k = 0; k < r->c->stmt->n_outputs && r->record; k++)
    {
      const struct avow_damage *d = &r->st->damage[k];
      for (unsigned j = 0; j < r->c->stmt->n_operands && d->over; j++)
        if (d->over >> j & 1)
          avow_run_note_sharing (r, &(struct avow_sharing){ .output = (int16_t)k, .hard = -1, .input = (uint16_t)j,
                                                            .write_item = d->item, .read_item = d->over_item });
    }
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

/* May the output at PL live in hard register LOC and hold a result by now (be it one that is only written under a
   condition)?  One that is a copy of LOC has that from the register itself.  */
static bool
holds_result_in (const struct avow_run *r, const struct avow_place *pl, unsigned loc)
{
  if (pl->fixed || !pl->n_locs || pl->loc[0] < r->c->n_hard || !locset_has (&pl->regs, loc))
    return false;
  const struct avow_cell *c = avow_cell (r->st, r->c, pl->loc[0]);
  return (c->def | c->lost) && !avow_run_is_copy_of (c->val, loc);
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
      if (holds_result_in (r, &r->c->places[k], loc) && !writes_too (r, r->c->places[k].loc[0]))
        avow_run_note_sharing (r, &(struct avow_sharing){ .output = -1, .hard = (int16_t)loc,
                                                          .input = (uint16_t)k,
                                                          .write_item = r->item,
                                                          .read_item = r->item });
    }
  if (avow_cell_kept (avow_cell (r->st, r->c, loc)) == avow_loc_bytes (r->c, loc))
    locset_remove (&r->st->written, loc);
  else
    {
      locset_add (&r->st->written, loc);
      r->st->written_item = r->item;
    }
}
