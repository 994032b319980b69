/* walk.c - run a body with numbers instead of abstract values (walk.h).  */
#include "walk.h"

#include <string.h>

#define MAX_STEPS 3000

static uint64_t
mix (uint64_t a, uint64_t b)
{
  uint64_t h = (a ^ (b + UINT64_C (0x9e3779b97f4a7c15))) * UINT64_C (0xbf58476d1ce4e5b9);

  h = (h ^ h >> 29) * UINT64_C (0x94d049bb133111eb);
  return h ^ h >> 32;
}

static uint64_t
mix_bytes (uint64_t h, const uint8_t *p, unsigned n)
{
  for (unsigned i = 0; i < n; i++)
    h = mix (h, p[i]);
  return h;
}

static uint64_t
number (const uint8_t *p, unsigned n)
{
  uint64_t v = 0;

  for (unsigned i = 0; i < n && i < 8; i++)
    v |= (uint64_t)p[i] << 8 * i;
  return v;
}

static void
put_number (uint8_t *p, uint64_t v, unsigned n)
{
  for (unsigned i = 0; i < n; i++)
    p[i] = i < 8 ? (uint8_t)(v >> 8 * i) : 0;
}

/* ---- locations -------------------------------------------------------------------- */

static bool
is_st (const struct walk *w, unsigned loc)
{
  return loc < w->c->n_hard && w->c->arch->isa->locs[loc].cls == AVOW_RC_ST;
}

/* The storage of LOC: another operand's when they share, the physical register for st(i).  */
static uint8_t *
cell (struct walk *w, unsigned loc, unsigned top)
{
  if ((int)loc == w->alias_from)
    loc = (unsigned)w->alias_to;
  if (is_st (w, loc))
    loc = w->c->arch->isa->loc_st0 + ((loc - w->c->arch->isa->loc_st0 + top) & 7);
  return w->reg[loc];
}

static uint64_t
register_number (struct walk *w, unsigned loc, unsigned bytes)
{
  return number (cell (w, loc, w->top), bytes);
}

/* ---- memory ------------------------------------------------------------------------ */

static struct walk_byte *
memory_byte (struct walk *w, uint64_t address)
{
  unsigned i = (unsigned)mix (address, 7) & (WALK_MEMORY - 1);

  while (w->memory[i].state && w->memory[i].address != address)
    i = (i + 1) & (WALK_MEMORY - 1);
  if (w->memory[i].state)
    return &w->memory[i];
  if (w->n_memory > WALK_MEMORY / 2)
    {
      w->lost = true;
      return &w->memory[i];
    }
  w->n_memory++;
  w->memory[i].address = address;
  w->memory[i].state = 1;
  w->memory[i].value = w->memory[i].first
      = (uint8_t)mix (mix (w->seed, address), address - w->twist_address < w->twist_size);
  return &w->memory[i];
}

static void
load (struct walk *w, uint64_t address, uint8_t *out, unsigned n)
{
  for (unsigned i = 0; i < n; i++)
    out[i] = memory_byte (w, address + i)->value;
}

static void
store (struct walk *w, uint64_t address, const uint8_t *in, unsigned n)
{
  for (unsigned i = 0; i < n; i++)
    {
      struct walk_byte *b = memory_byte (w, address + i);
      b->value = in[i];
      b->state = 2;
    }
}

/* Somewhere in the lower half of the address space, far from everything else.  */
static uint64_t
far_address (const struct walk *w, uint64_t h)
{
  return w->c->arch->ptr_bytes == 4 ? (h & 0x3fffffc0) + 0x10000000
                                    : (h & UINT64_C (0x3fffffffffc0)) + (UINT64_C (1) << 40);
}

/* The operand that stands for all that are the same object as K.  */
static unsigned
first_of_object (const struct walk *w, unsigned k)
{
  const struct avow_operand *op = &w->c->stmt->operands[k];

  if (w->c->places[k].tied >= 0)
    k = (unsigned)w->c->places[k].tied;
  else if (op->same_object && (unsigned)op->same_object - 1 < k)
    k = op->same_object - 1u;
  return k;
}

/* The number that operand K has by itself: an address for a memory operand.  */
static uint64_t
operand_number (const struct walk *w, unsigned k)
{
  const struct avow_operand *op = &w->c->stmt->operands[k];

  if (op->const_known)
    return (uint64_t)op->const_value;
  if (op->value_id)
    return far_address (w, mix (w->seed, 1000 + op->value_id)) + (uint64_t)op->value_off;
  return far_address (w, mix (w->seed, 2000 + first_of_object (w, k)));
}

uint64_t
walk_object (const struct walk *w, unsigned k)
{
  const struct avow_operand *op = &w->c->stmt->operands[first_of_object (w, k)];
  const struct avow_operand *own = &w->c->stmt->operands[k];

  return operand_number (w, op->value_id || !own->value_id ? first_of_object (w, k) : k);
}

static bool
is_thread_segment (const struct walk *w, int seg)
{
  const char *name = seg < 0 ? "" : isa_str (w->c->arch->isa, w->c->arch->isa->locs[seg].name);

  return !strcmp (name, "fs") || !strcmp (name, "gs");
}

static uint64_t
address_of (struct walk *w, const struct avow_ea *ea)
{
  uint64_t a = ea->disp_known ? (uint64_t)ea->disp : 0;

  if (ea->operand >= 0)
    return walk_object (w, (unsigned)ea->operand) + a;
  if (ea->base >= 0)
    a += register_number (w, (unsigned)ea->base, ea->base_bytes);
  if (ea->index >= 0)
    a += ea->vector_index ? mix (register_number (w, (unsigned)ea->index, 8), 3) >> 20
                          : register_number (w, (unsigned)ea->index, ea->base_bytes)
                                * (ea->scale ? ea->scale : 1);
  for (uint32_t i = 0; i < ea->sym.len; i++)
    a += mix (i, (uint8_t)ea->sym.p[i]) >> 24;
  if (ea->sym_operand >= 0)
    a += operand_number (w, (unsigned)ea->sym_operand);
  if (ea->base_bytes == 4)
    a &= 0xffffffff;
  return is_thread_segment (w, ea->seg) ? a ^ (mix (9, (uint64_t)ea->seg) >> 16 & ~UINT64_C (63))
                                        : a;
}

static void
note_access (struct walk *w, const struct avow_memref *m, uint64_t address, uint32_t size,
             uint32_t item)
{
  struct walk_access *a = &w->accesses[w->n_accesses];
  uint64_t sp = number (w->entry[w->c->arch->isa->loc_sp], w->c->arch->ptr_bytes);

  if (w->n_accesses == WALK_MAX_ACCESSES)
    {
      w->lost = true;
      return;
    }
  w->n_accesses++;
  memset (a, 0, sizeof *a);
  a->address = address;
  a->size = size;
  a->item = item;
  a->step = w->steps;
  a->operand = m ? m->ea.operand : -1;
  a->base = m ? m->ea.base : -1;
  a->role = m ? m->role : AVOW_ROLE_R | AVOW_ROLE_W;
  a->segment = m && is_thread_segment (w, m->ea.seg);
  a->symbol = m && m->ea.base < 0 && m->ea.index < 0 && m->ea.operand < 0
              && (m->ea.sym.len || m->ea.sym_operand >= 0);
  a->stack = !m || (a->operand < 0 && sp - address <= 0x10000);
}

/* ---- one instruction ------------------------------------------------------------------ */

#define LARGEST 64

struct insn
{
  struct avow_effect e;
  const struct avow_item *it;
  uint32_t item;
  uint64_t addresses[AVOW_MAX_MEMREFS];
  unsigned sizes[AVOW_MAX_MEMREFS];
  uint64_t hash; /* of all that is read */
  uint8_t result[LARGEST];
  bool known;   /* RESULT is what operand 0 becomes, else a hash is */
  bool happens; /* conditional writes take place */
};

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
      load (w, in->addresses[r->mem], out, n);
      return n;
    }
  n = in->e.size ? in->e.size : 8;
  if (r->kind)
    {
      n = r->size ? r->size : n;
      if (n + r->shift > LARGEST)
        n = LARGEST - r->shift;
      memcpy (out, cell (w, r->loc, w->top) + r->shift, n);
      return n;
    }
  if (r->imm_known)
    put_number (out, (uint64_t)r->imm, 8);
  else if (r->token >= 0)
    put_number (out, operand_number (w, (unsigned)r->token), 8);
  else
    for (uint32_t k = 0; r->text && k < r->text->len; k++)
      put_number (out, mix (number (out, 8), (uint8_t)w->c->stmt->text[r->text->off + k]), 8);
  return n > 8 ? 8 : n;
}

static uint64_t
hash_register (struct walk *w, uint64_t h, const struct avow_access *a)
{
  const uint8_t *p = cell (w, a->loc, w->top);

  for (unsigned i = 0; i < LARGEST; i++)
    if (a->mask >> i & 1)
      h = mix (h, p[i]);
  return h;
}

/* All that the instruction reads.  */
static void
hash_sources (struct walk *w, struct insn *in)
{
  const struct avow_effect *e = &in->e;
  uint8_t buf[LARGEST];
  uint64_t h = mix (in->item, w->seed);

  for (unsigned i = 0; i < e->n_acc; i++)
    if (e->acc[i].role & (AVOW_ROLE_R | AVOW_ROLE_RCOND)
        && e->acc[i].loc != w->c->arch->isa->loc_flags)
      h = hash_register (w, h, &e->acc[i]);
  for (unsigned i = 0; i < e->n_mem; i++)
    if (e->mem[i].role & (AVOW_ROLE_R | AVOW_ROLE_RCOND))
      {
        load (w, in->addresses[i], buf, in->sizes[i]);
        h = mix_bytes (h, buf, in->sizes[i]);
      }
  for (unsigned i = 0; i < e->n_ops; i++)
    if (!e->ops[i].kind && e->ops[i].mem < 0)
      h = mix_bytes (h, buf, operand_value (w, in, i, buf));
  in->hash = mix (h, w->flags & e->flags_r);
  in->happens = mix (in->hash, 11) & 1;
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
      put_number (in->result, (uint64_t)e->constant, n);
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
      put_number (in->result, in->known ? in->addresses[e->ops[1].mem] : 0, n);
      break;
    case ISA_OP_ADD:
    case ISA_OP_SUB:
    case ISA_OP_AND:
    case ISA_OP_OR:
    case ISA_OP_XOR:
    case ISA_OP_ROL:
    case ISA_OP_ROR:
      in->known = e->n_ops == 2 && n <= 8 && !e->same_source;
      put_number (in->result, two_numbers (e->row->op, number (a, n), number (b, n), bits), n);
      break;
    case ISA_OP_INC: put_number (in->result, number (a, n) + 1, n); break;
    case ISA_OP_DEC: put_number (in->result, number (a, n) - 1, n); break;
    case ISA_OP_NOT: put_number (in->result, ~number (a, n), n); break;
    case ISA_OP_XCHG: memcpy (in->result, b, m); break;
    default: in->known = false;
    }
}

/* The bytes that access A writes: of the result for operand 0, else of a hash.  */
static void
new_bytes (const struct insn *in, const struct avow_access *a, unsigned shift, uint8_t *out)
{
  uint64_t h = mix (in->hash, a->loc + 64u * (unsigned)(a->op + 1));

  for (unsigned i = 0; i < LARGEST; i++)
    out[i]
        = in->known && a->op == 0 ? (i >= shift ? in->result[i - shift] : 0) : (uint8_t)mix (h, i);
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
        put_number (out, register_number (w, a->loc, 8) + step, 8);
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
  uint8_t *p = cell (w, loc, top);

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
        out[b] = in->known && first ? in->result[b] : (uint8_t)mix (mix (in->hash, 77 + i), b);
      if (e->row->op == ISA_OP_XCHG && e->n_ops == 2 && e->ops[1].mem == (int)i)
        operand_value (w, in, 0, out);
      store (w, in->addresses[i], out, in->sizes[i]);
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
                                                     : mix (in->hash, 500 + i) & 1;
        w->flags = (w->flags & ~(UINT64_C (1) << i)) | bit << i;
      }
}

/* Push and pop, whatever else the instruction does.  */
static void
move_stack (struct walk *w, struct insn *in)
{
  const struct avow_effect *e = &in->e;
  unsigned loc = w->c->arch->isa->loc_sp, word = w->c->arch->ptr_bytes;
  uint64_t sp = register_number (w, loc, word);
  unsigned n = (unsigned)(e->stack < 0 ? -e->stack : e->stack);
  uint8_t buf[LARGEST] = { 0 };

  if (e->row->op == ISA_OP_LEAVE)
    {
      sp = register_number (w, w->c->arch->isa->loc_fp, word);
      load (w, sp, buf, word);
      put_number (cell (w, w->c->arch->isa->loc_fp, 0), number (buf, word), 8);
      put_number (cell (w, loc, 0), sp + word, 8);
      return;
    }
  if (e->stack_unknown || n > LARGEST)
    w->lost = true;
  if (!n || w->lost)
    return;
  if (e->stack < 0)
    {
      put_number (buf, in->hash, n);
      if (e->row->op == ISA_OP_PUSHF)
        put_number (buf, w->flags, n);
      else if (e->row->op == ISA_OP_PUSH && e->n_ops)
        operand_value (w, in, 0, buf);
      sp -= n;
      store (w, sp, buf, n);
    }
  note_access (w, NULL, sp, n, in->item);
  w->accesses[w->n_accesses - 1].role = e->stack < 0 ? AVOW_ROLE_W : AVOW_ROLE_R;
  if (e->stack > 0)
    {
      load (w, sp, in->result, n);
      in->known = e->row->op == ISA_OP_POP;
      if (e->row->op == ISA_OP_POPF)
        w->flags = number (in->result, n);
      sp += n;
    }
  put_number (cell (w, loc, 0), sp, 8);
}

static void
system_result (struct walk *w, const struct insn *in)
{
  int loc = avow_location (w->c->arch, "rax");

  w->system_call = true;
  if (loc >= 0)
    put_number (w->reg[loc], mix (in->hash, 99), 8);
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
      in->addresses[i] = address_of (w, &e->mem[i].ea);
      in->sizes[i] = 0;
      if (e->stack && e->mem[i].op < 0 && e->mem[i].ea.base == w->c->arch->isa->loc_sp)
        continue; /* move_stack does it */
      if (e->mem[i].ea.operand >= 0 && !e->mem[i].size
          && w->c->stmt->operands[e->mem[i].ea.operand].size)
        size = (unsigned)w->c->stmt->operands[e->mem[i].ea.operand].size;
      in->sizes[i] = size < LARGEST ? size : LARGEST;
      if (e->mem[i].role & ~AVOW_ROLE_ADDR && !(e->row->props & ISA_PREFETCH)
          && e->row->op != ISA_OP_LEA)
        note_access (w, &e->mem[i], in->addresses[i], e->mem[i].size * (e->rep ? 2 : 1), in->item);
    }
}

static bool
step (struct walk *w, struct insn *in)
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

/* ---- the path ---------------------------------------------------------------------------- */

static int32_t
branch_target (const struct walk *w, const struct insn *in)
{
  const struct avow_optext *t = in->e.n_ops ? in->e.ops[in->e.n_ops - 1].text : NULL;

  return t && !t->indirect ? avow_flow_target (w->f, w->c, t, in->item) : AVOW_TO_OUT;
}

#define MAX_CALLS 16

struct path
{
  int32_t node;
  int32_t returns[MAX_CALLS];
  unsigned n_returns;
};

static void
go_on (struct walk *w, const struct insn *in, struct path *p)
{
  int32_t next = w->f->nodes[p->node].next;
  unsigned visits = ++w->visits[p->node];

  switch (in->e.row->flow)
    {
    case ISA_JCC:
      if (visits > 4 ? visits & 1 : mix (mix (in->hash, visits), 5) & 1)
        next = branch_target (w, in);
      break;
    case ISA_JMP: next = branch_target (w, in); break;
    case ISA_CALL:
      if (p->n_returns == MAX_CALLS)
        next = AVOW_TO_NOWHERE;
      else
        {
          p->returns[p->n_returns++] = next;
          next = branch_target (w, in);
        }
      break;
    case ISA_RET: next = p->n_returns ? p->returns[--p->n_returns] : AVOW_TO_OUT; break;
    case ISA_TRAP:
    case ISA_SYSRET: next = AVOW_TO_NOWHERE; break;
    default: break;
    }
  p->node = next;
}

/* Exceptions and patched alternatives: now and then.  */
static void
take_edge (struct walk *w, struct path *p)
{
  for (unsigned i = 0; i < w->f->n_edges; i++)
    if (w->f->edges[i].from == p->node && (mix (mix (w->seed, i), w->visits[p->node]) & 3) == 0)
      {
        p->node = w->f->edges[i].to;
        return;
      }
}

static void
enter_operand (struct walk *w, unsigned k)
{
  const struct avow_place *pl = &w->c->places[k];
  const struct avow_operand *op = &w->c->stmt->operands[k];

  if ((int)k == w->numberless || op->is_output || pl->n_locs != 1
      || (!op->value_id && !op->const_known) || pl->kinds & AVOW_K_VEC)
    return;
  put_number (cell (w, pl->loc[0], 0), operand_number (w, k),
              op->size && op->size < 8 ? (unsigned)op->size : 8);
}

static void
enter (struct walk *w)
{
  const struct avow_contract *c = w->c;
  uint64_t sp = c->arch->ptr_bytes == 4 ? 0x7ff01000 : UINT64_C (0x7fff00001000);

  for (unsigned l = 0; l < c->n_locs; l++)
    for (unsigned i = 0; i < 64; i++)
      w->reg[l][i] = (uint8_t)mix (mix (w->seed, l), i);
  if (w->copy_from >= 0)
    memcpy (w->reg[w->copy_from], w->reg[w->copy_to], sizeof *w->reg);
  for (unsigned k = 0; k < c->stmt->n_operands; k++)
    enter_operand (w, k);
  if (w->numberless >= 0 && w->copy_from >= 0)
    memcpy (w->reg[w->copy_from], w->reg[w->copy_to], sizeof *w->reg);
  put_number (w->reg[c->arch->isa->loc_sp], sp, 8);
  if (w->twist_loc >= 0)
    for (unsigned i = 0; i < 64; i++)
      if (w->twist_mask >> i & 1)
        cell (w, (unsigned)w->twist_loc, 0)[i] ^= (uint8_t)(mix (w->seed, 4000 + i) | 1);
  w->flags = mix (w->seed, 3) & c->arch->status_flags;
  if (w->twist_loc == c->arch->isa->loc_flags)
    w->flags ^= w->twist_mask & c->arch->status_flags;
  w->entry_flags = w->flags;
  memcpy (w->entry, w->reg, c->n_locs * sizeof *w->reg);
}

bool
walk_init (struct walk *w, const struct avow_contract *c, const struct avow_body *body,
           const struct avow_flow *f, struct avow_arena *arena)
{
  memset (w, 0, sizeof *w);
  w->c = c;
  w->body = body;
  w->f = f;
  w->reg = avow_calloc (arena, c->n_locs, sizeof *w->reg);
  w->entry = avow_calloc (arena, c->n_locs, sizeof *w->entry);
  w->first_write = avow_calloc (arena, c->n_locs, sizeof *w->first_write);
  w->visits = avow_calloc (arena, f->n_nodes + 1, sizeof *w->visits);
  w->twist_loc = w->alias_from = w->alias_to = w->copy_from = w->copy_to = w->numberless = -1;
  return w->reg && w->entry && w->first_write && w->visits;
}

bool
walk_run (struct walk *w)
{
  struct path p = { .node = w->f->entry };
  struct insn in;

  w->lost = w->system_call = false;
  w->n_accesses = w->n_memory = w->props = w->top = w->steps = 0;
  w->x87_depth = w->x87_peak = 0;
  memset (w->memory, 0, sizeof w->memory);
  memset (w->first_write, 0, w->c->n_locs * sizeof *w->first_write);
  memset (w->visits, 0, w->f->n_nodes * sizeof *w->visits);
  enter (w);
  while (p.node >= 0 && w->steps < MAX_STEPS)
    {
      w->steps++;
      take_edge (w, &p);
      in.item = w->f->nodes[p.node].item;
      in.it = &w->body->items[in.item];
      if (!step (w, &in))
        {
          w->lost = true;
          break;
        }
      go_on (w, &in, &p);
    }
  w->exit = p.node;
  return !w->lost && (p.node == AVOW_TO_EXIT || p.node <= AVOW_TO_LABEL0);
}

/* ---- what is seen of it ---------------------------------------------------------------------- */

static uint64_t
observe_output (const struct walk *w, unsigned k)
{
  const struct avow_place *pl = &w->c->places[k];
  const struct avow_operand *op = &w->c->stmt->operands[k];
  unsigned n = op->size && op->size < 64 ? (unsigned)op->size : 64;
  uint64_t h = k;

  if (pl->is_flag)
    return mix (h, w->flags & pl->flag_mask);
  for (unsigned i = 0; i < pl->n_locs; i++)
    {
      unsigned width = avow_loc_width (w->c, pl->loc[i]);
      h = mix_bytes (h, cell ((struct walk *)w, pl->loc[i], w->top), n < width ? n : width);
    }
  return h;
}

uint64_t
walk_observe (const struct walk *w)
{
  uint64_t h = (uint64_t)(int64_t)w->exit, memory = 0;
  uint64_t sp = number (w->entry[w->c->arch->isa->loc_sp], w->c->arch->ptr_bytes);

  for (unsigned k = 0; k < w->c->stmt->n_outputs; k++)
    if (!(w->c->places[k].kinds == AVOW_K_MEM))
      h = mix (h, observe_output (w, k));
  for (unsigned i = 0; i < WALK_MEMORY; i++)
    if (w->memory[i].state == 2 && sp - w->memory[i].address > 0x10000)
      memory += mix (w->memory[i].address, w->memory[i].value);
  return mix (h, memory);
}

bool
walk_memory_changed (const struct walk *w, uint64_t address, uint64_t size)
{
  for (unsigned i = 0; i < WALK_MEMORY; i++)
    if (w->memory[i].state == 2 && w->memory[i].value != w->memory[i].first
        && w->memory[i].address - address < size)
      return true;
  return false;
}

uint64_t
walk_changed (const struct walk *w, unsigned loc)
{
  unsigned width = avow_loc_width (w->c, loc);
  const uint8_t *now = cell ((struct walk *)w, loc, w->top), *before = w->entry[loc];
  uint64_t mask = 0;

  if (loc == w->c->arch->isa->loc_flags)
    return w->flags ^ w->entry_flags;
  for (unsigned i = 0; i < width && i < 64; i++)
    mask |= (uint64_t)(now[i] != before[i]) << i;
  return mask;
}
