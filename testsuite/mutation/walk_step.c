/* walk_step.c - one instruction of a walk (walk.h).  */
#include "walk_parts.h"

#include <string.h>

/* The value of operand I of the instruction, zero-extended; its size.  */
static unsigned
operand_value (struct walk *w, const struct insn *in, unsigned i, uint8_t *out)
{
  const struct avow_resolved *r = &in->e.ops[i];
  unsigned n;

  memset (out, 0, LARGEST);
  if (r->mem >= 0)
    {
      n = in->sizes[r->mem];
      walk_load (w, in->addresses[r->mem], out, n);
      return n;
    }
  n = in->e.size ? in->e.size : 8;
  if (r->kind)
    {
      n = r->size ? r->size : n;
      if (n + r->shift > LARGEST)
        n = LARGEST - r->shift;
      memcpy (out, walk_cell (w, r->loc, w->top) + r->shift, n);
      return n;
    }
  if (r->imm_known)
    walk_put_number (out, (uint64_t)r->imm, 8);
  else if (r->token >= 0)
    walk_put_number (out, walk_operand_number (w, (unsigned)r->token), 8);
  else
    for (uint32_t k = 0; r->text && k < r->text->len; k++)
      walk_put_number (
          out, walk_mix (walk_number (out, 8), (uint8_t)w->c->stmt->text[r->text->off + k]), 8);
  return n > 8 ? 8 : n;
}

static uint64_t
hash_register (struct walk *w, uint64_t h, const struct avow_access *a)
{
  const uint8_t *p = walk_cell (w, a->loc, w->top);

  for (unsigned i = 0; i < LARGEST; i++)
    if (a->mask >> i & 1)
      h = walk_mix (h, p[i]);
  return h;
}

/* All that the instruction reads.  */
static void
hash_sources (struct walk *w, struct insn *in)
{
  const struct avow_effect *e = &in->e;
  uint8_t buf[LARGEST];
  uint64_t h = walk_mix (in->item, w->seed);

  for (unsigned i = 0; i < e->n_acc; i++)
    if (e->acc[i].role & (AVOW_ROLE_R | AVOW_ROLE_RCOND)
        && e->acc[i].loc != w->c->arch->isa->loc_flags)
      h = hash_register (w, h, &e->acc[i]);
  for (unsigned i = 0; i < e->n_mem; i++)
    if (e->mem[i].role & (AVOW_ROLE_R | AVOW_ROLE_RCOND))
      {
        walk_load (w, in->addresses[i], buf, in->sizes[i]);
        h = walk_mix_bytes (h, buf, in->sizes[i]);
      }
  for (unsigned i = 0; i < e->n_ops; i++)
    if (!e->ops[i].kind && e->ops[i].mem < 0)
      h = walk_mix_bytes (h, buf, operand_value (w, in, i, buf));
  in->hash = walk_mix (h, w->flags & e->flags_r);
  in->happens = walk_mix (in->hash, 11) & 1;
}

static uint64_t
rotated (uint64_t v, unsigned by, unsigned bits)
{
  uint64_t mask = bits == 64 ? ~UINT64_C (0) : (UINT64_C (1) << bits) - 1;

  by %= bits;
  v &= mask;
  return by ? (v << by | v >> (bits - by)) & mask : v;
}

static uint64_t
two_numbers (uint8_t op, uint64_t a, uint64_t b, unsigned bits)
{
  switch (op)
    {
    case ISA_OP_ADD: return a + b;
    case ISA_OP_SUB: return a - b;
    case ISA_OP_AND: return a & b;
    case ISA_OP_OR: return a | b;
    case ISA_OP_XOR: return a ^ b;
    case ISA_OP_ROL: return rotated (a, (unsigned)(b & 63), bits);
    default: return rotated (a, bits - (unsigned)(b & 63) % bits, bits);
    }
}

static bool
is_masked (const struct avow_effect *e)
{
  const struct avow_optext *t = e->n_ops ? e->ops[0].text : NULL;

  return t && (t->mask.reg >= 0 || t->mask.operand >= 0);
}

/* What operand 0 becomes, where that is simple.  */
static void
compute (struct walk *w, struct insn *in)
{
  const struct avow_effect *e = &in->e;
  uint8_t a[LARGEST], b[LARGEST];
  unsigned n = e->n_ops ? operand_value (w, in, 0, a) : 0;
  unsigned bits = n >= 8 ? 64 : n ? n * 8 : 64;
  unsigned m = e->n_ops > 1 ? operand_value (w, in, 1, b) : 0;

  memset (in->result, 0, sizeof in->result);
  in->known = true;
  if (e->zero_result || is_masked (e))
    {
      in->known = e->zero_result;
      return;
    }
  if (e->constant_result)
    {
      walk_put_number (in->result, (uint64_t)e->constant, n);
      return;
    }
  switch (e->row->op)
    {
    case ISA_OP_MOV:
    case ISA_OP_MOVZX:
      in->known = e->n_ops == 2;
      memcpy (in->result, b, m);
      break;
    case ISA_OP_MOVSX:
      memcpy (in->result, b, m);
      memset (in->result + m, m && b[m - 1] >> 7 ? 0xff : 0, n > m ? n - m : 0);
      break;
    case ISA_OP_LEA:
      in->known = e->n_ops == 2 && e->ops[1].mem >= 0;
      walk_put_number (in->result, in->known ? in->addresses[e->ops[1].mem] : 0, n);
      break;
    case ISA_OP_ADD:
    case ISA_OP_SUB:
    case ISA_OP_AND:
    case ISA_OP_OR:
    case ISA_OP_XOR:
    case ISA_OP_ROL:
    case ISA_OP_ROR:
      in->known = e->n_ops == 2 && n <= 8 && !e->same_source;
      walk_put_number (in->result,
                       two_numbers (e->row->op, walk_number (a, n), walk_number (b, n), bits), n);
      break;
    case ISA_OP_INC: walk_put_number (in->result, walk_number (a, n) + 1, n); break;
    case ISA_OP_DEC: walk_put_number (in->result, walk_number (a, n) - 1, n); break;
    case ISA_OP_NOT: walk_put_number (in->result, ~walk_number (a, n), n); break;
    case ISA_OP_XCHG: memcpy (in->result, b, m); break;
    default: in->known = false;
    }
}

/* The bytes that access A writes: of the result for operand 0, else of a hash.  */
static void
new_bytes (const struct insn *in, const struct avow_access *a, unsigned shift, uint8_t *out)
{
  uint64_t h = walk_mix (in->hash, a->loc + 64u * (unsigned)(a->op + 1));

  for (unsigned i = 0; i < LARGEST; i++)
    out[i] = in->known && a->op == 0 ? (i >= shift ? in->result[i - shift] : 0)
                                     : (uint8_t)walk_mix (h, i);
}

static bool
happens (const struct insn *in, uint8_t role)
{
  return role & AVOW_ROLE_W || (role & AVOW_ROLE_WCOND && in->happens);
}

/* String instructions run their pointers on, one element or, repeated, two; the count runs down to
   zero where nothing but the count ends it.  */
static bool
string_register (struct walk *w, const struct insn *in, const struct avow_access *a, uint8_t *out)
{
  const struct avow_effect *e = &in->e;

  if (!(e->row->props & (ISA_REP | ISA_REPE)) || a->op >= 0)
    return false;
  for (unsigned i = 0; i < e->n_mem; i++)
    if (e->mem[i].ea.base == a->loc)
      {
        unsigned step = e->mem[i].size * (e->rep ? 2 : 1);
        walk_put_number (out, walk_register (w, a->loc, 8) + step, 8);
        return true;
      }
  if (e->rep && a->loc == (unsigned)avow_location (w->c->arch, "rcx") && e->row->props & ISA_REP)
    {
      memset (out, 0, LARGEST);
      return true;
    }
  return false;
}

static void
write_bytes (struct walk *w, unsigned loc, uint64_t mask, const uint8_t *bytes, unsigned top)
{
  uint8_t *p = walk_cell (w, loc, top);

  for (unsigned i = 0; i < LARGEST; i++)
    if (mask >> i & 1)
      p[i] = bytes[i];
  if (!w->first_write[loc])
    w->first_write[loc] = w->steps;
}

/* Flags, and the stack pointer of pushes and pops.  */
static bool
written_elsewhere (const struct walk *w, const struct avow_effect *e, unsigned loc)
{
  const struct avow_isa *isa = w->c->arch->isa;

  return loc == isa->loc_flags || (loc == isa->loc_sp && (e->stack || e->row->op == ISA_OP_LEAVE))
         || (loc == isa->loc_fp && e->row->op == ISA_OP_LEAVE);
}

static void
write_registers (struct walk *w, struct insn *in, unsigned top)
{
  const struct avow_effect *e = &in->e;
  uint8_t bytes[AVOW_MAX_ACCESSES][LARGEST];

  /* All values before any is written: an address register may be a destination.  */
  for (unsigned i = 0; i < e->n_acc; i++)
    if (!string_register (w, in, &e->acc[i], bytes[i]))
      new_bytes (in, &e->acc[i], e->acc[i].op >= 0 ? e->ops[e->acc[i].op].shift : 0, bytes[i]);
  if (e->row->op == ISA_OP_XCHG && e->n_ops == 2 && e->ops[1].kind)
    for (unsigned i = 0; i < e->n_acc; i++)
      if (e->acc[i].op == 1)
        {
          memset (bytes[i], 0, LARGEST);
          operand_value (w, in, 0, bytes[i] + e->ops[1].shift);
        }
  for (unsigned i = 0; i < e->n_acc; i++)
    if (happens (in, e->acc[i].role) && !written_elsewhere (w, e, e->acc[i].loc))
      write_bytes (w, e->acc[i].loc, e->acc[i].mask, bytes[i], top);
}

static void
write_memory (struct walk *w, struct insn *in)
{
  const struct avow_effect *e = &in->e;
  uint8_t out[LARGEST];

  for (unsigned i = 0; i < e->n_mem; i++)
    {
      if (!happens (in, e->mem[i].role))
        continue;
      bool first = e->n_ops && e->ops[0].mem == (int)i;
      for (unsigned b = 0; b < in->sizes[i]; b++)
        out[b] = in->known && first ? in->result[b]
                                    : (uint8_t)walk_mix (walk_mix (in->hash, 77 + i), b);
      if (e->row->op == ISA_OP_XCHG && e->n_ops == 2 && e->ops[1].mem == (int)i)
        operand_value (w, in, 0, out);
      walk_store (w, in->addresses[i], out, in->sizes[i]);
    }
}

static void
write_flags (struct walk *w, const struct insn *in)
{
  uint64_t bits = in->e.flags_w & ~(uint64_t)(in->happens ? 0 : in->e.flags_cw);

  bits |= in->happens ? in->e.flags_cw : 0;
  for (unsigned i = 0; i < 32; i++)
    if (bits >> i & 1)
      {
        uint64_t bit = in->e.row->flags_0 >> i & 1   ? 0
                       : in->e.row->flags_1 >> i & 1 ? 1
                                                     : walk_mix (in->hash, 500 + i) & 1;
        w->flags = (w->flags & ~(UINT64_C (1) << i)) | bit << i;
      }
}

/* Push and pop, whatever else the instruction does.  */
static void
move_stack (struct walk *w, struct insn *in)
{
  const struct avow_effect *e = &in->e;
  unsigned loc = w->c->arch->isa->loc_sp, word = w->c->arch->ptr_bytes;
  uint64_t sp = walk_register (w, loc, word);
  unsigned n = (unsigned)(e->stack < 0 ? -e->stack : e->stack);
  uint8_t buf[LARGEST] = { 0 };

  if (e->row->op == ISA_OP_LEAVE)
    {
      sp = walk_register (w, w->c->arch->isa->loc_fp, word);
      walk_load (w, sp, buf, word);
      walk_put_number (walk_cell (w, w->c->arch->isa->loc_fp, 0), walk_number (buf, word), 8);
      walk_put_number (walk_cell (w, loc, 0), sp + word, 8);
      return;
    }
  if (e->stack_unknown || n > LARGEST)
    w->lost = true;
  if (!n || w->lost)
    return;
  if (e->stack < 0)
    {
      walk_put_number (buf, in->hash, n);
      if (e->row->op == ISA_OP_PUSHF)
        walk_put_number (buf, w->flags, n);
      else if (e->row->op == ISA_OP_PUSH && e->n_ops)
        operand_value (w, in, 0, buf);
      sp -= n;
      walk_store (w, sp, buf, n);
    }
  walk_note_access (w, NULL, sp, n, in->item);
  w->accesses[w->n_accesses - 1].role = e->stack < 0 ? AVOW_ROLE_W : AVOW_ROLE_R;
  if (e->stack > 0)
    {
      walk_load (w, sp, in->result, n);
      in->known = e->row->op == ISA_OP_POP;
      if (e->row->op == ISA_OP_POPF)
        w->flags = walk_number (in->result, n);
      sp += n;
    }
  walk_put_number (walk_cell (w, loc, 0), sp, 8);
}

static void
system_result (struct walk *w, const struct insn *in)
{
  int loc = avow_location (w->c->arch, "rax");

  w->system_call = true;
  if (loc >= 0)
    walk_put_number (w->reg[loc], walk_mix (in->hash, 99), 8);
}

static void
note_properties (struct walk *w, const struct insn *in)
{
  uint32_t props = in->e.row->props;

  w->props |= props & ISA_SERIAL ? props & ~ISA_NONDET : props;
}

static void
find_memory (struct walk *w, struct insn *in)
{
  const struct avow_effect *e = &in->e;

  for (unsigned i = 0; i < e->n_mem; i++)
    {
      unsigned size = e->mem[i].size ? e->mem[i].size : 8;
      in->addresses[i] = walk_address (w, &e->mem[i].ea);
      in->sizes[i] = 0;
      if (e->stack && e->mem[i].op < 0 && e->mem[i].ea.base == w->c->arch->isa->loc_sp)
        continue; /* move_stack does it */
      if (e->mem[i].ea.operand >= 0 && !e->mem[i].size
          && w->c->stmt->operands[e->mem[i].ea.operand].size)
        size = (unsigned)w->c->stmt->operands[e->mem[i].ea.operand].size;
      in->sizes[i] = size < LARGEST ? size : LARGEST;
      if (e->mem[i].role & ~AVOW_ROLE_ADDR && !(e->row->props & ISA_PREFETCH)
          && e->row->op != ISA_OP_LEA)
        walk_note_access (w, &e->mem[i], in->addresses[i], e->mem[i].size * (e->rep ? 2 : 1),
                          in->item);
    }
}

bool
walk_step (struct walk *w, struct insn *in)
{
  if (avow_effect_of (w->c, in->it, &in->e) != AVOW_MATCH)
    return false;
  if (in->e.size_conflict)
    return false; /* the assembler refuses it */
  int x87 = in->e.row->x87;
  find_memory (w, in);
  hash_sources (w, in);
  compute (w, in);
  if (in->e.stack > 0 || in->e.row->op == ISA_OP_PUSH || in->e.row->op == ISA_OP_PUSHF
      || in->e.stack)
    move_stack (w, in);
  else if (in->e.stack_unknown || in->e.row->op == ISA_OP_LEAVE)
    move_stack (w, in);
  w->x87_depth += x87;
  if (w->x87_depth > w->x87_peak)
    w->x87_peak = w->x87_depth;
  if (x87 > 0)
    w->top = (w->top - (unsigned)x87) & 7;
  write_memory (w, in);
  write_registers (w, in, w->top);
  if (in->e.row->op != ISA_OP_POPF)
    write_flags (w, in);
  if (x87 < 0)
    w->top = (w->top + (unsigned)-x87) & 7;
  if (in->e.row->flow == ISA_SYSCALL)
    system_result (w, in);
  note_properties (w, in);
  return !w->lost;
}
