/* random.h - a small deterministic generator (xoshiro256+ seeded by splitmix64; public domain algorithms).  */
#ifndef EXEC_RANDOM_H
#define EXEC_RANDOM_H

#include <stdint.h>

struct rng { uint64_t s[4]; };

static inline uint64_t
splitmix (uint64_t *x)
{
  uint64_t z = *x += 0x9e3779b97f4a7c15u;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
  z = (z ^ z >> 27) * 0x94d049bb133111ebu;
  return z ^ z >> 31;
}

static inline void
rng_seed (struct rng *r, uint64_t seed, const char *text)
{
  for (; *text; text++)
    seed = seed * 1099511628211u + (unsigned char)*text;
  for (unsigned i = 0; i < 4; i++)
    r->s[i] = splitmix (&seed);
}

static inline uint64_t
rng_next (struct rng *r)
{
  uint64_t *s = r->s, result = s[0] + s[3], t = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = s[3] << 45 | s[3] >> 19;
  return result;
}

/* A number below N.  */
static inline unsigned
rng_below (struct rng *r, unsigned n)
{
  return (unsigned)((rng_next (r) >> 32) * n >> 32);
}

#endif
