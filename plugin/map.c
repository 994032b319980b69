/* map.c - open addressing, linear probing; at most half full.  */
#include "map.h"

struct avow_map_entry
{
  uint64_t key;
  uint32_t value;
  bool used;
};

static struct avow_map_entry *
place (const struct avow_map *m, uint64_t key)
{
  uint64_t h = key * UINT64_C (0x9e3779b97f4a7c15); /* 2^64 / golden ratio: spreads neighbours */
  size_t i = (size_t)(h >> 32) & (m->size - 1);
  while (m->entries[i].used && m->entries[i].key != key)
    i = (i + 1) & (m->size - 1);
  return &m->entries[i];
}

static bool
enlarge (struct avow_map *m, struct avow_arena *arena)
{
  struct avow_map larger = { NULL, m->n, m->size ? 2 * m->size : 16 };
  larger.entries = avow_calloc (arena, larger.size, sizeof *larger.entries);
  if (!larger.entries)
    return false;
  for (size_t i = 0; i < m->size; i++)
    if (m->entries[i].used)
      *place (&larger, m->entries[i].key) = m->entries[i];
  *m = larger;
  return true;
}

uint32_t *
avow_map_at (struct avow_map *m, struct avow_arena *arena, uint64_t key)
{
  if (2 * (m->n + 1) > m->size && !enlarge (m, arena))
    return NULL;
  struct avow_map_entry *e = place (m, key);
  if (!e->used)
    {
      *e = (struct avow_map_entry){ key, 0, true };
      m->n++;
    }
  return &e->value;
}
