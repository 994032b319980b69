/* step.c - one instruction: reads, memory, values, writes, in that order.

   The parts are in read.c, access.c (memory), value.c, write.c and stack.c.  */
#include <string.h>

#include "step.h"

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
  r->st = avow_state_new (c, &r->touched, arena);
  r->shares = avow_calloc (arena, 2 * c->stmt->n_outputs + 1, sizeof *r->shares);
  if (!r->st || !r->shares || !avow_trace_init (r, f->n_nodes))
    return false;
  avow_unicity_init (r);
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
  if (avow_body_said (r->body, r->arena, reason, it->off))
    return;
  char *text = avow_strndup (r->arena, r->c->stmt->text + it->off, shown_length (it));
  r->ok &= avow_body_gap (r->body, r->arena, reason, text, it->insn_no, it->off, it->len);
}

/* Index of the cell of st(I) with DEPTH registers pushed since entry.  */
static unsigned
x87_cell (const struct avow_contract *c, int depth, int i)
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
    return x87_cell (r->c, depth, (int)loc - r->c->arch->isa->loc_st0);
  return loc;
}

static bool
lacks (const struct avow_run *r, unsigned ext)
{
  const uint64_t *words = r->c->stmt->target.lacks;
  return ext < 64 * AVOW_EXT_WORDS && words[ext / 64] >> (ext % 64) & 1;
}

/* What EVEX and VEX rows need besides is implied by their own extension, but for AVX512VL.  */
static void
note_extension (struct avow_run *r)
{
  struct avow_summary *s = r->s;
  if (s->lacking || !lacks (r, r->e.row->ext))
    return;
  s->lacking = true;
  s->lacking_ext = r->e.row->ext;
  s->lacking_item = r->item;
}

/* Not a move, nor a hint.  */
static bool
computes (const struct avow_effect *e)
{
  switch (e->row->op)
    {
    case ISA_OP_MOV: case ISA_OP_MOVZX: case ISA_OP_MOVSX: case ISA_OP_LEA: case ISA_OP_XCHG:
    case ISA_OP_PUSH: case ISA_OP_POP: case ISA_OP_PUSHF: case ISA_OP_POPF:
      return false;
    default: break;
    }
  for (unsigned i = 0; i < e->n_acc; i++)
    if (e->acc[i].role & (AVOW_ROLE_W | AVOW_ROLE_WCOND))
      return true;
  return false;
}

/* A nop, or a register exchanged with itself: a place that is patched, or a mark for a debugger or a simulator.  */
static bool
marks (const struct avow_effect *e)
{
  if (e->row->op == ISA_OP_XCHG)
    return e->n_ops == 2 && e->n_mem == 0 && e->ops[0].kind && e->ops[1].kind && e->ops[0].loc == e->ops[1].loc;
  return !e->n_acc && !e->n_mem && !(e->flags_w | e->flags_cw | e->flags_r) && !e->row->x87 && !e->same_source
         && e->row->flow == ISA_NEXT;
}

static void
note_properties (struct avow_run *r)
{
  const struct isa_row *row = r->e.row;
  struct avow_summary *s = r->s;
  if (!r->record)
    return;
  note_extension (r);
  /* cpuid (serialising) says the same each time, as far as programs ask.  */
  uint64_t props = row->props & ISA_SERIAL ? row->props & ~ISA_NONDET : row->props;
  if (row->props & ISA_PRIV && !(s->props & ISA_PRIV))
    s->priv_item = r->item;
  if (props & ISA_NONDET && !(s->props & ISA_NONDET))
    s->nondet_item = r->item;
  uint64_t effect = ISA_IO;
  if (row->props & ISA_FENCE && !s->fences)
    {
      s->fences = true;
      s->fence_item = r->item;
    }
  if (row->props & ISA_ORDER && !(row->props & ISA_PREFETCH) && !s->orders)
    {
      s->orders = true;
      s->order_item = r->item;
    }
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
  s->other_code |= row->flow >= ISA_CALL || marks (&r->e);
  s->jumps |= row->flow != ISA_NEXT;
  s->decides |= (r->e.flags_r & r->c->arch->status_flags) != 0;
  s->computes |= computes (&r->e);
  if (avow_run_enters_kernel (r) && !s->system_call)
    {
      s->system_call = true;
      s->system_item = r->item;
    }
}

/* A mnemonic that no table has is the use of a macro from elsewhere, rather than a new instruction,
   when it is written as no instruction is.  */
static bool
looks_like_macro (const struct avow_run *r, const struct avow_item *it)
{
  const char *p = it->written.len ? it->written.p : r->c->stmt->text + it->off;
  return memchr (it->name.p, '_', it->name.len) || (it->len && *p >= 'A' && *p <= 'Z');
}

/* An instruction that is not understood may do anything; what does not depend on it still
   stands, so the state simply goes on.  */
static void
unknown_instruction (struct avow_run *r, const struct avow_item *it, enum avow_match m)
{
  r->flow = ISA_NEXT;
  r->st->tainted = true;
  r->st->flags.known = r->st->flags.value = 0;
  avow_kept_forget (r->st);
  r->st->half.cc = 0;
  if (!r->record || it->garbage)
    return;
  const char *detail = avow_strndup (r->arena, it->name.p, it->name.len < 120 ? it->name.len : 120);
  enum avow_reason why = m != AVOW_NO_NAME          ? AVOW_REASON_UNKNOWN_FORM
                         : looks_like_macro (r, it) ? AVOW_REASON_MACRO
                                                    : AVOW_REASON_UNKNOWN_INSN;
  r->ok &= avow_body_gap (r->body, r->arena, why, detail, it->insn_no, it->off, it->len);
}

/* Does more come of the instruction than the registers that it sets?  The tags that MMX instructions set do not depend on
   their operands, and the exceptions that are noted in MXCSR nobody counts.  */
static bool
has_effect (const struct avow_run *r)
{
  bool marks_only = r->e.row->props & (ISA_MMX | ISA_MXCSR);
  for (unsigned i = 0; i < r->e.n_mem; i++)
    if (r->e.mem[i].role & (AVOW_ROLE_W | AVOW_ROLE_WCOND))
      return true;
  for (unsigned i = 0; i < r->e.n_acc && !marks_only; i++)
    if (r->e.acc[i].role & (AVOW_ROLE_W | AVOW_ROLE_WCOND) && r->e.acc[i].loc < r->c->n_hard
        && r->c->arch->isa->locs[r->e.acc[i].loc].flags & AVOW_LOC_UNTRACKED)
      return true;
  return r->e.row->props & (ISA_IO | ISA_SYSTEM | ISA_PRIV);
}

static void
note_effect (struct avow_run *r)
{
  struct avow_event *e = avow_trace_current (r);
  if (!e)
    return;
  e->effect = !e->n_defs || has_effect (r);
  e->hands_over = r->flow == ISA_SYSCALL || r->flow == ISA_TRAP || r->flow == ISA_SYSRET
                  || (r->flow == ISA_CALL && !avow_leads_on (r->target)
                      && (r->callee.kind == AVOW_CALLEE_UNKNOWN || r->callee.kind == AVOW_CALLEE_SYSCALL));
}

static bool
mask_is_full (struct avow_run *r)
{
  const struct avow_effect *e = &r->e;
  struct avow_value v = avow_unknown ();
  if (e->n_ops == 3)
    {
      v = avow_run_operand_value (r, 2, NULL);
      return v.kind == AVOW_V_CONST && v.off == -1 && v.width >= e->ops[2].size;
    }
  for (unsigned i = 0; i < e->n_acc; i++)
    if (e->acc[i].op == 0 && e->acc[i].role & AVOW_ROLE_R && e->acc[i].loc != e->ops[0].loc)
      v = avow_cell_value (r->st, r->c, e->acc[i].loc, 8);
  unsigned n = e->n_mem && e->mem[0].size ? e->ops[0].size / e->mem[0].size : 64;
  uint64_t need = n >= 64 ? ~(uint64_t)0 : ((uint64_t)1 << n) - 1;
  return v.kind == AVOW_V_CONST && ((uint64_t)v.off & need) == need;
}

/* A gather under a mask that is all ones sets all of its destination.  */
static void
settle_gather (struct avow_run *r)
{
  struct avow_effect *e = &r->e;
  if (!(e->row->props & ISA_GATHER) || !e->n_ops || !e->ops[0].kind || !mask_is_full (r))
    return;
  unsigned kept = 0;
  for (unsigned i = 0; i < e->n_acc; i++)
    {
      struct avow_access a = e->acc[i];
      bool destination = a.op == 0 && a.loc == e->ops[0].loc && !(a.role & AVOW_ROLE_ADDR);
      if (destination && a.role & (AVOW_ROLE_R | AVOW_ROLE_RCOND))
        continue;
      if (destination)
        a.role = AVOW_ROLE_W;
      e->acc[kept++] = a;
    }
  e->n_acc = kept;
}

void
avow_run_step (struct avow_run *r, int32_t node)
{
  r->node = node;
  r->item = r->f->nodes[node].item;
  const struct avow_item *it = &r->body->items[r->item];
  enum avow_match m = avow_effect_of (r->c, it, &r->e);
  if (m != AVOW_MATCH)
    {
      unknown_instruction (r, it, m);
      return;
    }
  if (r->e.one_register)
    avow_run_gap (r, AVOW_REASON_ONE_REGISTER);
  if (r->e.row->props & ISA_VAGUE)
    {
      avow_run_gap (r, AVOW_REASON_VAGUE);
      r->st->tainted = true;
    }
  settle_gather (r);
  struct avow_reached refs[AVOW_MAX_MEMREFS];
  struct outcome o;
  avow_trace_event (r);
  for (unsigned i = 0; i < r->e.n_mem; i++)
    refs[i] = avow_run_refer (r, &r->e.mem[i]);
  avow_run_note_moved (r);
  avow_run_branch (r, refs);
  avow_run_compute (r, refs, &o);
  avow_run_pop_value (r, refs, &o);
  avow_run_read_registers (r, &o);
  avow_run_read_memory (r, refs, &o);
  r->takes_back = avow_run_takes_back (r, refs);
  avow_run_write_memory (r, refs, &o);
  avow_run_dump (r, refs);
  bool dead_end = avow_run_never_returns (r);
  avow_run_write_registers (r, &o);
  avow_run_read_apart (r);
  avow_run_system_result (r);
  avow_run_write_flags (r, &o);
  avow_run_restore_flags (r, &o);
  bool leaves = r->flow == ISA_CALL && !avow_leads_on (r->target);
  if (dead_end)
    r->flow = ISA_TRAP;
  avow_run_move_stack (r);
  avow_run_machine (r);
  note_properties (r);
  note_effect (r);
  if (leaves && !dead_end)
    avow_run_call (r);
}
