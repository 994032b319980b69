/* map.h - from 64-bit keys to numbers: what was said already, in constant time.  */
#ifndef AVOW_MAP_H
#define AVOW_MAP_H

#include "arena.h"

struct avow_map
{
  struct avow_map_entry *entries;
  size_t n, size; /* SIZE is a power of two, or 0 */
};

/* The number of KEY, 0 when KEY is new; NULL when memory ran out.  Valid until the next call.  A map that is all
   zeroes is empty.  */
uint32_t *avow_map_at (struct avow_map *m, struct avow_arena *arena, uint64_t key);

#endif
