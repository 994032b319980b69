/* locset.h - sets of locations (registers), one bit each.  */
#ifndef AVOW_LOCSET_H
#define AVOW_LOCSET_H

#include <stdbool.h>
#include <stdint.h>

/* Hard locations only; more than any architecture here has.  */
#define AVOW_MAX_LOCS 256

struct avow_locset
{
  uint64_t w[AVOW_MAX_LOCS / 64];
};

static inline void
locset_add (struct avow_locset *s, unsigned loc)
{
  s->w[loc / 64] |= (uint64_t)1 << (loc % 64);
}

static inline void
locset_remove (struct avow_locset *s, unsigned loc)
{
  s->w[loc / 64] &= ~((uint64_t)1 << (loc % 64));
}

static inline bool
locset_within (const struct avow_locset *a, const struct avow_locset *b)
{
  for (unsigned i = 0; i < AVOW_MAX_LOCS / 64; i++)
    if (a->w[i] & ~b->w[i])
      return false;
  return true;
}

static inline bool
locset_has (const struct avow_locset *s, unsigned loc)
{
  return loc < AVOW_MAX_LOCS && (s->w[loc / 64] >> (loc % 64) & 1);
}

static inline bool
locset_meets (const struct avow_locset *a, const struct avow_locset *b)
{
  for (unsigned i = 0; i < AVOW_MAX_LOCS / 64; i++)
    if (a->w[i] & b->w[i])
      return true;
  return false;
}

static inline void
locset_union (struct avow_locset *a, const struct avow_locset *b)
{
  for (unsigned i = 0; i < AVOW_MAX_LOCS / 64; i++)
    a->w[i] |= b->w[i];
}

static inline bool
locset_empty (const struct avow_locset *s)
{
  return !(s->w[0] | s->w[1] | s->w[2] | s->w[3]);
}

#endif
