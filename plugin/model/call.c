/* call.c - a call that leaves the template.

   Who is called?  In this order: what the project's descriptions say; a C function of this unit, or a pointer to one,
   which follow the ABI; what the built-in descriptions say (callee.h).  Anything else may do anything: the
   statement is unverified, and what is still own behind it is not certain.  */
#include "call.h"

#include <string.h>

#include "step.h"

/* ---- who ------------------------------------------------------------------------------- */

/* "name@PLT" is name.  */
static struct avow_slice
without_suffix (struct avow_slice name)
{
  const char *at = memchr (name.p, '@', name.len);
  if (at && at > name.p)
    name.len = (uint32_t)(at - name.p);
  return name;
}

/* The symbol that the call names, by text or by an operand; empty when there is none.  */
static struct avow_slice
symbol_of (const struct avow_run *r, const struct avow_optext *t)
{
  if (t->sym.len)
    return without_suffix (t->sym);
  int k = t->r.operand >= 0 ? t->r.operand : t->disp_token.operand;
  if (k < 0 || (unsigned)k >= r->c->stmt->n_operands || !r->c->stmt->operands[k].symbol)
    return (struct avow_slice){ "", 0 };
  const char *name = r->c->stmt->operands[k].symbol;
  return (struct avow_slice){ name, (uint32_t)strlen (name) };
}

/* *%gs:16, which has no name.  */
static struct avow_slice
segment_name (struct avow_run *r, const struct avow_optext *t)
{
  const struct avow_isa *isa = r->c->arch->isa;
  if (t->kind != AVOW_OP_MEM || t->seg.reg < 0 || t->base.reg >= 0 || t->base.operand >= 0 || t->index.reg >= 0
      || t->index.operand >= 0 || t->sym.len || !t->disp_known)
    return (struct avow_slice){ "", 0 };
  const char *s = avow_printf (r->arena, "%%%s:%lld", isa_str (isa, isa->regnames[t->seg.reg].name), (long long)t->disp);
  return s ? (struct avow_slice){ s, (uint32_t)strlen (s) } : (struct avow_slice){ "", 0 };
}

static int
what_the_unit_says (const struct avow_run *r, struct avow_slice name)
{
  const struct avow_stmt *s = r->c->stmt;
  return name.len && s->symbol ? s->symbol (s, name.p, name.len) : AVOW_SYMBOL_UNKNOWN;
}

static bool
by_name (const struct avow_run *r, struct avow_slice name, bool indirect, struct avow_callee *c)
{
  const struct avow_arch *arch = r->c->arch;
  const char *own = r->c->calls;
  if (!name.len)
    return false;
  if (own && avow_callee_find (arch, own, name, indirect, c))
    return true;
  int says = indirect ? AVOW_SYMBOL_UNKNOWN : what_the_unit_says (r, name);
  if (says == AVOW_SYMBOL_DEFINED)
    {
      c->kind = AVOW_CALLEE_ABI;
      return true;
    }
  if (arch->calls && avow_callee_find (arch, arch->calls, name, indirect, c))
    return true;
  c->noreturn = says == AVOW_SYMBOL_NORETURN;
  return false;
}

/* The convention of the function that operand OP of the instruction leads to: it is a pointer to it, it is a
   register that holds one, or memory that a pointer to such a pointer leads to.  */
static uint8_t
pointed_abi (struct avow_run *r, const struct avow_resolved *op, const struct avow_reached *refs)
{
  const struct avow_operand *operands = r->c->stmt->operands;
  int k = op->token;
  if (k < 0)
    {
      struct avow_value v = avow_run_operand_value (r, r->e.n_ops - 1, refs);
      if (v.kind == AVOW_V_ENTRY && v.off == 0)
        k = r->c->promises[v.loc].input;
    }
  if (k >= 0 && (unsigned)k < r->c->stmt->n_operands)
    return operands[k].callee;
  const struct avow_reached *m = op->mem >= 0 ? &refs[op->mem] : NULL;
  bool there = m && (m->reach == AVOW_REACH_SYMBOL || m->reach == AVOW_REACH_POINTER) && m->off_known && m->off == 0;
  return there && m->operand >= 0 ? operands[m->operand].behind : AVOW_ABI_NONE;
}

static void
by_pointer (struct avow_run *r, const struct avow_reached *refs, struct avow_callee *c)
{
  switch (pointed_abi (r, &r->e.ops[r->e.n_ops - 1], refs))
    {
    case AVOW_ABI_C: c->kind = AVOW_CALLEE_ABI; break;
    case AVOW_ABI_MS: c->kind = AVOW_CALLEE_ABI_MS; break;
    default: break;
    }
}

/* A retpoline calls what a register holds.  */
static void
through_register (struct avow_run *r, struct avow_callee *c)
{
  const struct avow_stmt *s = r->c->stmt;
  struct avow_value v = avow_cell_value (r->st, r->c, (unsigned)c->jump, r->c->arch->ptr_bytes);
  int k = v.kind == AVOW_V_ENTRY && v.off == 0 ? r->c->promises[v.loc].input : -1;
  avow_run_consume (r, (unsigned)c->jump, avow_bytes (r->c->arch->ptr_bytes));
  memset (c, 0, sizeof *c);
  if (k >= 0 && s->operands[k].callee != AVOW_ABI_NONE)
    c->kind = s->operands[k].callee == AVOW_ABI_C ? AVOW_CALLEE_ABI : AVOW_CALLEE_ABI_MS;
}

void
avow_run_find_callee (struct avow_run *r, const struct avow_reached *refs)
{
  struct avow_callee *c = &r->callee;
  const struct avow_optext *t = r->e.n_ops ? r->e.ops[r->e.n_ops - 1].text : NULL;
  memset (c, 0, sizeof *c);
  if (t)
    {
      bool indirect = t->indirect;
      struct avow_slice name = symbol_of (r, t);
      if (!name.len && indirect)
        name = segment_name (r, t);
      if (!by_name (r, name, indirect, c) && indirect && !c->noreturn)
        by_pointer (r, refs, c);
      if (c->kind == AVOW_CALLEE_JUMP)
        through_register (r, c);
    }
  if (c->kind != AVOW_CALLEE_UNKNOWN || c->noreturn)
    return;
  avow_run_gap (r, AVOW_REASON_CALL);
  r->st->tainted = true;
}

bool
avow_run_jumps_on (const struct avow_run *r, const struct avow_optext *t)
{
  struct avow_callee c;
  memset (&c, 0, sizeof c);
  return by_name (r, symbol_of (r, t), false, &c) && c.kind == AVOW_CALLEE_JUMP;
}

/* ---- what ------------------------------------------------------------------------------ */

/* The place of location LOC among those of its class.  */
static unsigned
number (const struct avow_isa *isa, unsigned loc)
{
  unsigned first = loc;
  while (first > 0 && isa->locs[first - 1].cls == isa->locs[loc].cls)
    first--;
  return loc - first;
}

static bool
is_named (const struct avow_isa *isa, unsigned loc, const char *name)
{
  return !strcmp (isa_str (isa, isa->locs[loc].name), name);
}

/* May a call of a function of KIND (an ABI) change location LOC?  Never true for what the options leave unused.
   System V ABI for AMD64, 3.2.1, and for i386, "Registers"; the Microsoft x64 convention also keeps rsi, rdi and xmm6 to
   xmm15.  */
static bool
call_destroys (const struct avow_contract *c, uint8_t kind, unsigned loc)
{
  const struct avow_isa *isa = c->arch->isa;
  const struct avow_loc *l = &isa->locs[loc];
  bool wide = c->arch->mode == AVOW_MODE64, ms = kind == AVOW_CALLEE_ABI_MS;
  if (loc < 256 && c->stmt->target.absent[loc / 64] >> (loc % 64) & 1)
    return false;
  switch (l->cls)
    {
    case AVOW_RC_GPR:
      if (l->flags & (AVOW_LOC_SP | (wide ? AVOW_LOC_CALLSAVED : AVOW_LOC_CALLSAVED32)))
        return false;
      if (ms && (is_named (isa, loc, "rsi") || is_named (isa, loc, "rdi")))
        return false;
      return number (isa, loc) < c->arch->n_gprs;
    case AVOW_RC_VEC:
      return number (isa, loc) < c->arch->n_vecs && !(ms && number (isa, loc) >= 6 && number (isa, loc) < 16);
    case AVOW_RC_ST: case AVOW_RC_MM: case AVOW_RC_MASK: return true;
    default: return false;
    }
}

/* LOC is changed.  Who has not declared it hears so from one rule, call-clobber.  */
static void
destroy (struct avow_run *r, unsigned loc)
{
  const struct avow_promise *p = &r->c->promises[loc];
  uint64_t all = avow_loc_bytes (r->c, loc);
  if (p->in | p->out | p->clobber)
    {
      avow_run_write (r, loc, all, avow_unknown (), false);
      return;
    }
  if (r->record)
    {
      struct avow_fate *f = &r->s->fates[loc];
      if (!f->wrote)
        f->write_item = r->item;
      f->wrote |= all;
    }
  avow_cell_write (r->st, r->c, loc, all, avow_unknown (), false);
  avow_trace_def (r, loc, all, false, -1);
}

/* Registers that the body set, or the statement declares, for the callee.  How wide its parameters are is not known: of an
   input it may read what the operand has, of a register that the body wrote in part, that part.  */
static void
pass_registers (struct avow_run *r, uint8_t kind)
{
  const struct avow_isa *isa = r->c->arch->isa;
  for (unsigned l = 0; l < r->c->n_hard; l++)
    {
      uint8_t cls = isa->locs[l].cls;
      if ((cls != AVOW_RC_GPR && cls != AVOW_RC_VEC) || !call_destroys (r->c, kind, l))
        continue;
      uint64_t own = avow_untouched (r->st, l) ? ~(uint64_t)0 : avow_cell (r->st, r->c, l)->own;
      uint64_t passed = avow_loc_bytes (r->c, l) & (~own | r->c->promises[l].in);
      if (passed)
        avow_run_consume (r, l, passed);
    }
}

/* What lies on the stack may be arguments.  Where six registers are for these, it rarely is: it was saved there, or keeps the stack
   aligned.  */
static void
pass_stack (struct avow_run *r)
{
  bool in_registers = r->c->arch->mode == AVOW_MODE64;
  for (unsigned i = 0; i < r->st->n_slots; i++)
    if (!avow_is_stack_base (r->c, r->st->slots[i].base))
      continue;
    else if (in_registers)
      avow_run_maybe_escape (r, r->st->slots[i].val);
    else
      avow_run_escape (r, r->st->slots[i].val);
}

static void
destroy_flags (struct avow_run *r)
{
  uint32_t status = r->c->arch->status_flags;
  if (r->record && !r->s->writes_flags)
    {
      r->s->writes_flags = true;
      r->s->flags_item = r->item;
    }
  avow_run_write (r, r->c->arch->isa->loc_flags, status, avow_unknown (), false);
}

/* Is the stack aligned as the callee expects, counted from what is known?  *OFF: how far the stack pointer is
   from where it was on entry, where that counts.  */
static uint8_t
alignment (struct avow_run *r, int64_t *off)
{
  const struct avow_isa *isa = r->c->arch->isa;
  int64_t need = r->c->stmt->target.stack_align;
  struct avow_value sp = avow_cell_value (r->st, r->c, isa->loc_sp, r->c->arch->word_bytes);
  if (need <= r->c->arch->word_bytes || sp.kind != AVOW_V_ENTRY)
    return AVOW_ALIGN_UNKNOWN;
  if (sp.loc == isa->loc_aligned_sp && r->st->aligned_mask && -r->st->aligned_mask >= need)
    return sp.off % need ? AVOW_ALIGN_WRONG : AVOW_ALIGN_RIGHT;
  if (sp.loc != isa->loc_sp)
    return AVOW_ALIGN_UNKNOWN;
  *off = sp.off;
  return sp.off % need ? AVOW_ALIGN_OFF : AVOW_ALIGN_AS_ENTRY;
}

static void
abi_call (struct avow_run *r)
{
  uint8_t kind = r->callee.kind;
  pass_registers (r, kind);
  pass_stack (r);
  for (unsigned l = 0; l < r->c->n_hard; l++)
    if (call_destroys (r->c, kind, l))
      destroy (r, l);
  destroy_flags (r);
}

static void
described_call (struct avow_run *r)
{
  const struct avow_callee *c = &r->callee;
  for (unsigned i = 0; i < c->n_reads; i++)
    avow_run_consume (r, c->reads[i].loc, avow_bytes (c->reads[i].bytes));
  for (unsigned i = 0; i < c->n_mem; i++)
    {
      struct avow_memref m = { .size = c->mem[i].size, .role = c->mem[i].role, .op = -1,
                               .repeated = !c->mem[i].size };
      m.ea = (struct avow_ea){ .operand = -1, .base = c->mem[i].loc, .index = -1, .seg = -1,
                               .base_bytes = r->c->arch->ptr_bytes, .disp_known = true, .sym_operand = -1 };
      struct avow_reached a = avow_run_refer_call (r, &m);
      if (m.role & AVOW_ROLE_W)
        avow_run_store (r, &a, avow_unknown ());
    }
  for (unsigned l = 0; l < r->c->n_hard; l++)
    if (locset_has (&c->writes, l))
      destroy (r, l);
  if (c->flags)
    destroy_flags (r);
}

/* It reads the inputs and sets the outputs.  */
static void
trusted_call (struct avow_run *r)
{
  const struct avow_stmt *s = r->c->stmt;
  for (unsigned k = 0; k < s->n_operands; k++)
    for (unsigned i = 0; i < r->c->places[k].n_locs; i++)
      {
        unsigned loc = r->c->places[k].loc[i];
        if (loc == r->c->arch->isa->loc_sp || locset_empty (&r->c->places[k].regs))
          continue;
        if (!s->operands[k].is_output)
          avow_run_consume (r, loc, r->c->promises[loc].in);
      }
  for (unsigned l = 0; l < r->c->n_locs; l++)
    if (l != r->c->arch->isa->loc_sp && (r->c->promises[l].out || r->c->promises[l].clobber))
      avow_run_write (r, l, avow_loc_bytes (r->c, l), avow_unknown (), false);
}

static void
note_call (struct avow_run *r, uint8_t align, int64_t sp_off)
{
  struct avow_summary *s = r->s;
  const struct avow_callee *c = &r->callee;
  if (!r->record)
    return;
  s->calls = avow_grow (r->arena, s->calls, s->n_calls, &r->cap_calls, sizeof *s->calls);
  if (!s->calls)
    {
      s->n_calls = 0;
      r->ok = false;
      return;
    }
  bool abi = c->kind == AVOW_CALLEE_ABI || c->kind == AVOW_CALLEE_ABI_MS;
  s->calls[s->n_calls++] = (struct avow_call){ c->kind, align, abi || c->memory, r->item, sp_off };
}

/* What the body stored through pointers may be changed; not what lies on the stack that it is on.  */
static void
forget_memory (struct avow_run *r)
{
  if (r->st->dump.reach != AVOW_REACH_STACK)
    r->st->dump.size = 0;
  struct avow_value sp
      = avow_cell_value (r->st, r->c, r->c->arch->isa->loc_sp, r->c->arch->word_bytes);
  for (unsigned i = 0; i < r->st->n_slots; i++)
    {
      struct avow_slot *slot = &r->st->slots[i];
      if (!avow_is_stack_base (r->c, slot->base) && !(avow_from_entry (sp) && sp.loc == slot->base))
        slot->val = avow_unknown ();
    }
}

void
avow_run_call (struct avow_run *r)
{
  uint8_t align = AVOW_ALIGN_UNKNOWN;
  int64_t sp_off = 0;
  switch (r->callee.kind)
    {
    case AVOW_CALLEE_ABI: case AVOW_CALLEE_ABI_MS:
      align = alignment (r, &sp_off);
      abi_call (r);
      break;
    case AVOW_CALLEE_DESCRIBED: described_call (r); break;
    case AVOW_CALLEE_TRUSTED: trusted_call (r); break;
    default: break;
    }
  if (r->callee.kind == AVOW_CALLEE_ABI || r->callee.kind == AVOW_CALLEE_ABI_MS || r->callee.memory
      || r->callee.kind == AVOW_CALLEE_TRUSTED)
    forget_memory (r);
  note_call (r, align, sp_off);
  if (r->callee.noreturn)
    r->flow = ISA_TRAP;
}
