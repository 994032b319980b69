/* record.c - see record.h.  Bytes are told apart by powers of two: every width of the tables is one.  */
#include "record.h"

#include <stdio.h>
#include <string.h>

const char *const verdict_names[N_VERDICTS]
    = { "run",      "no row",   "not on this processor", "privileged or faults always",
        "traps always", "memory cannot be placed", "excluded", "lost" };

struct effect_seen *
record_effect (struct row_record *rec, struct effect_key key)
{
  for (unsigned i = 0; i < MAX_EFFECTS; i++)
    {
      struct effect_seen *e = &rec->effects[i];
      if (e->used && memcmp (&e->key, &key, sizeof key))
        continue;
      if (!e->used)
        {
          e->key = key;
          e->used = true;
        }
      return e;
    }
  return NULL;
}

void
record_name (const struct effect_key *k, const struct avow_isa *isa, char *out, size_t size)
{
  static const char *const what[] = { "read", "write", "memory read", "memory write" };
  char who[64], part[64];
  if (k->op == 0xff)
    snprintf (who, sizeof who, "%s", k->loc == 0xff ? "stack" : isa_str (isa, isa->locs[k->loc].name));
  else
    snprintf (who, sizeof who, "operand %u%s", k->op + 1, k->loc == 0xff ? "" : " mask");
  if (k->op == 0xff && k->loc == isa->loc_flags)
    snprintf (part, sizeof part, "%s", isa_str (isa, isa->flag_names[k->part]));
  else if (k->part < 2)
    snprintf (part, sizeof part, "byte %u", k->part);
  else
    snprintf (part, sizeof part, "bytes %u to %u", 1u << (k->part - 1), (1u << k->part) - 1);
  snprintf (out, size, "%s %s %s", who, what[k->what], part);
}

static uint64_t
part_mask (unsigned part)
{
  return part ? avow_bytes (1u << part) & ~avow_bytes (1u << (part - 1)) : 1;
}

struct list
{
  const struct subject *sub;
  struct effect_part *parts;
  unsigned n, max;
};

static struct effect_part *
add_part (struct list *l, uint8_t what, int op, int loc, unsigned part)
{
  if (l->n == l->max)
    return NULL;
  struct effect_part *p = &l->parts[l->n++];
  memset (p, 0, sizeof *p);
  p->key = (struct effect_key){ what, (uint8_t)(op < 0 ? 0xff : op), (uint8_t)(loc < 0 ? 0xff : loc), (uint8_t)part };
  return p;
}

static unsigned
slot0_of (const struct subject *sub, uint8_t what)
{
  int delta = sub->e.row->x87;
  return what == EFFECT_WRITE && delta > 0 ? (unsigned)-delta : 0;
}

static void
add_bytes (struct list *l, const struct avow_access *a, uint8_t what)
{
  const struct avow_isa *isa = l->sub->c.arch->isa;
  bool own = a->op >= 0 && l->sub->e.ops[a->op].kind && l->sub->e.ops[a->op].loc == a->loc
             && l->sub->e.ops[a->op].mem < 0;
  for (unsigned part = 0; part < 7; part++)
    if (a->mask & part_mask (part))
      {
        struct effect_part *p = add_part (l, what, a->op, own ? -1 : a->loc, part);
        if (p && !image_add (&p->bits, isa, a->loc, a->mask & part_mask (part), slot0_of (l->sub, what)))
          l->n--;
      }
}

static void
add_flag_parts (struct list *l, uint32_t flags, uint8_t what)
{
  const struct avow_isa *isa = l->sub->c.arch->isa;
  for (unsigned i = 0; i < isa->n_flags; i++)
    if (flags >> i & 1)
      {
        struct effect_part *p = add_part (l, what, -1, isa->loc_flags, i);
        if (p)
          p->bits.flags = image_flags (isa, (uint64_t)1 << i);
      }
}

static void
add_memory_parts (struct list *l, unsigned mem, uint8_t what)
{
  const struct avow_memref *m = &l->sub->e.mem[mem];
  for (unsigned part = 0; part < 7 && (part ? 1u << (part - 1) : 0) < m->size; part++)
    {
      struct effect_part *p = add_part (l, what, m->op, m->op < 0 ? m->ea.base : -1, part);
      if (!p)
        return;
      p->memory = true;
      p->mem = mem;
      p->lo = part ? 1u << (part - 1) : 0;
      p->hi = 1u << part < m->size ? 1u << part : m->size;
    }
}

#define READS (AVOW_ROLE_R | AVOW_ROLE_RCOND)
#define WRITES (AVOW_ROLE_W | AVOW_ROLE_WCOND)

unsigned
record_parts (const struct subject *sub, struct effect_part *parts, unsigned max)
{
  struct list l = { sub, parts, 0, max };
  const struct avow_effect *e = &sub->e;
  for (unsigned i = 0; i < e->n_acc; i++)
    {
      const struct avow_access *a = &e->acc[i];
      if (a->loc == sub->c.arch->isa->loc_flags)
        continue;
      if (a->role & READS && !(a->role & AVOW_ROLE_ADDR))
        add_bytes (&l, a, EFFECT_READ);
      if (a->role & WRITES)
        add_bytes (&l, a, EFFECT_WRITE);
    }
  add_flag_parts (&l, e->flags_r, EFFECT_READ);
  add_flag_parts (&l, e->flags_w | e->flags_cw, EFFECT_WRITE);
  for (unsigned i = 0; i < e->n_mem; i++)
    {
      if (!touches (&e->mem[i]) || e->mem[i].ea.vector_index || e->rep
          || (e->mem[i].repeated && has (sub, ISA_BITBASE)))
        continue;
      if (e->mem[i].role & READS)
        add_memory_parts (&l, i, EFFECT_MEMORY_READ);
      if (e->mem[i].role & WRITES)
        add_memory_parts (&l, i, EFFECT_MEMORY_WRITE);
    }
  return l.n;
}
