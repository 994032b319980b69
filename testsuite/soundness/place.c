/* place.c - registers for the operands, as the compiler might choose them.

   GCC gives no two outputs one register, keeps operands out of clobbered ones, and may give an input the register
   of an output that is neither earlyclobber nor comes in with a value of its own.  */
#include <string.h>

#include "body.h"

struct chooser
{
  const struct body *b;
  const struct avow_arch *arch;
  struct rng *rng;
  struct placing *p;
  uint64_t taken[4];        /* locations */
  uint8_t shared[MAX_VARS]; /* outputs that an input lives with already */
};

static bool
is_taken (const struct chooser *c, unsigned loc)
{
  return (c->taken[loc / 64] | c->b->clobbers[loc / 64]) >> (loc % 64) & 1;
}

static void
take (struct chooser *c, unsigned var, unsigned loc)
{
  c->p->reg[var] = (int16_t)loc;
  c->taken[loc / 64] |= (uint64_t)1 << (loc % 64);
}

static bool
choose_free (struct chooser *c, unsigned var)
{
  bool vec = c->b->vars[var].kind == VAR_VEC;
  unsigned first = vec ? c->arch->isa->loc_vec0 : 0, start = rng_below (c->rng, 16);
  for (unsigned i = 0; i < 16; i++)
    {
      unsigned loc = first + ((start + i) & 15);
      if (!vec && loc == c->arch->isa->loc_sp)
        continue;
      if (!is_taken (c, loc))
        {
          take (c, var, loc);
          return true;
        }
    }
  return false;
}

/* An output that input VAR may live with, or -1.  */
static int
choose_output (struct chooser *c, unsigned var)
{
  bool vec = c->b->vars[var].kind == VAR_VEC;
  unsigned start = rng_below (c->rng, c->b->n_vars);
  for (unsigned i = 0; i < c->b->n_vars; i++)
    {
      unsigned k = (start + i) % c->b->n_vars;
      const struct var *v = &c->b->vars[k];
      if (v->out && !v->in && !v->early && (v->kind == VAR_VEC) == vec && v->kind != VAR_MEM
          && c->p->reg[k] >= 0 && !c->shared[k])
        return (int)k;
    }
  return -1;
}

static bool
needs_place (const struct var *v)
{
  return v->number >= 0;
}

bool
body_place (const struct body *b, const struct avow_arch *arch, bool share, struct rng *rng,
            struct placing *p)
{
  struct chooser c = { .b = b, .arch = arch, .rng = rng, .p = p };
  for (unsigned i = 0; i < MAX_VARS; i++)
    p->reg[i] = -1;
  for (unsigned i = 0; i < b->n_vars; i++)
    if (needs_place (&b->vars[i]) && b->vars[i].hard >= 0)
      take (&c, i, (unsigned)b->vars[i].hard);
  for (unsigned i = 0; i < b->n_vars; i++)
    if (needs_place (&b->vars[i]) && p->reg[i] < 0 && b->vars[i].out && b->vars[i].kind != VAR_MEM
        && !choose_free (&c, i))
      return false;
  for (unsigned i = 0; i < b->n_vars; i++)
    {
      int with;
      if (!needs_place (&b->vars[i]) || p->reg[i] >= 0)
        continue;
      if (share && rng_below (rng, 100) < 80 && (with = choose_output (&c, i)) >= 0)
        {
          p->reg[i] = p->reg[with];
          c.shared[with] = 1;
        }
      else if (!choose_free (&c, i))
        return false;
    }
  return true;
}
