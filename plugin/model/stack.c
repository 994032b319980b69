/* stack.c - what instructions do to the stack pointer, beyond the accesses that their rows name.  */
#include "step.h"

/* leave: the stack pointer comes back from the frame pointer, which is popped.  */
static bool
leave_frame (struct avow_run *r)
{
  const struct avow_isa *isa = r->c->arch->isa;
  unsigned word = r->c->arch->word_bytes;
  struct avow_value fp = avow_cell_value (r->st, r->c, isa->loc_fp, word);
  struct avow_value saved = avow_unknown ();
  if (r->e.row->op != ISA_OP_LEAVE)
    return false;
  if (fp.kind == AVOW_V_ENTRY && avow_is_stack_base (r->c, fp.loc))
    {
      saved = avow_slot_load (r->st, fp.loc, fp.off, word);
      fp.off += word;
    }
  else
    fp = avow_unknown ();
  avow_cell_write (r->st, r->c, isa->loc_sp, avow_loc_bytes (r->c, isa->loc_sp), fp, false);
  avow_run_write (r, isa->loc_fp, avow_bytes (word), saved, false);
  return true;
}

/* enter SIZE, 0: the frame pointer is pushed and then marks the place, SIZE bytes below it are
   reserved (Intel SDM vol. 2).  A nesting level copies frame pointers, which nothing here follows.  */
static bool
enter_frame (struct avow_run *r)
{
  const struct avow_isa *isa = r->c->arch->isa;
  unsigned word = r->c->arch->word_bytes;
  struct avow_value sp = avow_cell_value (r->st, r->c, isa->loc_sp, word), fp = avow_unknown ();
  if (r->e.row->op != ISA_OP_ENTER)
    return false;
  bool plain = r->e.n_ops == 2 && r->e.ops[0].imm_known && r->e.ops[1].imm_known && !r->e.ops[1].imm
               && r->e.n_mem && r->e.mem[0].size == word; /* enterw pushes 2 bytes */
  if (sp.kind == AVOW_V_ENTRY && plain)
    {
      sp.off -= word;
      fp = sp;
      avow_slot_store (r->st, r->c, sp.loc, sp.off, word,
                       avow_cell_value (r->st, r->c, isa->loc_fp, word));
      sp.off -= r->e.ops[0].imm & 0xffff;
    }
  else
    sp = avow_unknown ();
  avow_run_write (r, isa->loc_fp, avow_bytes (word), fp, false);
  avow_cell_write (r->st, r->c, isa->loc_sp, avow_loc_bytes (r->c, isa->loc_sp), sp, false);
  return true;
}

/* pusha and popa: the eight registers, in the order of their numbers, downwards; the saved stack
   pointer is not popped (Intel SDM vol. 2).  */
static void
all_registers (struct avow_run *r)
{
  const struct avow_isa *isa = r->c->arch->isa;
  struct avow_value sp = avow_cell_value (r->st, r->c, isa->loc_sp, r->c->arch->word_bytes);
  bool push = r->e.row->op == ISA_OP_PUSHA, known = sp.kind == AVOW_V_ENTRY;
  if (!push && r->e.row->op != ISA_OP_POPA)
    return;
  for (unsigned i = 0; i < 8; i++)
    {
      int64_t off = sp.off + (push ? -32 : 0) + 28 - 4 * (int64_t)i;
      struct avow_value v = avow_unknown ();
      if (push && known)
        avow_slot_store (r->st, r->c, sp.loc, off, 4, avow_cell_value (r->st, r->c, i, 4));
      if (push || i == isa->loc_sp)
        continue;
      if (known)
        v = avow_slot_load (r->st, sp.loc, off, 4);
      avow_run_write (r, i, avow_bytes (4), v, false);
    }
}

/* push2 and pop2 (APX): the first operand is pushed first, and popped first (APX specification, "PUSH2").  */
static void
two_registers (struct avow_run *r)
{
  const struct avow_isa *isa = r->c->arch->isa;
  struct avow_value sp = avow_cell_value (r->st, r->c, isa->loc_sp, 8);
  bool push = r->e.row->op == ISA_OP_PUSH2, known = sp.kind == AVOW_V_ENTRY;
  if (!push && r->e.row->op != ISA_OP_POP2)
    return;
  for (int i = 0; i < 2; i++)
    {
      unsigned loc = r->e.ops[i].loc;
      int64_t off = sp.off + (push ? -8 - 8 * i : 8 * i);
      if (!push)
        avow_run_write (r, loc, avow_bytes (8),
                        known ? avow_slot_load (r->st, sp.loc, off, 8) : avow_unknown (), false);
      else if (known)
        avow_slot_store (r->st, r->c, sp.loc, off, 8, avow_cell_value (r->st, r->c, loc, 8));
    }
}

static void
move (struct avow_run *r)
{
  if (leave_frame (r) || enter_frame (r))
    return;
  all_registers (r);
  two_registers (r);
  if (!r->e.stack && !r->e.stack_unknown)
    return;
  if (r->flow == ISA_CALL && !avow_leads_on (r->target))
    return; /* comes back with the return address popped */
  unsigned sp = r->c->arch->isa->loc_sp;
  struct avow_value v = avow_cell_value (r->st, r->c, sp, r->c->arch->word_bytes);
  uint64_t all = avow_loc_bytes (r->c, sp);
  if (r->e.row->op == ISA_OP_POP && r->e.n_ops && r->e.ops[0].mem < 0 && r->e.ops[0].loc == sp)
    return; /* the popped value is what counts (Intel SDM, POP) */
  if (r->e.row->op == ISA_OP_IRET)
    v = avow_run_iret_stack (r);
  else if (r->e.stack_unknown || !avow_from_entry (v))
    v = avow_unknown ();
  else if (v.kind == AVOW_V_ENTRY)
    v.off += r->e.stack;
  avow_cell_write (r->st, r->c, sp, all, v, false);
}

/* ---- bounds --------------------------------------------------------------------- */

/* By how much the instruction moves the stack pointer, when it is not followed exactly (a loop that
   pushes).  */
static bool
known_move (const struct avow_run *r, int64_t *by)
{
  const struct avow_effect *e = &r->e;
  unsigned sp = r->c->arch->isa->loc_sp;
  *by = e->stack;
  if (e->stack && !e->stack_unknown)
    return true;
  if (!e->n_ops || e->ops[0].mem >= 0 || e->ops[0].loc != sp || !e->ops[0].kind)
    return false;
  const struct avow_resolved *last = &e->ops[e->n_ops - 1];
  switch (e->row->op)
    {
    case ISA_OP_ADD: *by = last->imm; return last->imm_known && e->n_ops == 2;
    case ISA_OP_SUB: *by = -last->imm; return last->imm_known && e->n_ops == 2;
    case ISA_OP_LEA:
      {
        const struct avow_ea *ea = last->mem >= 0 ? &e->mem[last->mem].ea : NULL;
        *by = ea ? ea->disp : 0;
        return ea && ea->operand < 0 && ea->base == (int)sp && ea->index < 0 && ea->disp_known
               && !ea->sym.len && ea->sym_operand < 0;
      }
    default: return false;
    }
}

static bool
writes_sp (const struct avow_run *r)
{
  if (r->e.stack || r->e.stack_unknown || r->e.row->op == ISA_OP_LEAVE || r->e.row->op == ISA_OP_ENTER)
    return true;
  for (unsigned i = 0; i < r->e.n_acc; i++)
    if (r->e.acc[i].loc == r->c->arch->isa->loc_sp
        && r->e.acc[i].role & (AVOW_ROLE_W | AVOW_ROLE_WCOND))
      return true;
  return false;
}

/* Keep within AVOW_FAR, so that sums stay small.  */
static int64_t
clamp (int64_t n)
{
  return n < -AVOW_FAR ? -AVOW_FAR : n > AVOW_FAR ? AVOW_FAR : n;
}

static void
track_bounds (struct avow_run *r)
{
  struct avow_state *st = r->st;
  const struct avow_isa *isa = r->c->arch->isa;
  struct avow_value v = avow_cell_value (st, r->c, isa->loc_sp, r->c->arch->word_bytes);
  int64_t by;
  if (v.kind == AVOW_V_ENTRY && v.loc == isa->loc_sp)
    st->sp_min = st->sp_max = clamp (v.off);
  else if (v.kind == AVOW_V_ENTRY && v.loc == isa->loc_aligned_sp)
    {
      st->sp_min = -AVOW_FAR;
      st->sp_max = clamp (st->aligned_top + clamp (v.off));
    }
  else if (v.kind == AVOW_V_BASED && avow_is_stack_base (r->c, v.loc) && known_move (r, &by))
    {
      st->sp_min = st->sp_min <= -AVOW_FAR ? -AVOW_FAR : clamp (st->sp_min + clamp (by));
      st->sp_max = st->sp_max >= AVOW_FAR ? AVOW_FAR : clamp (st->sp_max + clamp (by));
    }
  else if (v.kind == AVOW_V_BASED && v.loc == isa->loc_sp && r->e.row->op == ISA_OP_AND)
    st->sp_min = -AVOW_FAR;
  else
    {
      st->sp_min = -AVOW_FAR;
      st->sp_max = AVOW_FAR;
    }
}

struct avow_value
avow_run_align (struct avow_run *r, struct avow_value v, int64_t mask)
{
  struct avow_state *st = r->st;
  bool power = mask < 0 && !(-mask & (-mask - 1));
  bool fresh = !st->aligned || (st->aligned_mask == mask && st->aligned_top == v.off);
  if (v.kind == AVOW_V_ENTRY && v.loc == r->c->arch->isa->loc_sp && power && fresh
      && v.off < AVOW_FAR && v.off > -AVOW_FAR)
    {
      st->aligned = true;
      st->aligned_mask = mask;
      st->aligned_top = v.off;
      v.loc = r->c->arch->isa->loc_aligned_sp;
      v.off = 0;
    }
  else
    v.kind = AVOW_V_BASED;
  return v;
}

void
avow_run_move_stack (struct avow_run *r)
{
  move (r);
  if (!writes_sp (r))
    return;
  track_bounds (r);
  if (r->record && !r->s->sp_moved)
    {
      r->s->sp_moved = true;
      r->s->sp_item = r->item;
    }
}

/* ---- what becomes of it ------------------------------------------------------------ */

static bool
excludes_entry (const struct avow_run *r, struct avow_value v)
{
  if (v.kind == AVOW_V_CONST || (v.kind == AVOW_V_ENTRY && v.loc != r->c->arch->isa->loc_sp))
    return true;
  if (v.kind == AVOW_V_ENTRY)
    return v.off != 0;
  return avow_from_entry (v) && avow_is_stack_base (r->c, v.loc)
         && (r->st->sp_min > 0 || r->st->sp_max < 0);
}

void
avow_run_stack_exit (struct avow_run *r)
{
  const struct avow_isa *isa = r->c->arch->isa;
  const struct avow_cell *cell = avow_cell (r->st, r->c, isa->loc_sp);
  struct avow_value v = avow_cell_value (r->st, r->c, isa->loc_sp, r->c->arch->word_bytes);
  struct avow_summary *s = r->s;
  if (avow_cell_kept (cell) == avow_loc_bytes (r->c, isa->loc_sp))
    return;
  const struct avow_promise *p = &r->c->promises[isa->loc_sp];
  if (r->st->tainted || p->out || p->clobber || !excludes_entry (r, v))
    {
      avow_run_gap (r, avow_from_entry (v) && avow_is_stack_base (r->c, v.loc)
                           ? AVOW_REASON_STACK_UNBALANCED : AVOW_REASON_STACK_LOST);
      return;
    }
  s->sp_exit = v.kind != AVOW_V_ENTRY || v.loc != isa->loc_sp ? AVOW_SP_OTHER : AVOW_SP_OFF;
  if (avow_from_entry (v) && v.kind == AVOW_V_BASED && v.loc == isa->loc_sp)
    s->sp_exit = AVOW_SP_OFF;
  s->sp_off = r->st->sp_max < 0 ? r->st->sp_max : r->st->sp_min;
  s->sp_off_exact = r->st->sp_min == r->st->sp_max;
  s->sp_exit_item = r->item;
}

/* Operand K is used by its address while the stack pointer is elsewhere: when that is addressed from it, another
   object is used.  */
static void
note_moved_use (struct avow_run *r, unsigned k, bool certain)
{
  struct avow_summary *s = r->s;
  for (unsigned i = 0; i < s->n_moved; i++)
    if (s->moved[i].operand == k)
      {
        if (certain && !s->moved[i].certain)
          s->moved[i] = (struct avow_moved_use){ (uint16_t)k, true, r->item };
        return;
      }
  s->moved = avow_grow (r->arena, s->moved, s->n_moved, &r->cap_moved, sizeof *s->moved);
  if (!s->moved)
    {
      s->n_moved = 0;
      r->ok = false;
      return;
    }
  s->moved[s->n_moved++] = (struct avow_moved_use){ (uint16_t)k, certain, r->item };
}

void
avow_run_note_moved (struct avow_run *r)
{
  unsigned sp = r->c->arch->isa->loc_sp;
  bool pops = r->e.row->op == ISA_OP_POP || r->e.row->op == ISA_OP_POPF;
  if (!r->record || (!pops && avow_cell_kept (avow_cell (r->st, r->c, sp)) == avow_loc_bytes (r->c, sp)))
    return;
  struct avow_value v = avow_cell_value (r->st, r->c, sp, r->c->arch->word_bytes);
  /* pop computes the address of its destination after it moved the stack pointer (Intel SDM, POP).  */
  if (pops)
    v.off += r->e.stack;
  if (v.kind == AVOW_V_ENTRY && v.loc == sp && v.off == 0)
    return;
  for (unsigned i = 0; i < r->e.n_ops; i++)
    {
      const struct avow_optext *t = r->e.ops[i].text;
      int k = r->e.ops[i].token;
      if (k < 0 && t && t->base.modifier == 'a')
        k = t->base.operand; /* %a1: an address */
      if (k >= 0 && (unsigned)k < r->c->stmt->n_operands && r->c->places[k].kinds & AVOW_K_MEM)
        note_moved_use (r, (unsigned)k, excludes_entry (r, v));
    }
}
