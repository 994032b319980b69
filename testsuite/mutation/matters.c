/* matters.c - does it matter that a promise is gone?

   Each question is an experiment: run the body once or twice with numbers and compare.  A location
   counts as changed when it ends with another number, a value as needed when another number in its place
   changes a result, a register as needed by two when putting both into one changes a result.  */
#include "matters.h"

#include <string.h>

#define SEEDS 12

static void
ignore_gap (void *ctx, enum avow_reason reason, const char *detail)
{
  (void)ctx, (void)reason, (void)detail;
}

bool
lab_init (struct lab *lab, const struct avow_stmt *stmt, struct avow_arena *arena)
{
  memset (&lab->body, 0, sizeof lab->body);
  lab->stmt = stmt;
  lab->n = avow_n_alternatives (stmt);
  if (lab->n > MAX_ALTERNATIVES)
    lab->n = MAX_ALTERNATIVES;
  if (!avow_parse (stmt, avow_default_options.max_items, arena, &lab->body))
    return false;
  for (unsigned i = 0; i < lab->n; i++)
    if (!avow_contract_build (&lab->contract[i], stmt, i, arena, ignore_gap, NULL)
        || !avow_flow_build (&lab->flow[i], &lab->contract[i], &lab->body, arena)
        || !walk_init (&lab->walk[i], &lab->contract[i], &lab->body, &lab->flow[i], arena))
      return false;
  return true;
}

/* ---- experiments --------------------------------------------------------------------- */

static bool
run (struct walk *w, uint64_t seed)
{
  w->seed = seed;
  return walk_run (w);
}

static void
plain (struct walk *w)
{
  w->twist_loc = w->alias_from = w->alias_to = w->copy_from = w->copy_to = w->numberless = -1;
  w->twist_mask = w->twist_address = w->twist_size = 0;
}

/* Does LOC end changed on some path?  */
static enum matters
ends_changed (struct walk *w, unsigned loc, uint64_t mask)
{
  unsigned ended = 0;

  plain (w);
  for (uint64_t seed = 1; seed <= SEEDS; seed++)
    if (run (w, seed))
      {
        ended++;
        if (walk_changed (w, loc) & mask)
          return MATTERS;
      }
  return ended ? MATTERS_NOT : MATTERS_UNCLEAR;
}

/* Does another entry value of MASK bytes of LOC, or of SIZE bytes at ADDRESS, change a result?  */
static enum matters
is_needed (struct walk *w, int loc, uint64_t mask, unsigned operand, uint64_t size)
{
  unsigned ended = 0;

  for (uint64_t seed = 1; seed <= SEEDS; seed++)
    {
      plain (w);
      if (!run (w, seed))
        continue;
      uint64_t before = walk_observe (w);
      w->twist_loc = loc;
      w->twist_mask = mask;
      if (size)
        {
          w->twist_address = walk_object (w, operand);
          w->twist_size = size;
        }
      if (!run (w, seed))
        continue;
      ended++;
      if (walk_observe (w) != before)
        return MATTERS;
    }
  return ended ? MATTERS_NOT : MATTERS_UNCLEAR;
}

/* The input that comes in in the register of output K, or -1.  */
static int
input_in (const struct avow_contract *c, unsigned k)
{
  for (unsigned i = c->stmt->n_outputs; i < c->stmt->n_operands; i++)
    if (c->places[i].n_locs && c->places[i].loc[0] == c->places[k].loc[0])
      return (int)i;
  return -1;
}

/* Is it known that operands I and J have different values?  */
static bool
differ (const struct avow_stmt *s, unsigned i, unsigned j)
{
  const struct avow_operand *a = &s->operands[i], *b = &s->operands[j];

  return (a->value_id && a->value_id == b->value_id && a->value_off != b->value_off)
         || (a->const_known && b->const_known && a->const_value != b->const_value)
         || (a->type == AVOW_TYPE_POINTER) != (b->type == AVOW_TYPE_POINTER) || a->size != b->size;
}

/* Does it change a result that operand J lives in the register of output K?  When something comes in
   there, the compiler does it only for two equal values.  */
static enum matters
shares_badly (struct walk *w, unsigned j, unsigned k)
{
  unsigned ended = 0;
  int taken = input_in (w->c, k);

  if (taken >= 0 && differ (w->c->stmt, (unsigned)taken, j))
    return MATTERS_NOT;

  for (uint64_t seed = 1; seed <= SEEDS; seed++)
    {
      plain (w);
      w->numberless = taken >= 0 ? (int)j : -1;
      w->copy_from = w->c->places[j].loc[0];
      w->copy_to = w->c->places[k].loc[0];
      if (!run (w, seed))
        continue;
      uint64_t before = walk_observe (w);
      plain (w);
      w->numberless = taken >= 0 ? (int)j : -1;
      w->alias_from = w->c->places[j].loc[0];
      w->alias_to = w->c->places[k].loc[0];
      if (!run (w, seed))
        continue;
      ended++;
      if (walk_observe (w) != before)
        return MATTERS;
    }
  plain (w);
  return ended ? MATTERS_NOT : MATTERS_UNCLEAR;
}

/* Is memory operand J used after output K was written?  Its address may be in K's register then.  */
static enum matters
address_after (struct walk *w, unsigned j, unsigned k)
{
  plain (w);
  for (uint64_t seed = 1; seed <= SEEDS; seed++)
    {
      uint32_t written;
      if (!run (w, seed) || !(written = w->first_write[w->c->places[k].loc[0]]))
        continue;
      for (unsigned i = 0; i < w->n_accesses; i++)
        if (w->accesses[i].operand == (int)j && w->accesses[i].step > written)
          return MATTERS;
    }
  return MATTERS_NOT;
}

/* ---- questions ------------------------------------------------------------------------- */

static bool
registers_meet (const struct avow_locset *a, const struct avow_locset *b)
{
  for (unsigned i = 0; i < sizeof a->w / sizeof *a->w; i++)
    if (a->w[i] & b->w[i])
      return true;
  return false;
}

static enum matters
early_matters (struct walk *w, unsigned k)
{
  const struct avow_contract *c = w->c;
  enum matters worst = MATTERS_NOT;

  if (c->places[k].n_locs != 1)
    return MATTERS_NOT;
  for (unsigned j = c->stmt->n_outputs; j < c->stmt->n_operands; j++)
    {
      enum matters here = MATTERS_NOT;
      /* A constant is an immediate where the constraint allows one.  */
      if (c->places[j].tied >= 0
          || (c->stmt->operands[j].const_known && c->places[j].kinds & AVOW_K_IMM))
        continue;
      if (only_memory (c->stmt->operands[j].constraint))
        {
          if (c->places[k].kinds & AVOW_K_GPR && !c->stmt->operands[j].value_is_object)
            here = address_after (w, j, k);
        }
      else if (c->places[j].n_locs == 1 && registers_meet (&c->places[j].regs, &c->places[k].regs)
               && c->places[j].loc[0] != c->places[k].loc[0])
        here = shares_badly (w, j, k);
      if (here == MATTERS)
        return here;
      worst = here ? here : worst;
    }
  return worst;
}

static bool
may_fault (const struct walk *w, uint32_t item)
{
  for (unsigned i = 0; i < w->f->n_edges; i++)
    if (w->f->edges[i].kind == AVOW_EDGE_FAULT && w->f->edges[i].from >= 0
        && w->f->nodes[w->f->edges[i].from].item == item)
      return true;
  return false;
}

/* Is the access inside an operand in memory (but SKIP)?  MATTERS_UNCLEAR where its place is not known.  */
static enum matters
uncovered (const struct walk *w, const struct walk_access *a, bool store, int skip)
{
  const struct avow_stmt *s = w->c->stmt;
  enum matters result = MATTERS;

  for (unsigned k = 0; k < s->n_operands; k++)
    {
      const struct avow_operand *op = &s->operands[k];
      if ((int)k == skip || !only_memory (op->constraint) || (store && !op->is_output))
        continue;
      if (a->operand == (int)k || !op->size || a->address - walk_object (w, k) < op->size)
        return MATTERS_NOT;
      if (!op->value_id)
        result = MATTERS_UNCLEAR;
    }
  return result;
}

/* Does the body store (or load) where no operand, but perhaps SKIP, says so?  */
static enum matters
memory_matters (struct walk *w, bool store, int skip)
{
  enum matters worst = MATTERS_NOT;
  uint8_t roles = store ? AVOW_ROLE_W | AVOW_ROLE_WCOND : AVOW_ROLE_R | AVOW_ROLE_RCOND;

  plain (w);
  for (uint64_t seed = 1; seed <= SEEDS; seed++)
    {
      if (!run (w, seed))
        continue;
      for (unsigned i = 0; i < w->n_accesses; i++)
        {
          const struct walk_access *a = &w->accesses[i];
          if (!(a->role & roles) || a->stack || may_fault (w, a->item)
              || (!store && (a->segment || a->symbol)))
            continue;
          enum matters here = uncovered (w, a, store, skip);
          if (here == MATTERS)
            return here;
          worst = here ? here : worst;
        }
    }
  return worst;
}

/* A system call that is handed a pointer may store.  */
static bool
hands_over_pointer (const struct walk *w)
{
  const struct avow_stmt *s = w->c->stmt;

  for (unsigned j = s->n_outputs; w->system_call && j < s->n_operands; j++)
    if (s->operands[j].type == AVOW_TYPE_POINTER && !only_memory (s->operands[j].constraint)
        && !(s->operands[j].const_known && !s->operands[j].const_value))
      return true;
  return false;
}

static enum matters
barrier_matters (struct walk *w)
{
  if (w->c->stmt->n_operands || memory_matters (w, true, -1) || memory_matters (w, false, -1))
    return MATTERS_NOT;
  return run (w, 1) && w->props & ISA_FENCE ? MATTERS : MATTERS_NOT;
}

static enum matters
dummy_matters (struct walk *w, unsigned k, bool store)
{
  const struct avow_operand *op = &w->c->stmt->operands[k];
  enum matters m
      = w->c->memory || op->object_const ? MATTERS_NOT : memory_matters (w, store, (int)k);

  if (m != MATTERS)
    return m;
  /* Only accesses that this operand covered.  */
  for (unsigned i = 0; i < w->n_accesses; i++)
    if (w->accesses[i].address - walk_object (w, k) < op->size
        && uncovered (w, &w->accesses[i], store, (int)k) == MATTERS
        && w->accesses[i].role
               & (store ? AVOW_ROLE_W | AVOW_ROLE_WCOND : AVOW_ROLE_R | AVOW_ROLE_RCOND))
      return MATTERS;
  return op->size ? MATTERS_NOT : MATTERS_UNCLEAR;
}

static enum matters
store_matters (struct walk *w, unsigned k)
{
  plain (w);
  if (w->c->memory)
    return MATTERS_NOT;
  for (uint64_t seed = 1; seed <= SEEDS; seed++)
    if (run (w, seed))
      for (unsigned i = 0; i < w->n_accesses; i++)
        if (w->accesses[i].operand == (int)k && w->accesses[i].role & AVOW_ROLE_W
            && !may_fault (w, w->accesses[i].item)
            && walk_memory_changed (w, w->accesses[i].address, w->accesses[i].size))
          return w->c->stmt->operands[k].is_volatile ? MATTERS_NOT : MATTERS;
  return MATTERS_NOT;
}

static enum matters
size_matters (struct walk *w, unsigned k, unsigned new_size)
{
  plain (w);
  if (w->c->memory)
    return MATTERS_NOT; /* all memory is declared */
  for (uint64_t seed = 1; seed <= SEEDS; seed++)
    if (run (w, seed))
      for (unsigned i = 0; i < w->n_accesses; i++)
        {
          const struct walk_access *a = &w->accesses[i];
          if (a->operand == (int)k && a->address - walk_object (w, k) + a->size > new_size)
            return MATTERS;
        }
  return MATTERS_NOT;
}

static enum matters
red_zone_matters (struct walk *w)
{
  uint64_t zone = w->c->arch->red_zone_bytes;

  plain (w);
  if (w->c->redzone)
    return MATTERS_NOT;
  for (uint64_t seed = 1; seed <= SEEDS; seed++)
    if (run (w, seed))
      for (unsigned i = 0; i < w->n_accesses; i++)
        {
          uint64_t sp = UINT64_C (0x7fff00001000), at = w->accesses[i].address;
          if (w->accesses[i].stack && w->accesses[i].role & AVOW_ROLE_W && at < sp
              && at >= sp - zone)
            return MATTERS;
        }
  return MATTERS_NOT;
}

static enum matters
volatile_matters (struct walk *w)
{
  plain (w);
  for (uint64_t seed = 1; seed <= SEEDS; seed++)
    if (run (w, seed) && (w->system_call || w->props & (ISA_NONDET | ISA_IO | ISA_PRIV)))
      return MATTERS;
  return MATTERS_NOT;
}

static bool
is_x87 (const struct avow_arch *arch, unsigned loc)
{
  return arch->isa->locs[loc].cls == AVOW_RC_ST || arch->isa->locs[loc].cls == AVOW_RC_MM;
}

/* Clobbers of x87 registers only say how many the body needs; MMX registers are the same ones.  */
static enum matters
x87_matters (struct walk *w, unsigned loc)
{
  const struct avow_isa *isa = w->c->arch->isa;
  int declared = 0;

  for (unsigned i = 0; i < 8; i++)
    {
      const struct avow_promise *p = &w->c->promises[isa->loc_st0 + i];
      declared += (p->in | p->out | p->clobber) != 0;
    }
  if (isa->locs[loc].cls == AVOW_RC_MM)
    return declared ? MATTERS_NOT : ends_changed (w, loc, ~UINT64_C (0));
  for (uint64_t seed = 1; seed <= SEEDS; seed++)
    if (run (w, seed) && w->x87_peak > declared - 1)
      return MATTERS;
  return MATTERS_NOT;
}

static enum matters
register_matters (struct walk *w, const char *name)
{
  int loc = avow_location (w->c->arch, name + (*name == '%'));

  if (loc < 0 || w->c->promises[loc].out)
    return loc < 0 ? MATTERS_UNCLEAR : MATTERS_NOT;
  if (is_x87 (w->c->arch, (unsigned)loc))
    return x87_matters (w, (unsigned)loc);
  return ends_changed (w, (unsigned)loc, ~UINT64_C (0));
}

/* The old value of output K, in a register or, where the body loads it, in memory.  */
static enum matters
old_value_matters (struct walk *w, unsigned k)
{
  const struct avow_place *pl = &w->c->places[k];
  const struct avow_operand *op = &w->c->stmt->operands[k];

  if (pl->kinds == AVOW_K_MEM)
    return w->c->memory || op->size > 8 || op->type == AVOW_TYPE_OTHER
               ? MATTERS_NOT
               : is_needed (w, -1, 0, k, op->size);
  return pl->n_locs == 1 ? is_needed (w, pl->loc[0], avow_bytes (op->size), 0, 0) : MATTERS_NOT;
}

static enum matters
in_alternative (struct walk *w, enum mutation kind, const struct mutant *m)
{
  const struct avow_place *pl = &w->c->places[m->operand];
  enum matters store;

  switch (kind)
    {
    case MUTATION_CLOBBER:
    case MUTATION_WRONG_CLOBBER: return register_matters (w, m->clobber);
    case MUTATION_CC:
      return w->c->flag_output
                 ? MATTERS_NOT
                 : ends_changed (w, w->c->arch->isa->loc_flags, w->c->arch->status_flags);
    case MUTATION_MEMORY_STORE:
      store = memory_matters (w, true, -1);
      return store == MATTERS_NOT && hands_over_pointer (w) ? MATTERS : store;
    case MUTATION_MEMORY_LOAD:
      return memory_matters (w, true, -1) ? MATTERS_NOT : memory_matters (w, false, -1);
    case MUTATION_MEMORY_ORDER: return barrier_matters (w);
    case MUTATION_EARLY: return early_matters (w, m->operand);
    case MUTATION_READWRITE: return old_value_matters (w, m->operand);
    case MUTATION_OUT_TO_IN:
      return pl->n_locs == 1 && pl->kinds != AVOW_K_MEM ? ends_changed (
                 w, pl->loc[0],
                 avow_bytes (m->stmt.operands ? w->c->stmt->operands[m->operand].size : 8))
                                                        : MATTERS_NOT;
    case MUTATION_STORE_TO_IN: return store_matters (w, m->operand);
    case MUTATION_DUMMY_OUT: return dummy_matters (w, m->operand, true);
    case MUTATION_DUMMY_IN: return dummy_matters (w, m->operand, false);
    case MUTATION_FIXED_INPUT:
      return pl->n_locs == 1 ? is_needed (w, pl->loc[0],
                                          avow_bytes (w->c->stmt->operands[m->operand].size), 0, 0)
                             : MATTERS_NOT;
    case MUTATION_VOLATILE: return volatile_matters (w);
    default: return red_zone_matters (w);
    }
}

/* Does the body, with an operand of fewer bytes, use those that it no longer has?  Asked of the mutant,
   because GCC prints a register, and Intel's memory, in the width of the type.  */
static enum matters
narrow_matters (enum mutation kind, const struct mutant *m, unsigned old_size, struct avow_arena *arena)
{
  struct lab *lab = avow_alloc (arena, sizeof *lab);

  if (!lab || !lab_init (lab, &m->stmt, arena))
    return MATTERS_UNCLEAR;
  if (kind == MUTATION_SMALL)
    return size_matters (&lab->walk[0], m->operand, m->new_size);
  const struct avow_place *pl = &lab->contract[0].places[m->operand];
  if (pl->n_locs != 1 || !(pl->kinds & AVOW_K_GPR))
    return MATTERS_NOT;
  return is_needed (&lab->walk[0], pl->loc[0], avow_bytes (old_size) & ~avow_bytes (m->new_size), 0,
                    0);
}

enum matters
lab_matters (struct lab *lab, enum mutation kind, const struct mutant *m, struct avow_arena *arena)
{
  enum matters worst = MATTERS_NOT;

  if (kind == MUTATION_NARROW || kind == MUTATION_SMALL)
    return narrow_matters (kind, m, (unsigned)lab->stmt->operands[m->operand].size, arena);

  for (unsigned i = 0; i < lab->n; i++)
    {
      enum matters here = in_alternative (&lab->walk[i], kind, m);
      if (here == MATTERS)
        return here;
      worst = here ? here : worst;
    }
  return worst;
}
