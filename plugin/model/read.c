/* read.c - what an instruction reads, and whose entry value that is.

   A read of a register counts against the contract when its entry value is
   *consumed*: used to compute, to address or to decide.  Copying a value (mov, push,
   xchg) consumes nothing; the copy carries the name of the location it came
   from, and consuming the copy counts against that.  So a register that is only
   saved and restored is neither read nor changed.

   Whether a use counts depends on what becomes of its result.  Here uses are only written into the
   trace; live.c decides.

   Unicity looks at the physical register instead: copying an input is a use of
   its register.  */
#include "step.h"
#include "trace.h"

void
avow_run_note_read (struct avow_run *r, unsigned loc, uint64_t mask)
{
  if (!r->record || loc >= r->c->n_locs || !mask)
    return;
  struct avow_fate *f = &r->s->fates[loc];
  if (!f->read || r->item < f->read_item)
    f->read_item = r->item;
  f->read |= mask;
  if (!r->conditional_read)
    f->sure_read |= mask;
  const struct avow_promise *p = &r->c->promises[loc];
  if (mask & ~(p->input >= 0 ? p->in : p->out) && (!f->beyond || r->item < f->beyond_item))
    {
      f->beyond = true;
      f->beyond_item = r->item;
    }
}

void
avow_run_note_value (struct avow_run *r, struct avow_value v, uint64_t wanted)
{
  if (v.kind == AVOW_V_XOR)
    {
      avow_run_note_read (r, v.loc, wanted & avow_bytes (v.width));
      avow_run_note_read (r, (unsigned)v.off, wanted & avow_bytes (v.width));
    }
  /* The image that pushf took: what programs do with it is to look at or to flip system flags.  */
  else if (avow_from_entry (v) && v.loc != r->c->arch->isa->loc_flags)
    avow_run_note_read (r, v.loc, avow_entry_bytes (v, wanted));
}

static void
consume_value (struct avow_run *r, struct avow_value v, uint64_t wanted)
{
  if (!r->st->tainted)
    avow_run_note_value (r, v, wanted);
}

static bool
is_immediate (const struct avow_resolved *op)
{
  return !op->kind && op->mem < 0;
}

/* Do the elements of vector operand OP stay apart, as the row says?  Not when OP is the count of a shift, or when it is
   not known how they move.  */
static bool
by_lanes (const struct avow_run *r, int op)
{
  const struct avow_resolved *last = &r->e.ops[r->e.n_ops - 1];
  switch (r->e.row->op)
    {
    case ISA_OP_VSHIFT: return op < (int)r->e.n_ops - 1;
    case ISA_OP_SHUFFLE: case ISA_OP_SHUFL: case ISA_OP_SHUFH: case ISA_OP_SHUF2: case ISA_OP_BYTESL:
    case ISA_OP_BYTESR: case ISA_OP_ALIGN: case ISA_OP_BLEND:
      return is_immediate (last) && last->imm_known;
    default: return true;
    }
}

/* The first operand is also the first source where it is read.  */
static struct avow_lanes
lanes_of (const struct avow_run *r, int op)
{
  const struct isa_row *row = r->e.row;
  const struct avow_resolved *last = &r->e.ops[r->e.n_ops - 1];
  bool three = row->encoding != ISA_ENC_LEGACY;
  bool moves = row->op == ISA_OP_PACK || row->op == ISA_OP_BLEND || row->op >= ISA_OP_VSHIFT;
  return (struct avow_lanes){ moves ? row->op : ISA_OP_NONE, row->lane, (uint8_t)(op - three > 0),
                              (uint8_t)(is_immediate (last) ? last->imm : 0) };
}

/* How the bytes of a use go into the results.  */
struct dependence
{
  enum avow_depend how;
  int8_t shift;
  uint64_t moot; /* of its bytes, counted from the first: those that cannot matter */
};

/* Bytes of N, of SIZE, that are BYTE.  */
static uint64_t
bytes_that_are (uint64_t n, unsigned byte)
{
  uint64_t found = 0;
  for (unsigned i = 0; i < 8; i++)
    found |= (uint64_t)((n >> (8 * i) & 0xff) == byte) << i;
  return found;
}

/* Nothing comes of bytes that are masked with zeroes, or set by ones; a bit test asks for one bit.  */
static uint64_t
moot_bytes (const struct avow_run *r, int op, const struct outcome *o)
{
  const struct avow_effect *e = &r->e;
  const struct avow_resolved *last = &e->ops[e->n_ops - 1];
  uint8_t what = e->row->op;
  if (what == ISA_OP_BT && op == 0 && last->imm_known && e->size)
    return ~(uint64_t)0 ^ (uint64_t)1 << (((uint64_t)last->imm & (8 * e->size - 1)) / 8);
  if (what != ISA_OP_AND && what != ISA_OP_TEST && what != ISA_OP_OR)
    return 0;
  const struct avow_value *other = &o->sources[op != (int)e->n_ops - 1];
  if (other->kind != AVOW_V_CONST || e->size > 8)
    return 0;
  return bytes_that_are ((uint64_t)other->off, what == ISA_OP_OR ? 0xff : 0);
}

/* A shift, by one or by the last operand.  */
static enum avow_depend
depend_on_shifted (const struct avow_run *r, struct dependence *d)
{
  const struct avow_effect *e = &r->e;
  const struct avow_resolved *count = e->n_ops > 1 ? &e->ops[e->n_ops - 1] : NULL;
  unsigned what = e->row->op;
  if (count && !count->imm_known)
    return AVOW_DEP_ANY;
  int64_t n = (count ? count->imm : 1) & (e->size == 8 ? 63 : 31);
  d->shift = (int8_t)(what == ISA_OP_SHL || what == ISA_OP_ROL ? n : -n);
  return what == ISA_OP_SAR                         ? AVOW_DEP_SAR
         : what == ISA_OP_SHL || what == ISA_OP_SHR ? AVOW_DEP_SHIFT
                                                    : AVOW_DEP_TURN;
}

static enum avow_depend
depend_by_operation (const struct avow_run *r, int op, struct dependence *d)
{
  if (r->e.row->lane)
    return by_lanes (r, op) ? AVOW_DEP_LANES : AVOW_DEP_ANY;
  switch (r->e.row->op)
    {
    case ISA_OP_MOV: case ISA_OP_MOVZX: case ISA_OP_XCHG: case ISA_OP_AND: case ISA_OP_OR:
    case ISA_OP_XOR:
    case ISA_OP_NOT:
    case ISA_OP_BITS:
    case ISA_OP_TERNARY: return AVOW_DEP_BYTE;
    case ISA_OP_MOVSX:
      return AVOW_DEP_SIGN;
    case ISA_OP_ADD: case ISA_OP_SUB: case ISA_OP_INC: case ISA_OP_DEC: case ISA_OP_LEA:
    case ISA_OP_NEG:
    case ISA_OP_IMUL: return AVOW_DEP_CARRY;
    case ISA_OP_SHL:
    case ISA_OP_SHR:
    case ISA_OP_SAR:
    case ISA_OP_ROL:
    case ISA_OP_ROR: return depend_on_shifted (r, d);
    case ISA_OP_BSWAP: return AVOW_DEP_SWAP;
    default:
      return AVOW_DEP_ANY;
    }
}

/* How the bytes of operand OP (-1 = something implicit) go into the results.  LANES: they are as wide as
   these (no broadcast element, no write mask).  */
static struct dependence
depend_on (const struct avow_run *r, int op, bool lanes, const struct outcome *o)
{
  struct dependence d = { AVOW_DEP_ANY, 0, 0 };
  if (r->e.row->flow != ISA_NEXT)
    d.how = AVOW_DEP_ALWAYS;
  else if (op < 0 || !lanes)
    d.how = AVOW_DEP_ANY;
  else if (o->val[0].kind == AVOW_V_CONST && r->e.row->op != ISA_OP_XCHG)
    d.how = AVOW_DEP_NOTHING;
  else
    {
      d.how = depend_by_operation (r, op, &d);
      d.moot = moot_bytes (r, op, o);
    }
  return d;
}

static int
goes_into (const struct avow_run *r, int op)
{
  return op >= 0 && r->e.row->op == ISA_OP_XCHG ? 1 - op : 0;
}

/* MASK bytes of CELL are used as DEPEND says; OP: for what.  CELL may be AVOW_NO_CELL, for the
   value V alone.  */
static void
use_part (struct avow_run *r, unsigned cell, uint64_t mask, struct avow_value v, int op,
          struct dependence d, unsigned flags)
{
  if (!r->record)
    return;
  unsigned first = 0;
  while (first < 63 && !(mask >> first & 1))
    first++;
  struct avow_use u = { .cell = (uint16_t)cell,
                        .depend = (uint8_t)d.how,
                        .mask = mask,
                        .val = v,
                        .shift = d.shift,
                        .moot = mask & d.moot << first,
                        .into = (int8_t)goes_into (r, op),
                        .flags = (uint8_t)(flags | (r->conditional_read ? AVOW_USE_MAYBE : 0)
                                           | (r->st->tainted ? AVOW_USE_TAINTED : 0)),
                        .first_pending = r->trace.n_pending };
  if (d.how == AVOW_DEP_LANES)
    u.lanes = lanes_of (r, op);
  if (cell != AVOW_NO_CELL)
    {
      const struct avow_cell *c = avow_cell (r->st, r->c, cell);
      u.own = c->own & mask;
      u.kept = (c->kept | c->kept_now) & mask;
      bool answered = (flags & (AVOW_USE_SILENT | AVOW_USE_AT_END)) == AVOW_USE_SILENT;
      u.span = answered ? 64 : c->span;
      u.val = answered ? avow_const (0, 0) /* something else answers for it */ : c->val;
      if (!(flags & AVOW_USE_AT_END))
        avow_run_touch (r, cell, mask);
    }
  u.n_pending = (uint8_t)(r->trace.n_pending - u.first_pending);
  avow_trace_use (r, &u);
}

static void
use (struct avow_run *r, unsigned cell, uint64_t mask, struct avow_value v, int op,
     enum avow_depend how, unsigned flags)
{
  use_part (r, cell, mask, v, op, (struct dependence){ how, 0, 0 }, flags);
}

void
avow_run_consume (struct avow_run *r, unsigned cell, uint64_t mask)
{
  use (r, cell, mask, avow_unknown (), -1, AVOW_DEP_ALWAYS, 0);
}

void
avow_run_use_output (struct avow_run *r, unsigned cell, uint64_t mask)
{
  use (r, cell, mask, avow_unknown (), -1, AVOW_DEP_ALWAYS, AVOW_USE_SILENT | AVOW_USE_AT_END);
}

void
avow_run_use_address (struct avow_run *r, unsigned operand, int op, bool accessed)
{
  if (!r->record)
    return;
  struct avow_use u = { .cell = AVOW_NO_CELL,
                        .mask = 1,
                        .into = (int8_t)goes_into (r, op),
                        .depend = accessed ? AVOW_DEP_ALWAYS : AVOW_DEP_ANY,
                        .first_pending = r->trace.n_pending };
  avow_run_use_input (r, operand, true);
  u.n_pending = (uint8_t)(r->trace.n_pending - u.first_pending);
  if (u.n_pending)
    avow_trace_use (r, &u);
}

/* The entry value of F ends in PLACE, as it is.  */
static void
note_place (struct avow_fate *f, unsigned place)
{
  f->spread |= f->kept_in && f->kept_in != place;
  f->kept_in = (uint16_t)place;
}

void
avow_run_escape (struct avow_run *r, struct avow_value v)
{
  if (v.kind != AVOW_V_ENTRY || v.off || v.loc >= r->c->n_locs)
    {
      consume_value (r, v, avow_bytes (v.width));
      return;
    }
  if (!r->record || r->st->tainted || v.loc == r->c->arch->isa->loc_flags)
    return;
  struct avow_fate *f = &r->s->fates[v.loc];
  if (!f->snapshot && !f->read)
    f->read_item = r->item;
  note_place (f, AVOW_KEPT_IN_MEMORY);
  f->snapshot |= avow_bytes (v.width);
}

void
avow_run_maybe_escape (struct avow_run *r, struct avow_value v)
{
  if (v.kind != AVOW_V_ENTRY || v.off || v.loc >= r->c->n_locs)
    {
      avow_run_escape (r, v);
      return;
    }
  if (!r->record || r->st->tainted || v.loc == r->c->arch->isa->loc_flags)
    return;
  struct avow_fate *f = &r->s->fates[v.loc];
  if (!f->snapshot && !f->read && !f->stored)
    f->read_item = r->item;
  note_place (f, AVOW_KEPT_IN_MEMORY);
  f->stored |= avow_bytes (v.width);
}

static bool
overwritten (const struct avow_slot *s, const struct avow_reached *a)
{
  return a && s->base == a->loc && a->off_known && !a->repeated && !(a->role & AVOW_ROLE_WCOND)
         && a->off <= s->off && s->off + s->size <= a->off + (int64_t)a->size;
}

void
avow_run_escape_lost (struct avow_run *r, const struct avow_slot *was, unsigned n,
                      const struct avow_state *now, const struct avow_reached *over)
{
  for (unsigned i = 0; i < n && r->record; i++)
    if (avow_from_entry (was[i].val) && !avow_is_stack_base (r->c, was[i].base)
        && !overwritten (&was[i], over) && !avow_slot_kept (now, &was[i]))
      avow_run_maybe_escape (r, was[i].val);
}

void
avow_run_snapshot (struct avow_run *r, const struct avow_cell *cell, unsigned loc)
{
  if (!r->record)
    return;
  if (!avow_from_entry (cell->val) && cell->val.kind != AVOW_V_XOR)
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
      if (shown)
        note_place (f, loc + 1);
      f->snapshot |= shown;
    }
  else
    consume_value (r, cell->val, r->c->promises[loc].out);
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
                && avow_run_is_copy_of (avow_cell (r->st, r->c, a->loc)->val, r->e.acc[k].loc);
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
         && (cls == AVOW_RC_VEC || cls == AVOW_RC_ST || cls == AVOW_RC_MM || cls == AVOW_RC_MASK
             || (cls == AVOW_RC_GPR && !(a->role & AVOW_ROLE_R)));
}

static void
note_snapshot (struct avow_run *r, unsigned cell, uint64_t mask)
{
  if (!r->record || cell >= r->c->n_locs || r->st->tainted)
    return;
  struct avow_fate *f = &r->s->fates[cell];
  if (!f->snapshot && !f->read)
    f->read_item = r->item;
  f->snapshot |= mask & avow_cell (r->st, r->c, cell)->own;
  f->dumped = true;
}

static bool
is_mask (const struct avow_run *r, unsigned loc)
{
  return loc < r->c->n_hard ? r->c->arch->isa->locs[loc].cls == AVOW_RC_MASK
                            : r->c->places[loc - r->c->n_hard].cls == AVOW_RC_MASK;
}

/* cpuid: does it look at the register that it may read, by the number that it is asked for?  */
static int
reads_subleaf (const struct avow_run *r)
{
  int64_t leaf;
  for (unsigned i = 0; i < r->e.n_acc; i++)
    if (r->e.acc[i].role & AVOW_ROLE_R)
      {
        struct avow_value v = avow_cell_value (r->st, r->c, r->e.acc[i].loc, 4);
        int k = v.kind == AVOW_V_ENTRY && v.off == 0 ? r->c->promises[v.loc].input : -1;
        if (v.kind == AVOW_V_CONST)
          return r->c->arch->has_subleaf ((uint64_t)v.off);
        return k >= 0 && avow_operand_number (&r->c->stmt->operands[k], &leaf)
                   ? r->c->arch->has_subleaf ((uint64_t)leaf) : -1;
      }
  return -1;
}

/* One register that the instruction reads.  */
static void
read_register (struct avow_run *r, const struct avow_access *a, const struct outcome *o)
{
  unsigned cell = avow_run_cell_of (r, a->loc, r->st->depth);
  bool address = a->role & AVOW_ROLE_ADDR && r->e.row->op != ISA_OP_LEA;
  if (a->role & AVOW_ROLE_ADDR && r->e.row->props & ISA_PREFETCH)
    return; /* a nop or a hint: nothing comes of its address */
  if (a->op < 0 && saves_state (r, a))
    {
      note_snapshot (r, cell, a->mask);
      return;
    }
  unsigned flags = 0;
  if (a->op >= 0 ? o->copies[a->op] : o->copies_implicit)
    flags = AVOW_USE_COPY;
  bool image = r->e.row->op == ISA_OP_SAHF && r->st->image.bytes;
  if (image || a->loc == r->c->arch->isa->loc_sp || (r->stores_expected && a->op < 0))
    flags = AVOW_USE_SILENT;
  r->conditional_read = !(a->role & AVOW_ROLE_R);
  if (r->conditional_read && r->e.row->op == ISA_OP_CPUID)
    {
      int subleaf = reads_subleaf (r);
      if (!subleaf)
        return;
      r->conditional_read = subleaf < 0;
    }
  /* lea computes no more than it writes.  */
  uint64_t mask = a->role & AVOW_ROLE_ADDR && !address && r->e.size ? a->mask & avow_bytes (r->e.size) : a->mask;
  struct dependence d = depend_on (r, a->op, !is_mask (r, a->loc), o);
  if (address)
    d = (struct dependence){ AVOW_DEP_ALWAYS, 0, 0 };
  else if (a->stays)
    d.how = AVOW_DEP_PLACE;
  use_part (r, cell, mask, avow_unknown (), a->op, d, flags);
  r->conditional_read = false;
}

void
avow_run_read_registers (struct avow_run *r, const struct outcome *o)
{
  r->stores_expected = expects_what_it_stores (r);
  const struct avow_effect *e = &r->e;
  for (unsigned i = 0; i < e->n_acc; i++)
    if (e->acc[i].role & (AVOW_ROLE_R | AVOW_ROLE_RCOND))
      read_register (r, &e->acc[i], o);
  uint32_t flags = e->flags_r;
  if (flags)
    use (r, r->c->arch->isa->loc_flags, flags, avow_unknown (), -1,
         e->row->flow == ISA_NEXT ? AVOW_DEP_ANY : AVOW_DEP_ALWAYS,
         e->row->op == ISA_OP_PUSHF ? AVOW_USE_SILENT : e->row->op == ISA_OP_LAHF ? AVOW_USE_COPY : 0);
}

/* Destination, index and mask of a gather must be three registers (Intel SDM vol. 2, VGATHERDPS: else #UD), as if the
   others were read after the destination was written.  */
void
avow_run_read_apart (struct avow_run *r)
{
  for (unsigned i = 0; i < r->e.n_acc && r->e.row->props & ISA_GATHER; i++)
    {
      const struct avow_access *a = &r->e.acc[i];
      if (a->op > 0 && a->role & AVOW_ROLE_R && !is_mask (r, a->loc))
        use (r, avow_run_cell_of (r, a->loc, r->st->depth), a->mask, avow_unknown (), a->op,
             AVOW_DEP_ALWAYS, AVOW_USE_SILENT);
    }
}

/* movs: what it loads is only put elsewhere.  */
static bool
copies_memory (const struct avow_run *r)
{
  return r->e.row->props & ISA_REP && r->e.n_mem == 2;
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
      unsigned flags = (op >= 0 ? o->copies[op] : o->copies_implicit) ? AVOW_USE_COPY : 0;
      struct dependence depend = depend_on (r, op, op >= 0 && !r->e.ops[op].text->broadcast, o);
      if (a->reach == AVOW_REACH_OPERAND)
        use_part (r, avow_run_operand_loc (r, a), avow_run_operand_bytes (r, a), avow_unknown (),
                  op, depend, flags);
      else if (copies_memory (r))
        avow_run_maybe_escape (r, avow_run_load (r, a));
      else
        use_part (r, AVOW_NO_CELL, avow_bytes (a->size ? a->size : 64), avow_run_load (r, a), op,
                  depend, flags);
    }
}
