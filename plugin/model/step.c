/* step.c - one instruction: reads, memory, values, writes, in that order.

   A read of a register counts against the contract when its entry value is
   *consumed*: used to compute, to address or to decide.  Copying a value (mov, push,
   xchg) consumes nothing; the copy carries the name of the location it came
   from, and consuming the copy counts against that.  So a register that is only
   saved and restored is neither read nor changed.

   Unicity looks at the physical register instead: copying an input is a use of
   its register.  */
#include "step.h"

#include <string.h>

/* ---- bookkeeping --------------------------------------------------------------- */

/* Could the compiler know that input J and the input that output K comes in with have one value?
   It then may give them one register, also when it learns of it only by inlining.  */
static bool
may_be_equal (const struct avow_contract *c, unsigned k, unsigned j)
{
  const struct avow_operand *a = &c->stmt->operands[k], *b = &c->stmt->operands[j];
  if (a->value_id && a->value_id == b->value_id && a->value_off != b->value_off)
    return false;
  return a->size == b->size && (a->type == AVOW_TYPE_POINTER) == (b->type == AVOW_TYPE_POINTER);
}

bool
avow_run_init (struct avow_run *r, struct avow_summary *s, const struct avow_contract *c,
               struct avow_body *body, const struct avow_flow *f, struct avow_arena *arena)
{
  r->s = s;
  r->c = c;
  r->body = body;
  r->f = f;
  r->arena = arena;
  r->ok = true;
  r->st = avow_state_new (c, arena);
  r->shares = avow_calloc (arena, c->stmt->n_outputs + 1, sizeof *r->shares);
  if (!r->st || !r->shares)
    return false;
  for (unsigned k = 0; k < c->stmt->n_outputs; k++)
    {
      const struct avow_place *pk = &c->places[k];
      if (pk->early || locset_empty (&pk->regs))
        continue;
      /* The register of a "+" operand holds its own input; another input shares it only
         when it has the same value.  */
      bool taken = avow_output_readable (c, k)
                   || (pk->fixed && c->promises[pk->loc[0]].input >= 0);
      for (unsigned j = 0; j < c->stmt->n_operands; j++)
        {
          const struct avow_place *pj = &c->places[j];
          if (taken && !may_be_equal (c, k, j))
            continue;
          bool address = !taken && pj->kinds & AVOW_K_MEM && pk->kinds & AVOW_K_GPR && j != k
                         && locset_empty (&pj->regs);
          /* An input that is tied to another output lives in that one's register.  */
          bool input = j >= c->stmt->n_outputs && pj->tied < 0 && avow_may_share (c, k, j);
          if (address || input)
            r->shares[k] |= (uint64_t)1 << j;
        }
    }
  return true;
}

/* As much of an item's text as a report should repeat.  */
static uint32_t
shown_length (const struct avow_item *it)
{
  return it->len < 120 ? it->len : 120;
}

void
avow_run_gap (struct avow_run *r, enum avow_reason reason)
{
  if (!r->record && reason != AVOW_REASON_TOO_LARGE)
    return;
  const struct avow_item *it = &r->body->items[r->item];
  for (unsigned i = 0; i < r->body->n_gaps; i++)
    if (r->body->gaps[i].reason == reason && r->body->gaps[i].offset == it->off)
      return;
  char *text = avow_strndup (r->arena, r->c->stmt->text + it->off, shown_length (it));
  r->ok &= avow_body_gap (r->body, r->arena, reason, text, it->insn_no, it->off, it->len);
}

unsigned
avow_x87_cell (const struct avow_contract *c, int depth, int i)
{
  int slot = i - depth;
  if (slot >= 0)
    return c->arch->isa->loc_st0 + (unsigned)(slot < 8 ? slot : 7);
  return c->n_locs + (unsigned)(-slot - 1 < AVOW_X87_SCRATCH ? -slot - 1 : AVOW_X87_SCRATCH - 1);
}

/* The cell of LOC for this instruction; DEPTH is that of the x87 stack to count st(i) from.  */
unsigned
avow_run_cell_of (const struct avow_run *r, unsigned loc, int depth)
{
  if (loc < r->c->n_hard && r->c->arch->isa->locs[loc].cls == AVOW_RC_ST)
    return avow_x87_cell (r->c, depth, (int)loc - r->c->arch->isa->loc_st0);
  return loc;
}

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

/* ---- reading ----------------------------------------------------------------------- */

static uint64_t
upper_half (struct avow_value v)
{
  return avow_bytes (v.width) & ~avow_bytes (v.width / 2u);
}

/* The value of MASK bytes of the cell matters here.  */
static void
consume (struct avow_run *r, unsigned cell_index, uint64_t mask)
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

/* ---- writing ------------------------------------------------------------------------- */

void
avow_run_write (struct avow_run *r, unsigned loc, uint64_t mask, struct avow_value val, bool cond,
           int depth)
{
  unsigned cell = avow_run_cell_of (r, loc, depth);
  if (r->record && cell < r->c->n_locs)
    {
      struct avow_fate *f = &r->s->fates[cell];
      if (!f->wrote)
        f->write_item = r->item;
      if (cond && !f->cond_item)
        f->cond_item = r->item;
      f->wrote |= mask;
    }
  if (r->e.maybe_kept && r->record && cell < r->c->n_locs)
    {
      r->s->fates[cell].maybe |= mask;
      r->s->fates[cell].maybe_item = r->item;
    }
  avow_cell_write (r->st, r->c, cell, mask, val, cond);
  int k = cell < r->c->n_locs ? r->c->promises[cell].output : -1;
  if (k >= 0)
    avow_run_damage_inputs (r, (unsigned)k, val);
  else if (cell < r->c->n_hard)
    avow_run_write_undeclared (r, cell);
}

/* ---- the step ------------------------------------------------------------------------ */

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

static void
read_all (struct avow_run *r, const struct outcome *o)
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
        consume (r, cell, needed);
    }
  r->conditional_read = false;
  uint32_t flags = e->flags_r;
  if (flags & r->c->arch->status_flags && r->record)
    r->s->last_flag_reader = r->item;
  if (flags && e->row->op != ISA_OP_PUSHF)
    consume (r, r->c->arch->isa->loc_flags, flags);
}

/* Operands that are loaded from memory operands: consuming the object's value.  */
static void
read_memory (struct avow_run *r, const struct avow_reached *refs, const struct outcome *o)
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
        consume (r, avow_run_operand_loc (r, a), avow_run_operand_bytes (r, a));
      else
        consume_value (r, avow_run_load (r, a));
    }
}

/* By how many bytes a string instruction moves its pointers: once, or as often as a count
   that is known; upwards, as the ABI has it, unless the direction flag was written.  */
static bool
known_advance (const struct avow_run *r, int64_t *n)
{
  const struct avow_cell *flags = &r->st->cells[r->c->arch->isa->loc_flags];
  uint32_t df = r->c->arch->abi_flags;
  if (!(r->e.row->props & (ISA_REP | ISA_REPE)) || (flags->own & df) != df || !r->e.size)
    return false;
  *n = r->e.size;
  if (!r->e.rep)
    return true;
  if (r->e.row->props & ISA_REPE)
    return false;
  for (unsigned i = 0; i < r->e.n_acc; i++)
    {
      const struct avow_access *a = &r->e.acc[i];
      if (a->op >= 0 || a->role != AVOW_ROLE_W)
        continue;
      /* The one register that rep writes for sure is the count (lay_rep).  */
      struct avow_value count = avow_cell_value (r->st, r->c, a->loc, r->c->arch->ptr_bytes);
      if (count.kind != AVOW_V_CONST)
        return false;
      *n *= count.off;
      return true;
    }
  return false;
}

/* A pointer that a string instruction advances stays a pointer into the same object.  */
static struct avow_value
advanced (const struct avow_run *r, unsigned loc)
{
  for (unsigned i = 0; i < r->e.n_mem; i++)
    if (r->e.mem[i].ea.base == (int)loc)
      {
        struct avow_value v = avow_cell_value (r->st, r->c, loc, r->c->arch->ptr_bytes);
        int64_t n;
        if (v.kind == AVOW_V_ENTRY && known_advance (r, &n))
          v.off += n;
        else if (avow_from_entry (v))
          v.kind = AVOW_V_BASED;
        return v;
      }
  return avow_unknown ();
}

static struct avow_value
value_for (struct avow_run *r, const struct avow_access *a, const struct outcome *o)
{
  if (a->op == 0 || (a->op == 1 && r->e.row->op == ISA_OP_XCHG))
    return o->val[a->op];
  if (a->op < 0 && o->state.kind != AVOW_V_UNKNOWN)
    return o->state;
  if (a->op < 0)
    return advanced (r, a->loc);
  return avow_unknown ();
}

static void
write_registers (struct avow_run *r, const struct outcome *o)
{
  const struct avow_effect *e = &r->e;
  unsigned sp = r->c->arch->isa->loc_sp;
  int depth = r->st->depth + (e->row->x87 > 0 ? e->row->x87 : 0);
  struct avow_value vals[AVOW_MAX_ACCESSES];
  for (unsigned i = 0; i < e->n_acc; i++)
    if (e->acc[i].role & (AVOW_ROLE_W | AVOW_ROLE_WCOND))
      vals[i] = value_for (r, &e->acc[i], o);
  int64_t moved;
  bool exact = e->rep && known_advance (r, &moved);
  for (unsigned i = 0; i < e->n_acc; i++)
    {
      const struct avow_access *a = &e->acc[i];
      if (!(a->role & (AVOW_ROLE_W | AVOW_ROLE_WCOND)))
        continue;
      if ((a->loc == sp && (e->stack || e->stack_unknown)) || e->row->op == ISA_OP_POPA
          || e->row->op == ISA_OP_LEAVE)
        continue; /* see stack.c */
      if (e->row->props & ISA_EMMS && a->loc < r->c->n_hard
          && r->c->arch->isa->locs[a->loc].cls == AVOW_RC_ST)
        continue; /* empties what the MMX instructions before it destroyed */
      bool cond = a->role & AVOW_ROLE_WCOND && !(r->stores_expected && a->op < 0) && !exact;
      avow_run_write (r, a->loc, a->mask, vals[i], cond, depth);
    }
}

/* exit and its like: the number is a constant that the architecture lists.  */
static bool
never_returns (const struct avow_run *r)
{
  const struct avow_arch *arch = r->c->arch;
  if (r->e.row->flow != ISA_SYSCALL || arch->syscall_result < 0)
    return false;
  struct avow_value v = avow_cell_value (r->st, r->c, (unsigned)arch->syscall_result, 4);
  int64_t number = v.off;
  if (v.kind == AVOW_V_ENTRY && v.off == 0)
    {
      int k = r->c->promises[v.loc].input;
      if (k < 0 || !r->c->stmt->operands[k].const_known)
        return false;
      number = r->c->stmt->operands[k].const_value;
    }
  else if (v.kind != AVOW_V_CONST)
    return false;
  return number == arch->exit_calls[0] || number == arch->exit_calls[1];
}

/* The kernel gives its result in a register that no table row names: what the instruction does
   itself is only to enter it (Linux: rax for syscall, int $0x80 and sysenter; syscall(2)).  */
static void
system_result (struct avow_run *r)
{
  int loc = r->c->arch->syscall_result;
  if (r->e.row->flow != ISA_SYSCALL || loc < 0)
    return;
  uint64_t word = avow_bytes (r->c->arch->word_bytes);
  consume (r, (unsigned)loc, avow_bytes (4));
  avow_run_write (r, (unsigned)loc, word, avow_unknown (), false, 0);
}

/* The flags image: as on entry, or at least as good for what the ABI fixes (DF).  */
static struct avow_value
flags_pushed (const struct avow_run *r)
{
  unsigned loc = r->c->arch->isa->loc_flags;
  struct avow_value v = avow_cell_value (r->st, r->c, loc, 64);
  uint32_t fixed = r->c->arch->abi_flags;
  if (v.kind == AVOW_V_UNKNOWN && (r->st->cells[loc].own & fixed) == fixed)
    v = (struct avow_value){ AVOW_V_BASED, r->c->arch->word_bytes, (uint16_t)loc, 0 };
  return v;
}

static void
write_memory (struct avow_run *r, const struct avow_reached *refs, const struct outcome *o)
{
  for (unsigned i = 0; i < r->e.n_mem; i++)
    {
      const struct avow_reached *a = &refs[i];
      if (!(a->role & (AVOW_ROLE_W | AVOW_ROLE_WCOND)))
        continue;
      int op = r->e.mem[i].op;
      struct avow_value v = avow_unknown ();
      if (op == 0 || (op == 1 && r->e.row->op == ISA_OP_XCHG))
        v = o->val[op];
      else if (op < 0 && r->e.row->op == ISA_OP_PUSH)
        v = o->val[0];
      else if (op < 0 && r->e.row->op == ISA_OP_PUSHF)
        v = flags_pushed (r);
      avow_run_store (r, a, v);
    }
}

static void
write_flags (struct avow_run *r)
{
  const struct avow_effect *e = &r->e;
  unsigned loc = r->c->arch->isa->loc_flags;
  if (r->record && (e->flags_w | e->flags_cw) & r->c->arch->status_flags && !r->s->writes_flags)
    {
      r->s->writes_flags = true;
      r->s->flags_item = r->item;
    }
  if (e->flags_cw & ~e->flags_w)
    avow_run_write (r, loc, e->flags_cw & ~e->flags_w, avow_unknown (), true, 0);
  if (e->flags_w & ~e->flags_cw)
    avow_run_write (r, loc, e->flags_w & ~e->flags_cw, avow_unknown (), false, 0);
  if (e->flags_w & e->flags_cw)
    avow_run_write (r, loc, e->flags_w & e->flags_cw, avow_unknown (), true, 0);
}

/* pop and popf: what the slot held goes to the destination.  */
static void
pop_value (struct avow_run *r, const struct avow_reached *refs, struct outcome *o)
{
  if (r->e.row->op != ISA_OP_POP && r->e.row->op != ISA_OP_POPF)
    return;
  for (unsigned i = 0; i < r->e.n_mem; i++)
    if (r->e.mem[i].op < 0)
      o->val[0] = avow_run_load (r, &refs[i]);
  o->copies_implicit = true;
}

static void
restore_flags (struct avow_run *r, const struct outcome *o)
{
  unsigned loc = r->c->arch->isa->loc_flags;
  struct avow_cell *cell = &r->st->cells[loc];
  uint32_t back = 0;
  if (r->e.row->flags_0 & r->c->arch->abi_flags)
    back = r->e.row->flags_0 & r->c->arch->abi_flags; /* cld: as the ABI has it */
  else if (r->e.row->op == ISA_OP_POPF && avow_from_entry (o->val[0]) && o->val[0].loc == loc)
    back = o->val[0].kind == AVOW_V_ENTRY ? ~(uint32_t)0 : r->c->arch->abi_flags;
  cell->own |= back;
  cell->def &= ~(uint64_t)back;
  cell->cond &= ~(uint64_t)back;
}

static void
note_properties (struct avow_run *r)
{
  const struct isa_row *row = r->e.row;
  struct avow_summary *s = r->s;
  if (!r->record)
    return;
  /* cpuid (serialising) says the same each time, as far as programs ask.  */
  uint32_t props = row->props & ISA_SERIAL ? row->props & ~ISA_NONDET : row->props;
  if (row->props & ISA_PRIV && !(s->props & ISA_PRIV))
    s->priv_item = r->item;
  if (props & ISA_NONDET && !(s->props & ISA_NONDET))
    s->nondet_item = r->item;
  uint32_t effect = ISA_IO;
  if (row->props & effect && !(s->props & effect))
    s->effect_item = r->item;
  s->props |= props;
  if (r->e.size_defaulted && r->e.n_mem && !s->size_defaulted)
    {
      s->size_defaulted = true;
      s->size_item = r->item;
    }
  if (r->e.size_conflict && !s->size_conflict)
    {
      s->size_conflict = true;
      s->conflict_item = r->item;
    }
  if (row->flow == ISA_SYSCALL && !s->system_call)
    {
      s->system_call = true;
      s->system_item = r->item;
    }
}

static void
resolve_flow (struct avow_run *r)
{
  const struct isa_row *row = r->e.row;
  r->flow = row->flow;
  r->target = AVOW_TO_OUT;
  if (row->flow != ISA_JCC && row->flow != ISA_JMP && row->flow != ISA_CALL)
    return;
  const struct avow_optext *t = r->e.n_ops ? r->e.ops[r->e.n_ops - 1].text : NULL;
  bool direct = t && (t->kind == AVOW_OP_TARGET || t->r.operand >= (int)r->c->stmt->n_operands
                      || (t->kind == AVOW_OP_MEM && t->sym.len && t->base.reg < 0
                          && t->base.operand < 0));
  if (direct && !t->indirect)
    r->target = avow_flow_target (r->f, r->c, t, r->item);
  else if (row->flow == ISA_JMP && t && (t->indirect || t->kind != AVOW_OP_TOKEN))
    {
      avow_run_gap (r, AVOW_REASON_INDIRECT_JUMP);
      r->target = AVOW_TO_NOWHERE;
    }
  if (row->flow == ISA_CALL && r->target < 0)
    {
      avow_run_gap (r, AVOW_REASON_CALL);
      r->st->tainted = true;
    }
}

/* An instruction that is not understood may do anything; what does not depend on it still
   stands, so the state simply goes on.  */
static void
unknown_instruction (struct avow_run *r, const struct avow_item *it, enum avow_match m)
{
  r->flow = ISA_NEXT;
  r->st->tainted = true;
  if (!r->record)
    return;
  const char *detail = avow_strndup (r->arena, it->name.p, it->name.len < 120 ? it->name.len : 120);
  enum avow_reason why = m == AVOW_NO_NAME ? AVOW_REASON_UNKNOWN_INSN : AVOW_REASON_UNKNOWN_FORM;
  r->ok &= avow_body_gap (r->body, r->arena, why, detail, it->insn_no, it->off, it->len);
}

static void
check_x87 (struct avow_run *r)
{
  r->st->depth = (int8_t)(r->st->depth + r->e.row->x87);
  if (r->record && r->st->depth > r->s->x87_peak)
    {
      r->s->x87_peak = r->st->depth;
      r->s->x87_item = r->item;
    }
  if (r->st->depth > 8 || r->st->depth < -8)
    {
      avow_run_gap (r, AVOW_REASON_X87_STACK);
      r->st->depth = 0;
    }
}

void
avow_run_step (struct avow_run *r, uint32_t item)
{
  const struct avow_item *it = &r->body->items[item];
  r->item = item;
  enum avow_match m = avow_effect_of (r->c, it, &r->e);
  if (m != AVOW_MATCH)
    {
      unknown_instruction (r, it, m);
      return;
    }
  struct avow_reached refs[AVOW_MAX_MEMREFS];
  struct outcome o;
  for (unsigned i = 0; i < r->e.n_mem; i++)
    refs[i] = avow_run_refer (r, &r->e.mem[i]);
  avow_run_compute (r, refs, &o);
  pop_value (r, refs, &o);
  read_all (r, &o);
  read_memory (r, refs, &o);
  write_memory (r, refs, &o);
  bool dead_end = never_returns (r);
  write_registers (r, &o);
  system_result (r);
  write_flags (r);
  restore_flags (r, &o);
  resolve_flow (r);
  if (dead_end)
    r->flow = ISA_TRAP;
  avow_run_move_stack (r);
  check_x87 (r);
  note_properties (r);
}
