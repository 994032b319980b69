/* read.c - what an instruction reads, and whose entry value that is.

   A read of a register counts against the contract when its entry value is
   *consumed*: used to compute, to address or to decide.  Copying a value (mov, push,
   xchg) consumes nothing; the copy carries the name of the location it came
   from, and consuming the copy counts against that.  So a register that is only
   saved and restored is neither read nor changed.

   Unicity looks at the physical register instead: copying an input is a use of
   its register.  */
#include "step.h"

static void
note_read (struct avow_run *r, unsigned loc, uint64_t mask)
{
  if (!r->record || loc >= r->c->n_locs || !mask || r->st->tainted)
    return;
  struct avow_fate *f = &r->s->fates[loc];
  if (!f->read)
    f->read_item = r->item;
  f->read |= mask;
  if (!r->conditional_read)
    f->sure_read |= mask;
}

static uint64_t
upper_half (struct avow_value v)
{
  return avow_bytes (v.width) & ~avow_bytes (v.width / 2u);
}

/* The value of MASK bytes of the cell matters here.  */
void
avow_run_consume (struct avow_run *r, unsigned cell_index, uint64_t mask)
{
  const struct avow_cell *cell = &r->st->cells[cell_index];
  note_read (r, cell_index, mask & cell->own);
  if (cell->val.kind == AVOW_V_PACKED && mask & upper_half (cell->val))
    note_read (r, cell->val.loc, avow_bytes (cell->val.width));
  /* The image that pushf took: what programs do with it is to look at or to flip system flags.  */
  if (cell->val.loc == r->c->arch->isa->loc_flags && avow_from_entry (cell->val))
    return;
  if (mask & ~cell->own && avow_from_entry (cell->val))
    note_read (r, cell->val.loc, avow_bytes (cell->val.width) & (mask | mask >> 1));
}

static void
consume_value (struct avow_run *r, struct avow_value v)
{
  if (avow_from_entry (v))
    note_read (r, v.loc, avow_bytes (v.width));
}

void
avow_run_escape (struct avow_run *r, struct avow_value v)
{
  if (v.kind != AVOW_V_ENTRY || v.off || v.loc >= r->c->n_locs)
    {
      consume_value (r, v);
      return;
    }
  if (!r->record || r->st->tainted || v.loc == r->c->arch->isa->loc_flags)
    return;
  struct avow_fate *f = &r->s->fates[v.loc];
  if (!f->snapshot && !f->read)
    f->read_item = r->item;
  f->snapshot |= avow_bytes (v.width);
}

void
avow_run_snapshot (struct avow_run *r, const struct avow_cell *cell, unsigned loc)
{
  if (!r->record)
    return;
  if (cell->val.kind == AVOW_V_PACKED && r->c->promises[loc].out & upper_half (cell->val))
    note_read (r, cell->val.loc, avow_bytes (cell->val.width));
  if (!avow_from_entry (cell->val))
    return;
  if (cell->val.loc == r->c->arch->isa->loc_flags && cell->val.kind != AVOW_V_ENTRY)
    return; /* the image that pushf took, of which code flips a bit: see consume */
  if (cell->val.loc == loc && cell->val.kind == AVOW_V_ENTRY && cell->val.off == 0)
    return;
  if (cell->val.kind == AVOW_V_ENTRY && cell->val.off == 0)
    {
      struct avow_fate *f = &r->s->fates[cell->val.loc];
      uint64_t shown = avow_bytes (cell->val.width) & r->c->promises[loc].out;
      if (!f->snapshot && !f->read && shown)
        f->read_item = r->s->fates[loc].write_item;
      f->snapshot |= shown;
    }
  else
    consume_value (r, cell->val);
}

/* cmpxchg16b with the new value in rcx:rbx a copy of the expected one in rdx:rax: whatever that
   is, memory keeps its value and rdx:rax end with it.  Code loads 16 bytes so.  */
static bool
expects_what_it_stores (const struct avow_run *r)
{
  unsigned copies = 0, others = 0;
  if (!(r->e.row->props & ISA_SAMEIDIOM) || r->e.same_source)
    return false;
  for (unsigned i = 0; i < r->e.n_acc; i++)
    {
      const struct avow_access *a = &r->e.acc[i];
      if (a->op >= 0 || !(a->role & AVOW_ROLE_R))
        continue;
      bool copy = false;
      for (unsigned k = 0; k < r->e.n_acc; k++)
        copy |= r->e.acc[k].op < 0 && r->e.acc[k].loc != a->loc
                && avow_run_is_copy_of (r->st->cells[a->loc].val, r->e.acc[k].loc);
      copies += copy;
      others += !copy;
    }
  return copies && copies == others;
}

/* fxsave and its like read whole register files to put them away: what they save is what was there.  */
static bool
saves_state (const struct avow_run *r, const struct avow_access *a)
{
  uint8_t cls = a->loc < r->c->n_hard ? r->c->arch->isa->locs[a->loc].cls : AVOW_RC_STATE;
  return r->e.row->n_implicits >= 8
         && (cls == AVOW_RC_VEC || cls == AVOW_RC_ST || cls == AVOW_RC_MM || cls == AVOW_RC_MASK);
}

static void
note_snapshot (struct avow_run *r, unsigned cell, uint64_t mask)
{
  if (!r->record || cell >= r->c->n_locs || r->st->tainted)
    return;
  struct avow_fate *f = &r->s->fates[cell];
  if (!f->snapshot && !f->read)
    f->read_item = r->item;
  f->snapshot |= mask & r->st->cells[cell].own;
}

/* Low bytes of a sum depend on low bytes only.  When the destination is an output whose type is narrower than
   the registers used, the bytes above do not matter, neither of the result nor of the sources.  */
static uint64_t
needed_bytes (const struct avow_run *r)
{
  const struct avow_resolved *d = &r->e.ops[0];
  if (!r->e.n_ops || d->token < 0 || !d->kind || d->mem >= 0)
    return ~(uint64_t)0;
  switch (r->e.row->op)
    {
    case ISA_OP_ADD: case ISA_OP_SUB: case ISA_OP_AND: case ISA_OP_OR: case ISA_OP_XOR:
    case ISA_OP_INC: case ISA_OP_DEC: case ISA_OP_LEA:
      {
        uint64_t size = r->c->stmt->operands[d->token].size;
        unsigned used = d->size < size ? d->size : (unsigned)size;
        return size ? avow_bytes (used) : ~(uint64_t)0;
      }
    default: return ~(uint64_t)0;
    }
}

void
avow_run_read_registers (struct avow_run *r, const struct outcome *o)
{
  bool same = r->stores_expected = expects_what_it_stores (r);
  const struct avow_effect *e = &r->e;
  unsigned sp = r->c->arch->isa->loc_sp;
  for (unsigned i = 0; i < e->n_acc; i++)
    {
      const struct avow_access *a = &e->acc[i];
      if (!(a->role & (AVOW_ROLE_R | AVOW_ROLE_RCOND)))
        continue;
      unsigned cell = avow_run_cell_of (r, a->loc, r->st->depth);
      avow_run_touch (r, cell, a->mask);
      bool copy = a->op >= 0 ? o->copies[a->op] : o->copies_implicit;
      r->conditional_read = !(a->role & AVOW_ROLE_R);
      uint64_t needed = a->mask & needed_bytes (r);
      if (a->role & AVOW_ROLE_ADDR && r->e.row->props & ISA_PREFETCH)
        continue; /* a nop or a hint: nothing comes of its address */
      if (a->op < 0 && saves_state (r, a))
        note_snapshot (r, cell, a->mask);
      else if (!copy && a->loc != sp && !(same && a->op < 0))
        avow_run_consume (r, cell, needed);
    }
  r->conditional_read = false;
  uint32_t flags = e->flags_r;
  if (flags & r->c->arch->status_flags && r->record)
    r->s->last_flag_reader = r->item;
  if (flags && e->row->op != ISA_OP_PUSHF)
    avow_run_consume (r, r->c->arch->isa->loc_flags, flags);
}

/* Operands that are loaded from memory operands: consuming the object's value.  */
void
avow_run_read_memory (struct avow_run *r, const struct avow_reached *refs, const struct outcome *o)
{
  for (unsigned i = 0; i < r->e.n_mem; i++)
    {
      const struct avow_reached *a = &refs[i];
      if (!(a->role & (AVOW_ROLE_R | AVOW_ROLE_RCOND)) || a->role & AVOW_ROLE_ADDR)
        continue;
      int op = r->e.mem[i].op;
      if (op >= 0 ? o->copies[op] : o->copies_implicit)
        continue;
      if (a->reach == AVOW_REACH_OPERAND)
        avow_run_consume (r, avow_run_operand_loc (r, a), avow_run_operand_bytes (r, a));
      else
        consume_value (r, avow_run_load (r, a));
    }
}
