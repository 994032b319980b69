/* access.c - what a memory access reaches, and what it finds there.

   The address is followed back to the entry value of a pointer operand, the stack pointer, a
   memory operand's object, a symbol or a segment.  Stack slots and places that the body stored to
   itself keep their values.  */
#include "step.h"

#include <string.h>

/* An offset from a pointer counts modulo the address space: adding 0xfffffff8 in 32-bit mode goes down.  */
int64_t
avow_run_wrap (const struct avow_run *r, int64_t off)
{
  return r->c->arch->word_bytes == 4 ? (int32_t)(uint32_t)off : off;
}

/* The value of the address that EA forms, operand tokens excepted.  */
struct avow_value
avow_run_address_value (const struct avow_run *r, const struct avow_ea *ea)
{
  unsigned ptr = r->c->arch->ptr_bytes;
  struct avow_value base = avow_const (0, ptr), index = avow_unknown ();
  if (ea->base >= 0)
    base = avow_cell_value (r->st, r->c, (unsigned)ea->base, ptr);
  if (ea->index >= 0)
    index = avow_cell_value (r->st, r->c, (unsigned)ea->index, ptr);
  if (ea->index >= 0 && (ea->base < 0 || !avow_from_entry (base)) && avow_from_entry (index)
      && ea->scale <= 1 && !ea->vector_index)
    {
      /* The pointer is in the index position.  */
      index.kind = AVOW_V_BASED;
      return index;
    }
  if (avow_is_symbol (index) && ea->scale <= 1 && !ea->vector_index && !avow_is_symbol (base)
      && !avow_run_is_pointer (r, base))
    return avow_run_beside (r, index);
  if (base.kind == AVOW_V_UNKNOWN || base.kind == AVOW_V_XOR)
    return avow_unknown ();
  if (avow_is_symbol (base))
    {
      bool plain
          = ea->index < 0 && ea->disp_known && !ea->disp && !ea->sym.len && ea->sym_operand < 0;
      return plain ? base : avow_run_beside (r, base);
    }
  if (base.kind == AVOW_V_ROTATED || base.kind == AVOW_V_FLIPPED || base.kind == AVOW_V_TURNED)
    base.kind = AVOW_V_BASED;
  bool fixed = ea->disp_known && !ea->sym.len && ea->sym_operand < 0;
  if (ea->index >= 0 && index.kind == AVOW_V_CONST && !ea->vector_index)
    base.off = avow_run_wrap (r, base.off + index.off * (ea->scale ? ea->scale : 1));
  else if (ea->index >= 0)
    fixed = false;
  if (fixed)
    base.off += ea->disp;
  else if (avow_from_entry (base))
    base.kind = AVOW_V_BASED;
  else
    base = avow_unknown ();
  return base;
}

/* Two operands point somewhere; which of them is the base of the access?  The one that
   the C type calls a pointer.  */
struct avow_value
avow_run_prefer_pointer (const struct avow_run *r, const struct avow_ea *ea, struct avow_value v)
{
  if (ea->index < 0 || ea->scale > 1 || ea->vector_index || !avow_from_entry (v))
    return v;
  struct avow_value i = avow_cell_value (r->st, r->c, (unsigned)ea->index, r->c->arch->ptr_bytes);
  if (!avow_from_entry (i))
    return v;
  int kv = r->c->promises[v.loc].input, ki = r->c->promises[i.loc].input;
  const struct avow_operand *ops = r->c->stmt->operands;
  if (ki >= 0 && ops[ki].type == AVOW_TYPE_POINTER
      && (kv < 0 || ops[kv].type != AVOW_TYPE_POINTER))
    {
      i.kind = AVOW_V_BASED;
      return i;
    }
  return v;
}

/* Is LOC the object of a memory operand (and not a register)?  */
static bool
is_object (const struct avow_run *r, unsigned loc)
{
  int k = avow_loc_operand (r->c, loc);
  return k >= 0 && locset_empty (&r->c->places[k].regs) && !r->c->places[k].address;
}

/* "lock; addl $0": the stores before it become visible, and nothing else happens.  */
static bool
changes_nothing (const struct avow_run *r)
{
  const struct avow_effect *e = &r->e;
  if (!(r->body->items[r->item].prefixes & AVOW_PFX_LOCK) || e->n_ops != 2 || !e->ops[1].imm_known)
    return false;
  switch (e->row->op)
    {
    case ISA_OP_ADD: case ISA_OP_SUB: case ISA_OP_OR: case ISA_OP_XOR: return e->ops[1].imm == 0;
    case ISA_OP_AND: return e->ops[1].imm == -1;
    default: return false;
    }
}

/* How far V is below the stack pointer.  */
static int64_t
below_stack (const struct avow_run *r, struct avow_value v)
{
  struct avow_value sp
      = avow_cell_value (r->st, r->c, r->c->arch->isa->loc_sp, r->c->arch->word_bytes);
  if (sp.kind != AVOW_V_ENTRY || v.kind != AVOW_V_ENTRY || sp.loc != v.loc || sp.off <= v.off)
    return 0;
  return sp.off - v.off;
}

/* The operand that register LOC still holds as it came in, or -1.  */
static int
operand_held (const struct avow_run *r, unsigned loc)
{
  struct avow_value v = avow_cell_value (r->st, r->c, loc, r->e.size);
  return v.kind == AVOW_V_ENTRY && v.off == 0 ? r->c->promises[v.loc].input : -1;
}

/* How far M reaches from its address on: a repeated string instruction with a known count, or
   a bit instruction (Intel SDM, "BT": the word of the operand size that the index leads to).  */
static void
measure (const struct avow_run *r, const struct avow_memref *m, struct avow_reached *out)
{
  int64_t n;
  out->index = -1;
  out->bit_string = r->e.row->props & ISA_BITBASE && m->repeated;
  if (!m->repeated)
    out->extent = m->size;
  else if (r->e.rep && avow_run_advance (r, &n) && n > 0)
    out->extent = (uint64_t)n;
  else if (out->bit_string)
    {
      int k = out->index = (int16_t)operand_held (r, r->e.ops[r->e.n_ops - 1].loc);
      uint64_t most = k >= 0 ? r->c->stmt->operands[k].value_max : 0;
      if (most && m->size)
        out->extent = (most / (8 * m->size) + 1) * m->size;
    }
}

static void
classify (const struct avow_run *r, const struct avow_memref *m, struct avow_reached *out)
{
  const struct avow_ea *ea = &m->ea;
  memset (out, 0, sizeof *out);
  out->role = m->role;
  out->size = m->size;
  out->repeated = m->repeated;
  out->operand = -1;
  out->item = r->item;
  out->faultable = r->faultable;
  out->no_change = changes_nothing (r);
  for (unsigned i = 0; i < r->e.n_acc; i++)
    out->x87 |= r->e.acc[i].loc < r->c->n_hard
                && r->c->arch->isa->locs[r->e.acc[i].loc].cls == AVOW_RC_ST;
  out->align = r->e.row->align == 255 ? (uint16_t)m->size : r->e.row->align;
  out->conditional = r->s->branches;
  measure (r, m, out);
  out->sym = ea->sym;
  if (ea->operand >= 0)
    {
      out->reach = AVOW_REACH_OPERAND;
      out->operand = ea->operand;
      out->glued = ea->glued;
      out->off = ea->disp;
      out->off_known = ea->disp_known && ea->sym_operand < 0;
      return;
    }
  struct avow_value v = avow_run_prefer_pointer (r, ea, avow_run_address_value (r, ea));
  if (avow_from_entry (v) && is_object (r, v.loc))
    v = avow_unknown (); /* a pointer that was loaded from a memory operand */
  if (ea->seg >= 0 && r->c->arch->own_segment (r->c->arch, (unsigned)ea->seg))
    {
      out->reach = AVOW_REACH_SEGMENT;
      return;
    }
  if (avow_run_reach_name (r, ea, out) || avow_run_reach_symbol (r, v, out))
    return;
  if (avow_from_entry (v) && avow_is_stack_base (r->c, v.loc))
    {
      out->reach = AVOW_REACH_STACK;
      out->loc = v.loc;
      out->off = v.off;
      out->off_known = v.kind == AVOW_V_ENTRY;
      out->top = v.loc == r->c->arch->isa->loc_sp ? 0 : r->st->aligned_top;
      out->below = below_stack (r, v);
    }
  else if (avow_from_entry (v))
    {
      out->reach = AVOW_REACH_POINTER;
      out->loc = v.loc;
      out->operand = r->c->promises[v.loc].input;
      out->off = v.off;
      out->off_known = v.kind == AVOW_V_ENTRY;
    }
  else if (ea->sym.len || ea->sym_operand >= 0)
    {
      out->reach = AVOW_REACH_SYMBOL;
      out->operand = ea->sym_operand;
      out->off = ea->disp;
      out->off_known = ea->sym_operand >= 0 && ea->index < 0 && ea->base < 0 && !ea->sym.len;
    }
  else if (v.kind == AVOW_V_CONST)
    out->reach = AVOW_REACH_ABSOLUTE;
  else
    out->reach = AVOW_REACH_UNKNOWN;
}

static void
note_memory (struct avow_run *r, const struct avow_reached *m)
{
  struct avow_summary *s = r->s;
  if (!r->record)
    return;
  s->mem = avow_grow (r->arena, s->mem, s->n_mem, &r->cap_mem, sizeof *s->mem);
  if (!s->mem)
    {
      s->n_mem = 0;
      r->ok = false;
      return;
    }
  s->mem[s->n_mem++] = *m;
}

/* One memory reference: attribute it, and follow it where the memory is an operand's
   object or a stack slot.  Returns the attribution.  */
struct avow_reached
avow_run_refer (struct avow_run *r, const struct avow_memref *m)
{
  struct avow_reached a;
  classify (r, m, &a);
  if (m->role & AVOW_ROLE_ADDR)
    {
      if (a.reach == AVOW_REACH_OPERAND && !(r->e.row->props & ISA_PREFETCH))
        avow_run_use_address (r, (unsigned)a.operand, m->op, false);
      if (r->e.row->props & ISA_ORDER)
        note_memory (r, &a); /* a cache line is written back */
      return a;
    }
  /* A push writes below the new stack pointer; its slot is counted from there.  */
  if (m->op < 0 && m->ea.base == (int)r->c->arch->isa->loc_sp)
    a.off += r->e.row->op == ISA_OP_ENTER ? -(int64_t)m->size : r->e.stack < 0 ? r->e.stack : 0;
  if ((a.reach == AVOW_REACH_POINTER || a.reach == AVOW_REACH_STACK) && a.off_known && !a.repeated && a.size
      && !(a.role & (AVOW_ROLE_W | AVOW_ROLE_WCOND)))
    a.own_store = avow_slot_known (r->st, a.loc, a.off, a.size);
  note_memory (r, &a);
  if (a.reach == AVOW_REACH_OPERAND)
    {
      avow_run_use_address (r, (unsigned)a.operand, m->op, true);
    }
  return a;
}

struct avow_reached
avow_run_refer_call (struct avow_run *r, const struct avow_memref *m)
{
  struct avow_reached a;
  classify (r, m, &a);
  note_memory (r, &a);
  return a;
}

/* Bytes of memory operand K that an access covers, as a mask of its location.  */
uint64_t
avow_run_operand_bytes (const struct avow_run *r, const struct avow_reached *a)
{
  uint64_t all = avow_loc_bytes (r->c, r->c->n_hard + (unsigned)a->operand);
  if (!a->off_known || a->repeated || !a->size)
    return all;
  if (a->off < 0 || a->off >= 64)
    return 0;
  return (avow_bytes (a->size) << a->off) & all;
}

unsigned
avow_run_operand_loc (const struct avow_run *r, const struct avow_reached *a)
{
  const struct avow_place *pl = &r->c->places[a->operand];
  return pl->n_locs ? pl->loc[0] : r->c->n_hard + (unsigned)a->operand;
}

static bool
whole_operand (const struct avow_reached *a)
{
  return a->off_known && a->off == 0 && a->size && !a->repeated;
}

struct avow_value
avow_run_load (struct avow_run *r, const struct avow_reached *a)
{
  if ((a->reach == AVOW_REACH_STACK || a->reach == AVOW_REACH_POINTER) && a->off_known)
    return avow_slot_load (r->st, a->loc, a->off, a->size);
  if (a->reach == AVOW_REACH_OPERAND && whole_operand (a) && a->size <= 64)
    return avow_cell_value (r->st, r->c, avow_run_operand_loc (r, a), a->size);
  return avow_unknown ();
}

/* A store to memory that is no operand's.  */
static void
store_in_slots (struct avow_run *r, const struct avow_reached *a, struct avow_value v, bool placed)
{
  struct avow_slot was[AVOW_MAX_SLOTS];
  unsigned n = r->record ? r->st->n_slots : 0;
  memcpy (was, r->st->slots, n * sizeof *was);
  if (placed)
    {
      struct avow_slot new = { a->off, a->loc, (uint8_t)a->size, v };
      avow_slot_store (r->st, r->c, a->loc, a->off, a->size, v);
      avow_run_escape_lost (r, &new, 1, r->st, NULL); /* there was no room */
    }
  else
    avow_slots_forget (r->st, r->c, a->reach == AVOW_REACH_STACK);
  avow_run_escape_lost (r, was, n, r->st, a->reach == AVOW_REACH_POINTER ? a : NULL);
}

/* MASK bytes of the object at LOC become V, of which KNOWN can be followed.  What the cell does not say any
   more is in memory still.  */
static void
store_in_object (struct avow_run *r, unsigned loc, uint64_t mask, struct avow_value known,
                 struct avow_value v, bool unsure)
{
  struct avow_cell *cell = avow_cell (r->st, r->c, loc);
  struct avow_value before = cell->val;
  uint64_t all = avow_loc_bytes (r->c, loc);
  avow_cell_write (r->st, r->c, loc, mask, known, unsure);
  if (!r->record)
    return;
  const struct avow_value *now = &avow_cell (r->st, r->c, loc)->val;
  bool output = r->c->promises[loc].out != 0;
  if (output && now->kind == AVOW_V_UNKNOWN && avow_from_entry (v) && v.loc != loc)
    avow_run_maybe_escape (r, v);
  if (output && now->kind == AVOW_V_UNKNOWN && (unsure || (mask & all) != all)
      && avow_from_entry (before) && before.loc != loc)
    avow_run_maybe_escape (r, before);
}

void
avow_run_store (struct avow_run *r, const struct avow_reached *a, struct avow_value v)
{
  bool cond = a->role & AVOW_ROLE_WCOND;
  avow_run_overwrite_dump (r, a);
  bool placed = (a->reach == AVOW_REACH_STACK || a->reach == AVOW_REACH_POINTER) && a->off_known
                && !a->repeated;
  bool declared = a->reach == AVOW_REACH_OPERAND && r->c->stmt->operands[a->operand].is_output;
  if (a->reach != AVOW_REACH_STACK && !declared && !(placed && !cond))
    avow_run_escape (r, v); /* (a value in a known place may still be taken back; see exec.c) */
  if (a->reach != AVOW_REACH_OPERAND)
    store_in_slots (r, a, v, placed && !cond);
  else if (a->reach == AVOW_REACH_OPERAND)
    {
      unsigned loc = avow_run_operand_loc (r, a);
      uint64_t mask = avow_run_operand_bytes (r, a);
      bool unsure = cond || !a->off_known || a->repeated;
      if (r->record)
        {
          struct avow_fate *f = &r->s->fates[loc];
          if (!f->wrote)
            f->write_item = r->item;
          f->wrote |= mask;
        }
      store_in_object (r, loc, mask, whole_operand (a) ? v : avow_unknown (), v, unsure);
    }
}
