/* belief.c - see belief.h.  */
#include "belief.h"

#include <string.h>

#include "model/step.h"

static bool
followable (uint8_t cls)
{
  return cls == AVOW_RC_GPR || cls == AVOW_RC_VEC || cls == AVOW_RC_MASK;
}

static bool
says_something (struct avow_value v)
{
  return v.kind == AVOW_V_CONST || v.kind == AVOW_V_ENTRY || v.kind == AVOW_V_ROTATED || v.kind == AVOW_V_FLIPPED
         || v.kind == AVOW_V_TURNED;
}

static void
collect (struct beliefs *b, struct avow_run *r)
{
  const struct avow_isa *isa = r->c->arch->isa;
  for (unsigned i = 0; i < r->touched.n && b->n < MAX_BELIEFS; i++)
    {
      unsigned loc = r->touched.cell[i];
      if (loc >= r->c->n_hard || !followable (isa->locs[loc].cls))
        continue;
      const struct avow_cell *cell = avow_cell (r->st, r->c, loc);
      if (says_something (cell->val))
        b->b[b->n++] = (struct belief){ (uint16_t)loc, cell->val };
    }
  b->flags = image_flags (isa, r->st->flags.known & r->c->arch->status_flags);
  b->flag_values = image_flags (isa, r->st->flags.value) & b->flags;
}

void
beliefs_form (struct beliefs *b, const struct avow_contract *c, struct avow_body *body,
              const struct avow_flow *f, struct avow_arena *arena)
{
  static struct avow_run r;
  static struct avow_summary s;
  memset (b, 0, sizeof *b);
  memset (&r, 0, sizeof r);
  memset (&s, 0, sizeof s);
  s.c = c;
  s.body = body;
  s.fates = avow_calloc (arena, c->n_locs, sizeof *s.fates);
  if (f->entry < 0 || !s.fates || !avow_run_init (&r, &s, c, body, f, arena))
    return;
  avow_state_enter (r.st, c);
  avow_run_step (&r, f->entry);
  if (r.flow == ISA_NEXT)
    collect (b, &r);
}

/* ---- against the processor ------------------------------------------------------------- */

static const uint8_t *
bytes_of (const image *m, const struct avow_isa *isa, unsigned loc)
{
  switch (isa->locs[loc].cls)
    {
    case AVOW_RC_GPR: return (const uint8_t *)&m->gpr[loc];
    case AVOW_RC_VEC: return m->vec[loc - isa->loc_vec0];
    default: return (const uint8_t *)&m->mask[loc - isa->loc_mask0];
    }
}

static uint64_t
low_bytes (unsigned n)
{
  return n >= 8 ? ~(uint64_t)0 : ((uint64_t)1 << 8 * n) - 1;
}

/* The low 8 bytes of what V describes.  */
static uint64_t
expected (struct avow_value v, uint64_t entry)
{
  unsigned bits = v.width >= 8 ? 64 : v.width * 8u;
  uint64_t mask = bits == 64 ? ~(uint64_t)0 : ((uint64_t)1 << bits) - 1;
  uint64_t x = entry & mask, off = (uint64_t)v.off;
  unsigned turn = (unsigned)(off % bits);
  switch (v.kind)
    {
    case AVOW_V_CONST: return off & mask;
    case AVOW_V_ENTRY: return (x + off) & mask;
    case AVOW_V_FLIPPED: return (x ^ off) & mask;
    case AVOW_V_TURNED: return v.off == ISA_OP_NEG ? (0 - x) & mask : __builtin_bswap64 (x) >> (64 - bits);
    default: return turn ? (x << turn | x >> (bits - turn)) & mask : x;
    }
}

static bool
holds (const struct belief *b, const struct avow_isa *isa, const image *entry, const image *end)
{
  const uint8_t *now = bytes_of (end, isa, b->loc);
  struct avow_value v = b->value;
  unsigned size = isa->locs[b->loc].size, width = v.width < size ? v.width : size, low = width < 8 ? width : 8;
  uint64_t got = 0, from = 0;
  if (!v.width)
    return true;
  if (v.kind != AVOW_V_CONST && !followable (isa->locs[v.loc].cls))
    return true; /* the value of another kind of register */
  memcpy (&got, now, low);
  if (v.kind != AVOW_V_CONST)
    memcpy (&from, bytes_of (entry, isa, v.loc), 8);
  if (got != (expected (v, from) & low_bytes (low)))
    return false;
  for (unsigned i = 8; i < width; i++)
    {
      uint8_t want = v.kind == AVOW_V_CONST && v.off < 0 ? 0xff : 0;
      if (v.kind == AVOW_V_ENTRY && i < isa->locs[v.loc].size)
        want = bytes_of (entry, isa, v.loc)[i];
      if (now[i] != want)
        return false;
    }
  return true;
}

const char *
beliefs_refuted (const struct beliefs *b, const struct avow_isa *isa, const image *entry, const image *end)
{
  for (unsigned i = 0; i < b->n; i++)
    if (!holds (&b->b[i], isa, entry, end))
      return isa_str (isa, isa->locs[b->b[i].loc].name);
  return (end->flags & b->flags) != b->flag_values ? "flags" : NULL;
}
