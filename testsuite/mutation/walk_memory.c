/* walk_memory.c - where a walk keeps its numbers (walk.h).  */
#include "walk_parts.h"

#include <string.h>

uint64_t
walk_mix (uint64_t a, uint64_t b)
{
  uint64_t h = (a ^ (b + UINT64_C (0x9e3779b97f4a7c15))) * UINT64_C (0xbf58476d1ce4e5b9);

  h = (h ^ h >> 29) * UINT64_C (0x94d049bb133111eb);
  return h ^ h >> 32;
}

uint64_t
walk_mix_bytes (uint64_t h, const uint8_t *p, unsigned n)
{
  for (unsigned i = 0; i < n; i++)
    h = walk_mix (h, p[i]);
  return h;
}

uint64_t
walk_number (const uint8_t *p, unsigned n)
{
  uint64_t v = 0;

  for (unsigned i = 0; i < n && i < 8; i++)
    v |= (uint64_t)p[i] << 8 * i;
  return v;
}

void
walk_put_number (uint8_t *p, uint64_t v, unsigned n)
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
uint8_t *
walk_cell (struct walk *w, unsigned loc, unsigned top)
{
  if ((int)loc == w->alias_from)
    loc = (unsigned)w->alias_to;
  if (is_st (w, loc))
    loc = w->c->arch->isa->loc_st0 + ((loc - w->c->arch->isa->loc_st0 + top) & 7);
  return w->reg[loc];
}

uint64_t
walk_register (struct walk *w, unsigned loc, unsigned bytes)
{
  return walk_number (walk_cell (w, loc, w->top), bytes);
}

/* ---- memory ------------------------------------------------------------------------ */

static struct walk_byte *
memory_byte (struct walk *w, uint64_t address)
{
  unsigned i = (unsigned)walk_mix (address, 7) & (WALK_MEMORY - 1);

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
      = (uint8_t)walk_mix (walk_mix (w->seed, address), address - w->twist_address < w->twist_size);
  return &w->memory[i];
}

void
walk_load (struct walk *w, uint64_t address, uint8_t *out, unsigned n)
{
  for (unsigned i = 0; i < n; i++)
    out[i] = memory_byte (w, address + i)->value;
}

void
walk_store (struct walk *w, uint64_t address, const uint8_t *in, unsigned n)
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
uint64_t
walk_operand_number (const struct walk *w, unsigned k)
{
  const struct avow_operand *op = &w->c->stmt->operands[k];

  if (op->const_known)
    return (uint64_t)op->const_value;
  if (op->value_id)
    return far_address (w, walk_mix (w->seed, 1000 + op->value_id)) + (uint64_t)op->value_off;
  return far_address (w, walk_mix (w->seed, 2000 + first_of_object (w, k)));
}

uint64_t
walk_object (const struct walk *w, unsigned k)
{
  const struct avow_operand *op = &w->c->stmt->operands[first_of_object (w, k)];
  const struct avow_operand *own = &w->c->stmt->operands[k];

  return walk_operand_number (w, op->value_id || !own->value_id ? first_of_object (w, k) : k);
}

static bool
is_thread_segment (const struct walk *w, int seg)
{
  const char *name = seg < 0 ? "" : isa_str (w->c->arch->isa, w->c->arch->isa->locs[seg].name);

  return !strcmp (name, "fs") || !strcmp (name, "gs");
}

uint64_t
walk_address (struct walk *w, const struct avow_ea *ea)
{
  uint64_t a = ea->disp_known ? (uint64_t)ea->disp : 0;

  if (ea->operand >= 0)
    return walk_object (w, (unsigned)ea->operand) + a;
  if (ea->base >= 0)
    a += walk_register (w, (unsigned)ea->base, ea->base_bytes);
  if (ea->index >= 0)
    a += ea->vector_index
             ? walk_mix (walk_register (w, (unsigned)ea->index, 8), 3) >> 20
             : walk_register (w, (unsigned)ea->index, ea->base_bytes) * (ea->scale ? ea->scale : 1);
  for (uint32_t i = 0; i < ea->sym.len; i++)
    a += walk_mix (i, (uint8_t)ea->sym.p[i]) >> 24;
  if (ea->sym_operand >= 0)
    a += walk_operand_number (w, (unsigned)ea->sym_operand);
  if (ea->base_bytes == 4)
    a &= 0xffffffff;
  return is_thread_segment (w, ea->seg)
             ? a ^ (walk_mix (9, (uint64_t)ea->seg) >> 16 & ~UINT64_C (63))
             : a;
}

void
walk_note_access (struct walk *w, const struct avow_memref *m, uint64_t address, uint32_t size,
                  uint32_t item)
{
  struct walk_access *a = &w->accesses[w->n_accesses];
  uint64_t sp = walk_number (w->entry[w->c->arch->isa->loc_sp], w->c->arch->ptr_bytes);

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
