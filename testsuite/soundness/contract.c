/* contract.c - a contract that mostly fits a random body.

   A rough scan of the body from top to bottom, without paths: what is read before it is written becomes an
   input, what is written an output or a clobber.  Then, often, one promise is left out.  */
#include <string.h>

#include "asm/insn.h"
#include "body.h"
#include "model/effect.h"

#define N_LOCS 320

struct scan
{
  struct body *b;
  const struct avow_arch *arch;
  struct rng *rng;
  uint64_t set[N_LOCS]; /* bytes written so far */
  bool first_read[N_LOCS], wrote[N_LOCS],
      late[N_LOCS]; /* late: read after something else was written */
  bool any_write;
  bool mem_read[MAX_VARS], mem_write[MAX_VARS];    /* memory variables */
  bool load[2], store[2], other_load, other_store; /* through pointers, by window */
  bool uses_stack, string, rep;
};

static bool
chance (struct rng *rng, unsigned percent)
{
  return rng_below (rng, 100) < percent;
}

static void
ignore_gap (void *ctx, enum avow_reason reason, const char *detail)
{
  (void)ctx, (void)reason, (void)detail;
}

/* Everything that the lines name is input and output.  */
static void
provisional (struct body *b, const struct avow_arch *arch)
{
  for (unsigned i = 0; i < b->n_lines; i++)
    for (const char *t = b->lines[i].text; *t; t++)
      if (*t == MARK)
        {
          struct var *v = &b->vars[t[1] - 'A'];
          v->in = v->out = true;
          t += 2;
        }
  body_finish (b, arch);
}

static void
scan_memory (struct scan *s, const struct avow_contract *c, const struct avow_memref *m)
{
  bool reads = m->role & (AVOW_ROLE_R | AVOW_ROLE_RCOND),
       writes = m->role & (AVOW_ROLE_W | AVOW_ROLE_WCOND);
  for (unsigned i = 0; i < s->b->n_vars; i++)
    {
      struct var *v = &s->b->vars[i];
      if (v->number < 0)
        continue;
      if (v->kind == VAR_MEM && (m->ea.operand == v->number || m->ea.operand == v->tied))
        {
          s->mem_read[i] |= reads;
          s->mem_write[i] |= writes;
          return;
        }
      if (v->pointer && m->ea.base >= 0 && c->places[v->number].loc[0] == m->ea.base)
        {
          s->load[v->window] |= reads;
          s->store[v->window] |= writes;
          return;
        }
    }
  if (m->ea.base == c->arch->isa->loc_sp)
    return;
  s->other_load |= reads;
  s->other_store |= writes;
}

static void
scan_effect (struct scan *s, const struct avow_contract *c, const struct avow_effect *e)
{
  bool wrote = s->any_write;
  for (unsigned i = 0; i < e->n_acc; i++)
    if (e->acc[i].role & (AVOW_ROLE_R | AVOW_ROLE_RCOND) && e->acc[i].loc < N_LOCS)
      {
        s->first_read[e->acc[i].loc] |= (e->acc[i].mask & ~s->set[e->acc[i].loc]) != 0;
        s->late[e->acc[i].loc] |= wrote;
      }
  for (unsigned i = 0; i < e->n_mem; i++)
    scan_memory (s, c, &e->mem[i]);
  for (unsigned i = 0; i < e->n_acc; i++)
    if (e->acc[i].role & (AVOW_ROLE_W | AVOW_ROLE_WCOND) && e->acc[i].loc < N_LOCS)
      {
        s->wrote[e->acc[i].loc] = s->any_write = true;
        if (e->acc[i].role & AVOW_ROLE_W)
          s->set[e->acc[i].loc] |= e->acc[i].mask;
      }
  s->uses_stack |= e->stack != 0;
  s->string |= (e->row->props & (ISA_REP | ISA_REPE)) != 0;
  s->rep |= e->rep;
}

static bool
scan (struct scan *s, struct avow_arena *arena)
{
  struct avow_body parsed = { 0 };
  struct avow_contract c;
  static struct avow_effect e;
  if (!avow_parse (&s->b->stmt, 1000, arena, &parsed)
      || !avow_contract_build (&c, &s->b->stmt, 0, arena, ignore_gap, NULL) || c.n_locs >= N_LOCS)
    return false;
  for (unsigned i = 0; i < parsed.n_items; i++)
    if (parsed.items[i].kind == AVOW_ITEM_INSN
        && avow_effect_of (&c, &parsed.items[i], &e) == AVOW_MATCH)
      scan_effect (s, &c, &e);
  /* By variable from here on.  */
  for (unsigned i = 0; i < s->b->n_vars; i++)
    {
      struct var *v = &s->b->vars[i];
      if (v->number < 0 || v->kind == VAR_MEM)
        continue;
      unsigned loc = c.places[v->number].loc[0];
      bool read = s->first_read[loc];
      v->out = s->wrote[loc];
      v->in = read || !v->out || (v->out && chance (s->rng, 20));
      v->early = v->out && chance (s->rng, s->late[loc] || s->any_write ? 75 : 20);
    }
  return true;
}

static void
memory_contract (struct scan *s)
{
  struct body *b = s->b;
  bool covered = true;
  for (unsigned i = 0; i < b->n_vars; i++)
    {
      struct var *v = &b->vars[i];
      if (v->kind != VAR_MEM || v->number < 0)
        continue;
      v->out = s->mem_write[i];
      v->in = s->mem_read[i] || !v->out || chance (s->rng, 30);
    }
  b->memory = (s->other_load || s->other_store) && chance (s->rng, 90);
  for (unsigned w = 0; w < 2; w++)
    {
      struct var *dummy = NULL;
      if (b->memory || !(s->load[w] || s->store[w]))
        continue;
      for (unsigned i = 0; i < b->n_vars; i++)
        if (b->vars[i].kind == VAR_MEM && b->vars[i].window == w && b->vars[i].number < 0)
          dummy = &b->vars[i];
      if (!dummy || chance (s->rng, 50))
        {
          b->memory = covered = chance (s->rng, 90);
          continue;
        }
      dummy->size = 64; /* what the pointer points to: "m" (*(struct s *)p) */
      dummy->same_value_id = true;
      dummy->offset = b->vars[7 + w].offset;
      dummy->out = s->store[w];
      dummy->in = s->load[w] || !dummy->out || chance (s->rng, 50);
    }
}

/* Registers that the lines name themselves.  */
static void
hard_registers (struct scan *s)
{
  const struct avow_isa *isa = s->arch->isa;
  struct body *b = s->b;
  for (unsigned l = 0; l < isa->n_locs && l < N_LOCS; l++)
    {
      uint8_t cls = isa->locs[l].cls;
      bool named
          = isa->locs[l].clobber
            && !(isa->locs[l].flags & (AVOW_LOC_SP | AVOW_LOC_IMPLICIT | AVOW_LOC_UNTRACKED));
      if (!named || (cls != AVOW_RC_GPR && cls != AVOW_RC_VEC && cls != AVOW_RC_MASK)
          || !(s->first_read[l] || s->wrote[l]))
        continue;
      if ((!s->first_read[l] && !chance (s->rng, 20)) || cls == AVOW_RC_MASK
          || b->n_vars == MAX_VARS)
        {
          if (s->wrote[l])
            b->clobbers[l / 64] |= (uint64_t)1 << (l % 64);
          continue;
        }
      struct var *v = &b->vars[b->n_vars++];
      memset (v, 0, sizeof *v);
      v->kind = cls == AVOW_RC_VEC ? VAR_VEC : VAR_GPR;
      v->size = v->kind == VAR_VEC ? 16 : 8;
      v->hard = (int16_t)l;
      v->in = s->first_read[l];
      v->out = s->wrote[l] || !v->in;
      v->early = v->out && chance (s->rng, 50);
      v->pointer = s->string && (l == 6 || l == 7); /* rsi, rdi */
      v->window = l == 7;
      v->offset = 1024;
      v->counter = s->rep && l == 1;
    }
}

/* One promise less.  */
static void
leave_out (struct body *b, struct rng *rng)
{
  struct var *v = &b->vars[rng_below (rng, b->n_vars)];
  switch (rng_below (rng, 7))
    {
    case 0: v->early = false; break;
    case 1:
      if (v->out && v->in)
        v->in = false;
      break;
    case 2:
      if (v->out && (v->in || v->kind != VAR_MEM))
        v->out = false, v->in = true;
      break;
    case 3: b->memory = false; break;
    case 4: b->clobbers[rng_below (rng, 2)] &= ~((uint64_t)1 << rng_below (rng, 64)); break;
    case 5: memset (b->clobbers, 0, sizeof b->clobbers); break;
    case 6:
      if (v->size > 4 && v->kind == VAR_GPR && !v->pointer)
        v->size = 4;
      break;
    }
}

void contract_random (struct body *b, const struct avow_arch *arch, struct rng *rng,
                      struct avow_arena *arena);

void
contract_random (struct body *b, const struct avow_arch *arch, struct rng *rng,
                 struct avow_arena *arena)
{
  static struct scan s;
  memset (&s, 0, sizeof s);
  s.b = b;
  s.arch = arch;
  s.rng = rng;
  provisional (b, arch);
  if (!scan (&s, arena))
    return;
  memory_contract (&s);
  hard_registers (&s);
  b->cc = chance (rng, 85);
  b->red_zone = chance (rng, s.uses_stack ? 15 : 60);
  if (b->x87)
    for (unsigned i = 0; i < 16; i++)
      {
        unsigned l = i < 8 ? arch->isa->loc_st0 + i : arch->isa->loc_mm0 + i - 8;
        b->clobbers[l / 64] |= (uint64_t)1 << (l % 64);
      }
  if (chance (rng, 30))
    leave_out (b, rng);
}
