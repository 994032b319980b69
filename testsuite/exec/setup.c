/* setup.c - see setup.h.

   A memory operand is first given an address, in a window of its own; then its base register
   is what that leaves after index, displacement and segment base.  */
#include "setup.h"

#include <string.h>

#define RCX 1
#define RSP 4

static const uint8_t *
noise_pool (void)
{
  static uint8_t pool[1 << 17];
  static bool filled;
  struct rng r;
  if (filled)
    return pool;
  rng_seed (&r, 1, "noise");
  for (unsigned i = 0; i < sizeof pool; i += 8)
    {
      uint64_t x = rng_next (&r);
      memcpy (pool + i, &x, 8);
    }
  filled = true;
  return pool;
}

void
setup_noise (struct rng *rng, uint8_t *to, unsigned n)
{
  memcpy (to, noise_pool () + rng_below (rng, (1 << 17) - n), n);
}

static uint64_t
low_bytes (unsigned n)
{
  return n >= 8 ? ~(uint64_t)0 : ((uint64_t)1 << 8 * n) - 1;
}

/* ---- registers that addresses are made of -------------------------------------------------- */

static uint64_t
segment_base (const struct setup *su, const struct subject *sub, const struct avow_ea *ea)
{
  const struct avow_isa *isa = sub->c.arch->isa;
  if (ea->seg < 0 || sizeof (void *) == 4)
    return 0;
  const char *name = isa_str (isa, isa->locs[ea->seg].name);
  return !strcmp (name, "fs") ? su->s.fsbase : !strcmp (name, "gs") ? su->s.gsbase : 0;
}

static uint64_t
pointer_mask (const struct subject *sub, const struct avow_ea *ea)
{
  return low_bytes (ea->base_bytes ? ea->base_bytes : sub->c.arch->ptr_bytes);
}

static uint64_t
address_of (const struct setup *su, const struct subject *sub, const struct avow_memref *m)
{
  const struct avow_ea *ea = &m->ea;
  uint64_t a = ea->base >= 0 ? su->s.gpr[ea->base] : 0;
  if (ea->index >= 0 && !ea->vector_index)
    a += su->s.gpr[ea->index] * (ea->scale ? ea->scale : 1);
  a += (uint64_t)ea->disp;
  if (m->op < 0 && ea->base == sub->c.arch->isa->loc_sp && sub->e.stack < 0)
    a += (uint64_t)(int64_t)sub->e.stack; /* what is pushed lies below */
  if (m->op < 0 && ea->base == sub->c.arch->isa->loc_sp && sub->e.row->op == ISA_OP_ENTER)
    a -= m->size;
  return ((a & pointer_mask (sub, ea)) + segment_base (su, sub, ea)) & low_bytes (sizeof (void *));
}

/* Set the low bytes of a general register and remember that they are needed.  */
static void
fix_gpr (struct setup *su, unsigned reg, uint64_t value, uint64_t mask)
{
  su->s.gpr[reg] = (su->s.gpr[reg] & ~mask) | (value & mask);
  su->fixed.gpr[reg] |= mask;
}

/* Gathers: the letter behind the name says how wide the indexes are.  */
static unsigned
vector_index_bytes (const struct subject *sub)
{
  static const char *const words[] = { "gatherpf0", "gatherpf1", "scatterpf0", "scatterpf1", "gather", "scatter" };
  for (unsigned i = 0; i < sizeof words / sizeof *words; i++)
    {
      const char *p = strstr (sub->text, words[i]);
      if (p)
        return p[strlen (words[i])] == 'q' ? 8 : 4;
    }
  return 8;
}

static void
set_vector_index (struct setup *su, const struct subject *sub, const struct avow_ea *ea, struct rng *rng)
{
  unsigned v = (unsigned)ea->index - sub->c.arch->isa->loc_vec0;
  unsigned bytes = vector_index_bytes (sub);
  for (unsigned i = 0; i < 64; i += bytes)
    {
      int64_t x = (int64_t)rng_below (rng, 256) - 128;
      memcpy (su->s.vec[v] + i, &x, bytes);
    }
  memset (su->fixed.vec[v], 0xff, 64);
}

static void
set_index (struct setup *su, const struct subject *sub, const struct avow_memref *m, struct rng *rng)
{
  const struct avow_ea *ea = &m->ea;
  if (ea->index < 0)
    return;
  if (ea->vector_index)
    set_vector_index (su, sub, ea, rng);
  else if (ea->index != ea->base && !su->fixed.gpr[ea->index])
    fix_gpr (su, (unsigned)ea->index, (uint64_t)((int64_t)rng_below (rng, 128) - 64), pointer_mask (sub, ea));
}

/* Make M's address A, if its base register is free for that.  */
static void
set_base (struct setup *su, const struct subject *sub, const struct avow_memref *m, uint64_t a)
{
  const struct avow_ea *ea = &m->ea;
  uint64_t mask = pointer_mask (sub, ea);
  if (ea->base < 0 && ea->index >= 0 && !ea->vector_index)
    fix_gpr (su, (unsigned)ea->index, (a - (uint64_t)ea->disp) / (ea->scale ? ea->scale : 1), mask);
  if (ea->base < 0 || su->fixed.gpr[ea->base] & mask)
    return;
  uint64_t rest = (uint64_t)ea->disp + segment_base (su, sub, ea);
  if (ea->index == ea->base)
    {
      fix_gpr (su, (unsigned)ea->base, ((a - rest) & mask) / (1u + (ea->scale ? ea->scale : 1u)), mask);
      return;
    }
  if (ea->index >= 0 && !ea->vector_index)
    rest += su->s.gpr[ea->index] * (ea->scale ? ea->scale : 1);
  fix_gpr (su, (unsigned)ea->base, a - rest, mask);
}

static uint64_t
choose_address (const struct subject *sub, const struct avow_memref *m, unsigned window,
                enum placement place, struct rng *rng)
{
  uint64_t page = (uintptr_t)exec_window (window), end = page + EXEC_PAGE;
  unsigned align = subject_align (sub, m), n = m->size;
  bool wide = !n || m->ea.vector_index || sub->e.rep || (m->repeated && has (sub, ISA_BITBASE));
  if (wide)
    return page + (n ? 1024u + rng_below (rng, 256) * align : 512);
  switch (place)
    {
    case PLACE_FIRST: return page;
    case PLACE_LAST: return end - n;
    case PLACE_OVER: return end - n + align;
    case PLACE_UNDER: return page - align;
    case PLACE_ALIGNED: return page + 1024 + 64 * rng_below (rng, 8);
    case PLACE_HALF: return page + 1024 + align / 2;
    case PLACE_MISALIGNED: return page + 1024 + 1 + rng_below (rng, align - 1);
    default: return page + 256 + rng_below (rng, 1024 / align) * align;
    }
}

/* ---- what is touched -------------------------------------------------------------------------- */

static void
add_range (struct setup *su, uint64_t lo, uint64_t hi, uint8_t role)
{
  if (su->n_ranges >= MAX_RANGES || lo >= hi)
    return;
  su->r[su->n_ranges++] = (struct range){ lo, hi,
    (role & (AVOW_ROLE_R | AVOW_ROLE_RCOND | AVOW_ROLE_TARGET)) != 0, (role & AVOW_ROLE_W) != 0,
    (role & AVOW_ROLE_WCOND) != 0 };
}

static unsigned
window_of (uint64_t a)
{
  return (unsigned)((a - EXEC_WINDOWS) / EXEC_STRIDE);
}

/* A repeated access may touch anything in its page; that is all that the claims say.  */
static void
add_whole_page (struct setup *su, uint64_t a, uint8_t role)
{
  if (window_of (a) >= EXEC_N_WINDOWS)
    {
      add_range (su, a, a + 1, role); /* cannot be placed */
      return;
    }
  uint64_t page = (uintptr_t)exec_window (window_of (a));
  if (role & AVOW_ROLE_W)
    role = (uint8_t)((role & ~AVOW_ROLE_W) | AVOW_ROLE_WCOND);
  add_range (su, page, page + EXEC_PAGE, role);
}

static void
add_string (struct setup *su, const struct subject *sub, const struct avow_memref *m, uint64_t a)
{
  unsigned count_bytes = sub->item->prefixes & AVOW_PFX_ADDR32 ? 4 : sub->c.arch->ptr_bytes;
  uint64_t n = (su->s.gpr[RCX] & low_bytes (count_bytes)) * m->size;
  if (!n)
    return;
  uint8_t role = m->role;
  if (has (sub, ISA_REPE) && role & AVOW_ROLE_W)
    role = (uint8_t)((role & ~AVOW_ROLE_W) | AVOW_ROLE_WCOND);
  if (su->s.flags >> 10 & 1)
    add_range (su, a + m->size - n, a + m->size, role);
  else
    add_range (su, a, a + n, role);
}

static void
add_memref (struct setup *su, const struct subject *sub, const struct avow_memref *m)
{
  uint64_t a = address_of (su, sub, m);
  if (window_of (a) < EXEC_N_WINDOWS)
    su->used |= 1u << window_of (a);
  if (!m->size || m->ea.vector_index || (m->repeated && has (sub, ISA_BITBASE)))
    add_whole_page (su, a, m->role);
  else if (sub->e.rep)
    add_string (su, sub, m, a);
  else
    {
      uint8_t role = m->role;
      if (m->repeated && role & AVOW_ROLE_W)
        role = (uint8_t)((role & ~AVOW_ROLE_W) | AVOW_ROLE_WCOND);
      add_range (su, a, a + m->size, role);
    }
}

/* ---- all together --------------------------------------------------------------------------------- */

static bool
uses_stack (const struct subject *sub)
{
  if (sub->e.stack || sub->e.stack_unknown)
    return true;
  for (unsigned i = 0; i < sub->e.n_mem; i++)
    if (touches (&sub->e.mem[i]) && sub->e.mem[i].ea.base == sub->c.arch->isa->loc_sp)
      return true;
  return false;
}

static void
set_stack (struct setup *su, const struct subject *sub, enum placement place, struct rng *rng)
{
  uint64_t page = (uintptr_t)exec_window (STACK_WINDOW), sp = page + 1024 + 8 * rng_below (rng, 64);
  int n = sub->e.stack;
  if (place == PLACE_FIRST && n)
    sp = n < 0 ? page - (uint64_t)(int64_t)n : page;
  if (place == PLACE_LAST && n)
    sp = n < 0 ? page + EXEC_PAGE : page + EXEC_PAGE - (uint64_t)n;
  fix_gpr (su, RSP, sp, low_bytes (sizeof (void *)));
}

/* Counts and bit indexes that would lead out of the window.  */
static bool
set_numbers (struct setup *su, const struct subject *sub, struct rng *rng)
{
  const struct avow_effect *e = &sub->e;
  if (e->rep)
    fix_gpr (su, RCX, rng_below (rng, 9), low_bytes (sizeof (void *)));
  bool bit_index = has (sub, ISA_BITBASE) && e->n_ops == 2 && e->ops[1].kind && e->ops[1].mem < 0;
  if (bit_index && su->fixed.gpr[e->ops[1].loc])
    return false; /* a pointer cannot be an index as well */
  if (bit_index)
    fix_gpr (su, e->ops[1].loc, (uint64_t)((int64_t)rng_below (rng, 4096) - 2048), low_bytes (e->ops[1].size));
  if (e->row->flow == ISA_SYSCALL)
    su->s.gpr[0] = low_bytes (sizeof (void *)); /* no such system call */
  bool loops = e->row->flow == ISA_JCC && !rng_below (rng, 2);
  if (loops)
    su->s.gpr[RCX] = rng_below (rng, 3) + (rng_below (rng, 2) && sizeof (void *) == 8 ? (uint64_t)1 << 32 : 0);
  if (!strstr (sub->text, "div") || rng_below (rng, 4) == 0)
    return true;
  su->s.gpr[2] = rng_below (rng, 3) ? 0 : rng_below (rng, 70); /* the high half of a dividend */
  return true;
}

static uint8_t *
memory_at (struct setup *su, uint64_t a)
{
  unsigned w = window_of (a);
  return w < EXEC_N_WINDOWS && (a - EXEC_WINDOWS) % EXEC_STRIDE < EXEC_PAGE
           ? &su->memory[w][(a - EXEC_WINDOWS) % EXEC_STRIDE] : NULL;
}

static void
fill_memory (struct setup *su, struct values *v)
{
  for (unsigned w = 0; w < EXEC_N_WINDOWS; w++)
    if (su->used >> w & 1)
      setup_noise (v->rng, su->memory[w], EXEC_PAGE);
  for (unsigned i = 0; i < su->n_ranges; i++)
    {
      const struct range *r = &su->r[i];
      uint8_t *p = memory_at (su, r->lo);
      if (r->read && p && memory_at (su, r->hi - 1) && r->hi - r->lo <= 1024)
        values_fill (v, p, (unsigned)(r->hi - r->lo));
    }
}

/* 16-bit calls and returns lose the upper half of the address.  */
static bool
short_branch (const struct subject *sub)
{
  unsigned flow = sub->e.row->flow, n = (unsigned)(sub->e.stack < 0 ? -sub->e.stack : sub->e.stack);
  return (flow == ISA_CALL || flow == ISA_RET) && n < sizeof (void *);
}

/* Branches through a register or memory, and returns, go to EXIT1.  False when the address does not fit.  */
static bool
set_target (struct setup *su, const struct subject *sub, uint64_t exit1)
{
  const struct avow_effect *e = &sub->e;
  uint8_t *p;
  if (short_branch (sub))
    return false;
  for (unsigned i = 0; i < e->n_mem; i++)
    if (e->mem[i].role & AVOW_ROLE_TARGET && (p = memory_at (su, address_of (su, sub, &e->mem[i]))))
      {
        if (e->mem[i].size < sizeof (void *))
          return false;
        memcpy (p, &exit1, sizeof (void *));
      }
  for (unsigned i = 0; i < e->n_ops; i++)
    if (e->ops[i].kind && e->ops[i].mem < 0 && e->ops[i].text->indirect && e->ops[i].loc < 16)
      {
        if (e->ops[i].size < sizeof (void *) || su->fixed.gpr[e->ops[i].loc])
          return false;
        fix_gpr (su, e->ops[i].loc, exit1, low_bytes (sizeof (void *)));
      }
  if (e->row->flow == ISA_RET && (p = memory_at (su, su->s.gpr[RSP])))
    memcpy (p, &exit1, sizeof (void *));
  return true;
}

bool
setup_make (struct setup *su, const struct subject *sub, struct rng *rng, unsigned kind,
            enum placement place, uint64_t exit1)
{
  const struct avow_effect *e = &sub->e;
  struct values v;
  memset (&su->fixed, 0, sizeof su->fixed);
  su->used = su->n_ranges = 0;
  values_begin (&v, rng, kind);
  values_state (&v, &su->s);
  bool stack = uses_stack (sub);
  if (stack)
    set_stack (su, sub, place, rng);
  for (unsigned i = 0; i < e->n_mem; i++)
    if ((touches (&e->mem[i]) || (has (sub, ISA_PREFETCH) && rng_below (rng, 2)))
        && (e->mem[i].ea.seg < 0 || sizeof (void *) == 8))
      {
        const struct avow_memref *m = &e->mem[i];
        if (m->ea.seg >= 0)
          su->s.fsbase = su->s.gsbase = rng_below (rng, 1 << 20);
        set_index (su, sub, m, rng);
        set_base (su, sub, m, choose_address (sub, m, i % STACK_WINDOW, place, rng));
      }
  if (!set_numbers (su, sub, rng))
    return false;
  for (unsigned i = 0; i < e->n_mem; i++)
    if (touches (&e->mem[i]))
      add_memref (su, sub, &e->mem[i]);
  if (stack)
    su->used |= 1u << STACK_WINDOW;
  fill_memory (su, &v);
  return set_target (su, sub, exit1);
}

/* ---- the other state ---------------------------------------------------------------------------- */

void
setup_vary (struct setup *to, const struct setup *from, const struct subject *sub, struct rng *rng)
{
  static image variable;
  static bool known;
  if (!known)
    image_variable (&variable), known = true;
  memcpy (to, from, offsetof (struct setup, memory));
  const uint64_t *may = image_cwords (&variable), *reads = image_cwords (&sub->reads);
  uint64_t *w = image_words (&to->s);
  for (unsigned i = 0; i < IMAGE_WORDS; i++)
    w[i] ^= rng_next (rng) & may[i] & ~reads[i];
  if (sizeof (void *) == 8)
    {
      to->s.fsbase = sub->reads.fsbase ? from->s.fsbase : rng_next (rng) >> 17;
      to->s.gsbase = sub->reads.gsbase ? from->s.gsbase : rng_next (rng) >> 17;
    }
  for (unsigned k = 0; k < EXEC_N_WINDOWS; k++)
    if (from->used >> k & 1)
      setup_noise (rng, to->memory[k], EXEC_PAGE);
  for (unsigned i = 0; i < from->n_ranges; i++)
    {
      const struct range *r = &from->r[i];
      uint8_t *p = memory_at (to, r->lo);
      if (r->read && p && memory_at (to, r->hi - 1))
        memcpy (p, memory_at ((struct setup *)(uintptr_t)from, r->lo), (size_t)(r->hi - r->lo));
    }
}
