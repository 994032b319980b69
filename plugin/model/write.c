/* write.c - what an instruction writes: registers, memory, flags.  */
#include "step.h"

/* OP: the operand of the instruction that is written, -1 = something implicit.  */
static void
write_cell (struct avow_run *r, unsigned cell, uint64_t mask, struct avow_value val, bool cond,
            int op)
{
  bool kept = r->e.maybe_kept && op >= 0;
  const struct avow_cell *old = avow_cell (r->st, r->c, cell);
  uint64_t perhaps_kept = mask & ~(old->def & ~old->kept & ~old->kept_now);
  if (r->record && cell < r->c->n_locs)
    {
      struct avow_fate *f = &r->s->fates[cell];
      if (!f->wrote)
        f->write_item = r->item;
      if (cond && !f->cond_item)
        f->cond_item = r->item;
      f->wrote |= mask;
      if (kept)
        f->maybe_item = r->item;
    }
  if (cell == r->c->arch->isa->loc_flags)
    r->st->half.cc = 0;
  bool all = cond && op == 0 && r->e.row->op == ISA_OP_CMOV && avow_run_complete (r, cell, mask);
  avow_cell_write (r->st, r->c, cell, mask, all ? avow_unknown () : val, cond && !all);
  if (kept)
    avow_run_keep (r, avow_cell (r->st, r->c, cell), perhaps_kept);
  else if (cond && op == 0)
    avow_run_repair (r, avow_cell (r->st, r->c, cell), mask);
  avow_trace_def (r, cell, mask, cond || kept, op);
  if (cell < r->c->n_locs && r->c->promises[cell].output >= 0)
    avow_run_damage_inputs (r, cell, val);
  else if (cell < r->c->n_locs && r->c->promises[cell].input >= 0)
    avow_run_overwrite_input (r, (unsigned)r->c->promises[cell].input);
  else if (cell < r->c->n_hard)
    avow_run_write_undeclared (r, cell);
}

void
avow_run_write (struct avow_run *r, unsigned loc, uint64_t mask, struct avow_value val, bool cond)
{
  write_cell (r, loc, mask, val, cond, -1);
}

/* By how many bytes a string instruction moves its pointers: once, or as often as a count
   that is known; upwards, as the ABI has it, unless the direction flag was written.  */
bool
avow_run_advance (const struct avow_run *r, int64_t *n)
{
  const struct avow_cell *flags = avow_cell (r->st, r->c, r->c->arch->isa->loc_flags);
  uint32_t df = r->c->arch->abi_flags;
  if (!(r->e.row->props & (ISA_REP | ISA_REPE)) || (avow_cell_kept (flags) & df) != df || !r->e.size)
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
      int k = count.kind == AVOW_V_ENTRY && count.off == 0 ? r->c->promises[count.loc].input : -1;
      int64_t number;
      if (k >= 0 && avow_operand_number (&r->c->stmt->operands[k], &number))
        count = avow_const (number, r->c->arch->ptr_bytes);
      if (count.kind != AVOW_V_CONST || count.off < 0 || count.off > INT32_MAX)
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
        if (v.kind == AVOW_V_ENTRY && avow_run_advance (r, &n))
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
  if (a->op < 0 && o->state.kind != AVOW_V_UNKNOWN && a->loc == o->state_loc)
    return o->state;
  if (a->op < 0 && r->takes_back)
    return avow_run_taken_back (r, a);
  if (a->op < 0)
    return advanced (r, a->loc);
  return avow_unknown ();
}

void
avow_run_write_registers (struct avow_run *r, const struct outcome *o)
{
  const struct avow_effect *e = &r->e;
  unsigned sp = r->c->arch->isa->loc_sp;
  int depth = r->st->depth + (e->row->x87 > 0 ? e->row->x87 : 0);
  struct avow_value vals[AVOW_MAX_ACCESSES];
  for (unsigned i = 0; i < e->n_acc; i++)
    if (e->acc[i].role & (AVOW_ROLE_W | AVOW_ROLE_WCOND))
      vals[i] = value_for (r, &e->acc[i], o);
  if (r->st->kept_flag & (e->flags_w | e->flags_cw))
    avow_kept_forget (r->st);
  int64_t moved;
  bool exact = e->rep && avow_run_advance (r, &moved);
  for (unsigned i = 0; i < e->n_acc; i++)
    {
      const struct avow_access *a = &e->acc[i];
      if (!(a->role & (AVOW_ROLE_W | AVOW_ROLE_WCOND)))
        continue;
      bool pops_sp = a->op == 0 && e->row->op == ISA_OP_POP;
      if ((a->loc == sp && (e->stack || e->stack_unknown) && !pops_sp) || e->row->op == ISA_OP_POPA
          || e->row->op == ISA_OP_POP2 || e->row->op == ISA_OP_LEAVE || e->row->op == ISA_OP_ENTER)
        continue; /* see stack.c */
      if (e->row->props & ISA_EMMS && a->loc < r->c->n_hard
          && r->c->arch->isa->locs[a->loc].cls == AVOW_RC_ST)
        continue; /* empties what the MMX instructions before it destroyed */
      bool cond = a->role & AVOW_ROLE_WCOND && !(r->stores_expected && a->op < 0) && !exact;
      write_cell (r, avow_run_cell_of (r, a->loc, depth), a->mask, vals[i], cond, a->op);
    }
}

/* exit and its like: the number is a constant that the architecture lists.  */
bool
avow_run_never_returns (const struct avow_run *r)
{
  const struct avow_arch *arch = r->c->arch;
  if (!avow_run_enters_kernel (r) || arch->syscall_result < 0)
    return false;
  struct avow_value v = avow_cell_value (r->st, r->c, (unsigned)arch->syscall_result, 4);
  int64_t number = v.off;
  if (v.kind == AVOW_V_ENTRY && v.off == 0)
    {
      int k = r->c->promises[v.loc].input;
      if (k < 0 || !avow_operand_number (&r->c->stmt->operands[k], &number))
        return false;
    }
  else if (v.kind != AVOW_V_CONST)
    return false;
  const int16_t *exits = r->flow == ISA_SYSCALL && r->e.n_ops ? arch->gate_exit_calls : arch->exit_calls;
  return number == exits[0] || number == exits[1];
}

/* The kernel gives its result in a register that no table row names: what the instruction does
   itself is only to enter it (Linux: rax for syscall, int $0x80 and sysenter; syscall(2)).  */
void
avow_run_system_result (struct avow_run *r)
{
  int loc = r->c->arch->syscall_result;
  if (!avow_run_enters_kernel (r) || loc < 0)
    return;
  uint64_t word = avow_bytes (r->c->arch->word_bytes);
  avow_run_consume (r, (unsigned)loc, avow_bytes (4));
  avow_run_write (r, (unsigned)loc, word, avow_unknown (), false);
}

/* The flags image: as on entry, or for some bits.  */
static struct avow_value
flags_pushed (const struct avow_run *r)
{
  unsigned loc = r->c->arch->isa->loc_flags;
  struct avow_value v = avow_cell_value (r->st, r->c, loc, 64);
  if (v.kind == AVOW_V_UNKNOWN)
    v = (struct avow_value){ AVOW_V_BASED, r->c->arch->word_bytes, (uint16_t)loc,
                             avow_cell_kept (avow_cell (r->st, r->c, loc)) & UINT32_MAX };
  return v;
}

/* lahf: remember which of the flags in its register are those of the entry.  */
static void
save_flags (struct avow_run *r)
{
  const struct avow_effect *e = &r->e;
  for (unsigned i = 0; i < e->n_acc && e->row->op == ISA_OP_LAHF; i++)
    if (e->acc[i].role & AVOW_ROLE_W)
      {
        r->st->image.bytes = e->acc[i].mask;
        r->st->image.cell = e->acc[i].loc;
        r->st->image.own
            = (uint32_t)avow_cell_kept (avow_cell (r->st, r->c, r->c->arch->isa->loc_flags)) & e->flags_r;
      }
}

/* Flags that the instruction brings back as they were on entry.  */
static uint32_t
flags_back (const struct avow_run *r, const struct outcome *o)
{
  const struct isa_row *row = r->e.row;
  uint32_t fixed = r->c->arch->abi_flags;
  if (row->flags_0 & fixed)
    return row->flags_0 & fixed; /* cld: as the ABI has it */
  if (row->op == ISA_OP_SAHF)
    return r->st->image.bytes ? r->st->image.own & r->e.flags_w : 0;
  if ((row->op == ISA_OP_POPF || row->op == ISA_OP_IRET) && avow_from_entry (o->val[0])
      && o->val[0].loc == r->c->arch->isa->loc_flags)
    return o->val[0].kind == AVOW_V_ENTRY ? UINT32_MAX : (uint32_t)o->val[0].off;
  return 0;
}

void
avow_run_write_memory (struct avow_run *r, const struct avow_reached *refs, const struct outcome *o)
{
  for (unsigned i = 0; i < r->e.n_mem; i++)
    {
      const struct avow_reached *a = &refs[i];
      if (!(a->role & (AVOW_ROLE_W | AVOW_ROLE_WCOND)) || r->stores_expected)
        continue;
      int op = r->e.mem[i].op;
      struct avow_value v = avow_unknown ();
      if (op == 0 || (op == 1 && r->e.row->op == ISA_OP_XCHG))
        v = o->val[op];
      else if (op < 0 && r->e.row->op == ISA_OP_PUSH)
        v = o->val[0];
      else if (op < 0 && r->e.row->op == ISA_OP_PUSHF)
        v = flags_pushed (r);
      else if (op < 0 && r->flow == ISA_CALL)
        v = avow_run_return_address (r);
      avow_run_store (r, a, v);
    }
}

/* repne scasb sets no flag when the count is zero, which code mostly excludes: like bsf of zero.  */
static void
rep_flags (struct avow_run *r, uint32_t flags)
{
  unsigned loc = r->c->arch->isa->loc_flags;
  const struct avow_cell *old = avow_cell (r->st, r->c, loc);
  uint64_t kept = flags & ~(old->def & ~old->kept);
  if (!flags)
    return;
  avow_run_write (r, loc, flags, avow_unknown (), false);
  avow_cell (r->st, r->c, loc)->kept |= kept;
}

void
avow_run_write_flags (struct avow_run *r, const struct outcome *o)
{
  const struct avow_effect *e = &r->e;
  unsigned loc = r->c->arch->isa->loc_flags;
  if (r->record && (e->flags_w | e->flags_cw) & r->c->arch->status_flags && !r->s->writes_flags)
    {
      r->s->writes_flags = true;
      r->s->flags_item = r->item;
    }
  if (e->flags_w | e->flags_cw)
    avow_run_know_flags (r, o);
  if (e->rep)
    {
      rep_flags (r, e->flags_w | e->flags_cw);
      return;
    }
  /* A flag that is left undefined may also be left as it was: who reads it reads what the compiler left
     there (imul and ZF on processors that do not touch it).  A flag that no condition tests (AF) is
     read by images of the flags, where nobody asks for it.  */
  uint32_t undefined = e->row->flags_u & ~e->row->flags_w & r->c->arch->condition_flags;
  uint32_t sure = e->flags_w & ~(e->flags_cw | undefined);
  if ((e->flags_w | e->flags_cw) & ~sure)
    avow_run_write (r, loc, (e->flags_w | e->flags_cw) & ~sure, avow_unknown (), true);
  if (sure)
    avow_run_write (r, loc, sure, avow_unknown (), false);
}

/* pop and popf: what the slot held goes to the destination.  */
void
avow_run_pop_value (struct avow_run *r, const struct avow_reached *refs, struct outcome *o)
{
  if (r->e.row->op == ISA_OP_IRET)
    o->val[0] = avow_run_iret_flags (r);
  if (r->e.row->op != ISA_OP_POP && r->e.row->op != ISA_OP_POPF)
    return;
  for (unsigned i = 0; i < r->e.n_mem; i++)
    if (r->e.mem[i].op < 0)
      o->val[0] = avow_run_load (r, &refs[i]);
  o->copies_implicit = true;
}

void
avow_run_restore_flags (struct avow_run *r, const struct outcome *o)
{
  unsigned loc = r->c->arch->isa->loc_flags;
  struct avow_cell *cell = avow_cell (r->st, r->c, loc);
  uint32_t back = flags_back (r, o), fixed = r->c->arch->abi_flags;
  save_flags (r);
  if (r->e.row->op == ISA_OP_POPF && (back & fixed) != fixed && r->record && !r->s->flags_loaded)
    {
      r->s->flags_loaded = true;
      r->s->loaded_item = r->item;
    }
  if (back == ~(uint32_t)0 && r->record)
    r->s->flags_loaded = false; /* as they were on entry */
  cell->own |= back;
  cell->lost &= ~(uint64_t)back;
  cell->def &= ~(uint64_t)back;
  cell->cond &= ~(uint64_t)back;
}
