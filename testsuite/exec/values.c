/* values.c - see values.h.  */
#include "values.h"

#include <string.h>

static uint64_t
two_floats (struct rng *r)
{
  uint64_t v = rng_next (r);
  /* Exponents near 1.0, so that sums do not lose an operand.  */
  v = (v & 0x807fffff807fffffu) | (uint64_t)(120 + rng_below (r, 16)) << 23
      | (uint64_t)(120 + rng_below (r, 16)) << 55;
  return v;
}

static uint64_t
one_double (struct rng *r)
{
  return (rng_next (r) & 0x800fffffffffffffu) | (uint64_t)(1016 + rng_below (r, 16)) << 52;
}

static uint64_t
special (struct rng *r)
{
  static const uint64_t list[] = {
    0, 1, ~(uint64_t)0, 0x8000000000000000u, 0x7fffffffffffffffu, 0x80000000, 0x7fffffff, 0xffffffff,
    0x8000000080000000u, 0x7fff7fff7fff7fffu, 0x8080808080808080u, 0x7f7f7f7f7f7f7f7fu,
    0x3ff0000000000000u, 0xbff0000000000000u, 0x7ff0000000000000u, 0x7ff8000000000000u,
    0x7ff0000000000001u, 0x0000000000000fffu, 0x3f8000003f800000u, 0xbf8000007f800000u,
    0x7fc000007f800001u, 0x00000001807fffffu, 0x4f0000005f000000u, 0x41e0000000000000u,
    0x8000000000000000u, 0x000000000000001fu, 0x0000004000000020u, 0x100010001000100u,
  };
  return list[rng_below (r, sizeof list / sizeof *list)];
}

static uint64_t
sparse (struct rng *r)
{
  uint64_t keep = rng_next (r), mask = 0;
  for (unsigned i = 0; i < 8; i++)
    if (keep >> i & 1)
      mask |= (uint64_t)0xff << 8 * i;
  return rng_next (r) & mask;
}

static uint64_t
next_value (struct values *v)
{
  switch (v->kind)
    {
    case VALUES_SPECIAL: return special (v->rng);
    case VALUES_FLOAT: return two_floats (v->rng);
    case VALUES_DOUBLE: return one_double (v->rng);
    case VALUES_SMALL: return rng_below (v->rng, 70);
    case VALUES_SAME: case VALUES_SAME32: return v->same;
    case VALUES_SPARSE: return sparse (v->rng);
    default: return rng_next (v->rng);
    }
}

void
values_begin (struct values *v, struct rng *rng, unsigned kind)
{
  v->rng = rng;
  v->kind = kind;
  v->same = rng_next (rng);
  if (kind == VALUES_SAME32)
    v->same = (uint32_t)v->same * (uint64_t)0x100000001u;
}

void
values_fill (struct values *v, void *at, unsigned bytes)
{
  uint8_t *p = at;
  for (; bytes >= 8; bytes -= 8, p += 8)
    {
      uint64_t x = next_value (v);
      memcpy (p, &x, 8);
    }
  uint64_t x = next_value (v);
  memcpy (p, &x, bytes);
}

/* ---- registers --------------------------------------------------------------------------- */

static void
fill_x87 (struct values *v, image *s)
{
  struct rng *r = v->rng;
  bool wild = v->kind == VALUES_SPARSE || v->kind == VALUES_SPECIAL;
  for (unsigned i = 0; i < 8; i++)
    {
      uint8_t *p = s->fx + EXEC_FX_ST + 16 * i;
      uint64_t mantissa = wild ? next_value (v) : rng_next (r) | (uint64_t)1 << 63;
      uint16_t exponent = (uint16_t)(16383 - 4 + rng_below (r, 12) + (rng_below (r, 2) << 15));
      if (wild || v->kind == VALUES_SAME)
        exponent = (uint16_t)(rng_below (r, 3) ? exponent : rng_next (r));
      if (v->kind == VALUES_SAME || v->kind == VALUES_SAME32)
        mantissa = v->same | (uint64_t)1 << 63, exponent = 16390;
      memcpy (p, &mantissa, 8);
      memcpy (p + 8, &exponent, 2);
    }
  s->fx[EXEC_FX_CONTROL + 1] = (uint8_t)(rng_below (r, 4) << 2 | (rng_below (r, 3) ? 3 : rng_below (r, 2) * 2));
  s->fx[EXEC_FX_STATUS] = (uint8_t)rng_below (r, 0x80);
  s->fx[EXEC_FX_STATUS + 1] = (uint8_t)rng_below (r, 0x80);
  s->fx[EXEC_FX_TAG] = rng_below (r, 3) ? 0xff : (uint8_t)rng_next (r);
  uint32_t mxcsr = 0x1f80 | ((uint32_t)rng_next (r) & 0xe07f);
  memcpy (s->fx + EXEC_FX_MXCSR, &mxcsr, 4);
}

void
values_state (struct values *v, image *s)
{
  bool wide = sizeof (void *) == 8;
  exec_clean_state (s);
  for (unsigned i = 0; i < (wide ? 32u : 8u); i++)
    values_fill (v, s->vec[i], 64);
  for (unsigned i = 0; i < 8; i++)
    {
      uint64_t k = rng_next (v->rng);
      s->mask[i] = v->kind == VALUES_SMALL || v->kind == VALUES_SPECIAL ? next_value (v) : k;
    }
  for (unsigned i = 0; i < (wide ? 16u : 8u); i++)
    {
      uint64_t x = next_value (v);
      s->gpr[i] = wide ? x : (uint32_t)x;
    }
  fill_x87 (v, s);
  s->flags = 0x202 | (rng_next (v->rng) & 0xcd5);
}
