/* observe.c - run a body and see what happens that its contract does not allow.

   The inputs of a round are fixed: input operands, the memory that they cover, all memory under "memory".
   Everything else is noise.  Three runs with the same inputs and other noise, two with the first assignment
   of registers and one with the second, must end with the same outputs.  Each run by itself must leave alone what is
   not declared.  */
#include "observe.h"

#include <string.h>

#include "exec.h"

#define NOISE 65536
#define STACK 3
#define SP_OFFSET 2048
#define STATUS_FLAGS 0x8d5

static uint8_t noise[NOISE + EXEC_PAGE];

void
observe_init (void)
{
  struct rng rng;
  rng_seed (&rng, 99, "noise");
  for (unsigned i = 0; i < sizeof noise; i += 8)
    {
      uint64_t v = rng_next (&rng);
      memcpy (noise + i, &v, 8);
    }
}

static void
fill (void *to, unsigned n, struct rng *rng)
{
  memcpy (to, noise + 8 * rng_below (rng, NOISE / 8), n);
}

static uint64_t
address (const struct var *v)
{
  return (uint64_t)(uintptr_t)exec_window (v->window) + v->offset;
}

/* Numbers that programs work with, rather than noise.  */
static uint64_t
some_number (struct rng *rng)
{
  switch (rng_below (rng, 6))
    {
    case 0: return rng_below (rng, 16);
    case 1: return (uint64_t)0 - rng_below (rng, 16);
    case 2: return rng_next (rng) & 0xffffffff;
    case 3: return rng_below (rng, 256);
    default: return rng_next (rng);
    }
}

struct world
{
  struct exec_state s;
  uint8_t memory[EXEC_N_WINDOWS][EXEC_PAGE];
};

/* What the compiled code keeps in x87 registers when the statement does not declare them.  */
static void
enter_x87 (const struct body *b, struct exec_state *s, struct rng *rng)
{
  static const uint16_t exponents[] = { 0x3fff, 0x4003, 0xbffe, 0x3fc0 };
  for (unsigned i = 0; i < 8; i++)
    {
      uint64_t mantissa = rng_next (rng) | UINT64_C (1) << 63;
      memcpy (s->fx + EXEC_FX_ST + 16 * i, &mantissa, 8);
      memcpy (s->fx + EXEC_FX_ST + 16 * i + 8, &exponents[rng_below (rng, 4)], 2);
    }
  if (b->x87)
    return;
  s->fx[EXEC_FX_TAG] = 0xe0; /* three in use: TOP is 5 */
  s->fx[EXEC_FX_STATUS + 1] = 5 << 3;
}

static void
enter_noise (const struct body *b, struct world *w, struct rng *rng)
{
  exec_clean_state (&w->s);
  fill (w->s.vec, sizeof w->s.vec, rng);
  for (unsigned i = 0; i < 16; i++)
    w->s.gpr[i] = rng_below (rng, 4) ? rng_next (rng) : some_number (rng);
  if (exec_level () == 2)
    fill (w->s.mask, sizeof w->s.mask, rng);
  w->s.flags = (w->s.flags & ~(uint64_t)(STATUS_FLAGS | 0x400)) | (rng_next (rng) & STATUS_FLAGS);
  w->s.gpr[4] = (uint64_t)(uintptr_t)exec_window (STACK) + SP_OFFSET;
  enter_x87 (b, &w->s, rng);
  for (unsigned i = 0; i < EXEC_N_WINDOWS; i++)
    fill (w->memory[i], EXEC_PAGE, rng);
}

static void
enter_register (const struct avow_arch *arch, struct world *w, const struct var *v, unsigned loc,
                struct rng *rng)
{
  uint8_t bytes[64];
  uint64_t n = v->counter ? rng_below (rng, 5) : some_number (rng);
  fill (bytes, sizeof bytes, rng);
  if (v->kind == VAR_VEC)
    memcpy (w->s.vec[loc - arch->isa->loc_vec0], bytes, v->size);
  else if (v->pointer || v->kind == VAR_MEM)
    w->s.gpr[loc] = address (v);
  else
    memcpy (&w->s.gpr[loc], &n, v->size);
}

/* In the order of the variables, so that all assignments get the same numbers.  */
static void
enter_inputs (const struct body *b, const struct avow_arch *arch, const struct placing *p,
              struct world *w, struct rng *rng)
{
  if (b->memory)
    for (unsigned i = 0; i < STACK; i++)
      fill (w->memory[i], EXEC_PAGE, rng);
  for (unsigned i = 0; i < b->n_vars; i++)
    {
      const struct var *v = &b->vars[i];
      if (v->number < 0)
        continue;
      if (v->kind == VAR_MEM && v->same_value_id)
        fill (w->memory[v->window], EXEC_PAGE, rng);
      else if (v->kind == VAR_MEM)
        fill (w->memory[v->window] + v->offset, v->size, rng);
      if (v->in || v->kind == VAR_MEM)
        enter_register (arch, w, v, (unsigned)p->reg[i], rng);
    }
}

/* ---- one run ---------------------------------------------------------------------------- */

static void
load_code (const struct code *code)
{
  memcpy (exec_code (), code->bytes, code->len);
  exec_put_exit (exec_code () + code->len, 0);
}

static bool
run (const struct code *code, const struct world *w, struct events *e)
{
  struct exec_end end;
  load_code (code);
  *exec_in () = w->s;
  for (unsigned i = 0; i < EXEC_N_WINDOWS; i++)
    memcpy (exec_window (i), w->memory[i], EXEC_PAGE);
  exec_run (exec_code (), &end);
  e->endless += end.how == EXEC_TIMEOUT;
  return end.how == EXEC_EXIT;
}

/* May location LOC end changed?  Otherwise INPUT is the variable that lives there, or -1.  */
static bool
may_change (const struct body *b, const struct placing *p, unsigned loc, int *input)
{
  *input = -1;
  if (b->clobbers[loc / 64] >> (loc % 64) & 1)
    return true;
  for (unsigned i = 0; i < b->n_vars; i++)
    if (p->reg[i] == (int)loc)
      {
        if (b->vars[i].out && b->vars[i].kind != VAR_MEM)
          return true;
        if (b->vars[i].kind != VAR_MEM)
          *input = (int)i;
      }
  return false;
}

static void
check_register (const struct body *b, const struct placing *p, unsigned loc, bool same,
                struct events *e)
{
  int input;
  if (same || may_change (b, p, loc, &input))
    return;
  e->kinds |= input >= 0 ? EVENT_INPUT : EVENT_REGISTER;
  if (input >= 0)
    {
      e->inputs |= 1u << input;
      e->input_regs[loc / 64] |= (uint64_t)1 << (loc % 64);
    }
  else
    e->regs[loc / 64] |= (uint64_t)1 << (loc % 64);
}

static void
check_registers (const struct body *b, const struct avow_arch *arch, const struct placing *p,
                 const struct exec_state *in, const struct exec_state *out, struct events *e)
{
  static const unsigned widths[] = { 16, 32, 64 };
  unsigned vecs = exec_level () == 2 ? 32 : 16;
  for (unsigned i = 0; i < 16; i++)
    if (i == arch->isa->loc_sp)
      e->kinds |= in->gpr[i] != out->gpr[i] ? EVENT_SP : 0;
    else
      check_register (b, p, i, in->gpr[i] == out->gpr[i], e);
  for (unsigned i = 0; i < vecs; i++)
    check_register (b, p, arch->isa->loc_vec0 + i,
                    !memcmp (in->vec[i], out->vec[i], widths[exec_level ()]), e);
  for (unsigned i = 0; i < 8 && exec_level () == 2; i++)
    check_register (b, p, arch->isa->loc_mask0 + i, in->mask[i] == out->mask[i], e);
}

static bool
x87_changed (const struct body *b, const struct exec_state *in, const struct exec_state *out)
{
  if (memcmp (in->fx, out->fx, 2))
    return true;
  if (b->x87)
    return false; /* arithmetic on an empty stack, of which these bodies are full, fills it */
  if (in->fx[EXEC_FX_TAG] != out->fx[EXEC_FX_TAG]
      || (in->fx[EXEC_FX_STATUS + 1] ^ out->fx[EXEC_FX_STATUS + 1]) & 0x38)
    return true;
  for (unsigned i = 0; i < 3; i++)
    if (memcmp (in->fx + EXEC_FX_ST + 16 * i, out->fx + EXEC_FX_ST + 16 * i, 10))
      return true;
  return false;
}

static void
check_state (const struct body *b, const struct exec_state *in, const struct exec_state *out,
             struct events *e)
{
  uint32_t mi, mo;
  memcpy (&mi, in->fx + EXEC_FX_MXCSR, 4);
  memcpy (&mo, out->fx + EXEC_FX_MXCSR, 4);
  if (out->flags & 0x400 || (mi ^ mo) & 0xffc0 || x87_changed (b, in, out))
    e->kinds |= EVENT_STATE;
  if (!b->cc && (in->flags ^ out->flags) & STATUS_FLAGS)
    e->kinds |= EVENT_FLAGS;
}

/* Is byte AT of WINDOW in an object that is an output?  What a pointer points to is the whole window: a
   pointer plus something unknown counts as one into the same object.  */
static bool
is_output_byte (const struct body *b, unsigned window, unsigned at)
{
  for (unsigned i = 0; i < b->n_vars; i++)
    {
      const struct var *v = &b->vars[i];
      if (v->kind == VAR_MEM && v->out && v->number >= 0 && v->window == window
          && (v->same_value_id || at - v->offset < v->size))
        return true;
    }
  return false;
}

static void
check_memory (const struct body *b, const struct world *w, struct events *e)
{
  for (unsigned i = 0; i < STACK && !b->memory; i++)
    if (memcmp (w->memory[i], exec_window (i), EXEC_PAGE))
      for (unsigned k = 0; k < EXEC_PAGE; k++)
        if (w->memory[i][k] != exec_window (i)[k] && !is_output_byte (b, i, k))
          e->kinds |= EVENT_MEMORY;
  if (!b->memory
      && memcmp (w->memory[STACK] + SP_OFFSET, exec_window (STACK) + SP_OFFSET,
                 EXEC_PAGE - SP_OFFSET))
    e->kinds |= EVENT_MEMORY;
  if (b->red_zone
      && memcmp (w->memory[STACK] + SP_OFFSET - 128, exec_window (STACK) + SP_OFFSET - 128, 128))
    e->kinds |= EVENT_BELOW;
}

/* ---- results -------------------------------------------------------------------------------- */

struct result
{
  uint8_t vars[MAX_VARS][64];
  uint16_t saved[MAX_VARS];
  uint16_t place[MAX_VARS]; /* the register that the variable was given, as a set */
  uint8_t memory[STACK][EXEC_PAGE]; /* under "memory" */
};

/* The registers that held VALUE at entry: one that is saved in an output and comes back from there is not
   a result.  */
static uint16_t
saved_registers (const struct body *b, const struct exec_state *in, const struct var *v,
                 uint64_t value)
{
  uint64_t mask = v->size == 8 ? ~UINT64_C (0) : 0xffffffff;
  uint16_t saved = 0;
  for (unsigned l = 0; l < 16 && b->saves; l++)
    if (!((in->gpr[l] ^ value) & mask))
      saved |= (uint16_t)(1u << l);
  return saved;
}

static void
keep_result (const struct body *b, const struct avow_arch *arch, const struct placing *p,
             const struct exec_state *in, const struct exec_state *out, struct result *r)
{
  memset (r->vars, 0, sizeof r->vars);
  memset (r->saved, 0, sizeof r->saved);
  memset (r->place, 0, sizeof r->place);
  for (unsigned i = 0; i < b->n_vars; i++)
    {
      const struct var *v = &b->vars[i];
      if (!v->out || v->number < 0)
        continue;
      if (v->kind == VAR_MEM)
        memcpy (r->vars[i], exec_window (v->window) + v->offset, v->size);
      else if (v->kind == VAR_VEC)
        memcpy (r->vars[i], out->vec[(unsigned)p->reg[i] - arch->isa->loc_vec0], v->size);
      else
        memcpy (r->vars[i], &out->gpr[p->reg[i]], v->size);
      if (v->kind == VAR_GPR)
        {
          r->saved[i] = saved_registers (b, in, v, out->gpr[p->reg[i]]);
          r->place[i] = (uint16_t)(1u << p->reg[i]);
        }
    }
  for (unsigned i = 0; i < STACK && b->memory; i++)
    memcpy (r->memory[i], exec_window (i), EXEC_PAGE);
}

/* The same variable ends with what was saved in it; or a variable lives in the register that is saved, which
   then holds something else.  */
static bool
both_saved (const struct result *x, const struct result *y, unsigned i)
{
  uint16_t in_x = 0, in_y = 0;
  for (unsigned k = 0; k < MAX_VARS; k++)
    {
      in_x |= x->place[k];
      in_y |= y->place[k];
    }
  return (x->saved[i] & (y->saved[i] | in_y)) || (y->saved[i] & in_x);
}

static void
compare_results (const struct body *b, const struct result *x, const struct result *y,
                 struct events *e)
{
  for (unsigned i = 0; i < b->n_vars; i++)
    if (memcmp (x->vars[i], y->vars[i], 64) && !both_saved (x, y, i))
      {
        e->kinds |= EVENT_RESULT;
        e->results |= 1u << i;
      }
  if (b->memory && memcmp (x->memory, y->memory, sizeof x->memory))
    {
      e->kinds |= EVENT_RESULT;
      e->results |= 1u << 31;
    }
}

/* One run with inputs from SEED; true when it ended, with RESULT.  */
static bool
observe_run (const struct body *b, const struct avow_arch *arch, const struct code *code,
             uint64_t seed, struct rng *rng, struct result *result, struct events *e)
{
  static struct world w;
  struct rng inputs;
  rng_seed (&inputs, seed, "in");
  enter_noise (b, &w, rng);
  enter_inputs (b, arch, &code->place, &w, &inputs);
  if (!run (code, &w, e))
    {
      e->stopped++;
      return false;
    }
  e->ran++;
  check_registers (b, arch, &code->place, &w.s, exec_out (), e);
  check_state (b, &w.s, exec_out (), e);
  check_memory (b, &w, e);
  keep_result (b, arch, &code->place, &w.s, exec_out (), result);
  return true;
}

void
observe (const struct body *b, const struct avow_arch *arch, const struct code variants[2],
         unsigned rounds, struct rng *rng, struct events *e)
{
  static struct result first, other;
  /* A run that does not end costs as much as ten thousand others.  */
  for (unsigned round = 0; round < rounds && !e->endless; round++)
    {
      uint64_t seed = rng_next (rng);
      if (!observe_run (b, arch, &variants[0], seed, rng, &first, e))
        continue;
      if (observe_run (b, arch, &variants[0], seed, rng, &other, e))
        compare_results (b, &first, &other, e);
      if (variants[1].bytes && observe_run (b, arch, &variants[1], seed, rng, &other, e))
        compare_results (b, &first, &other, e);
    }
}
