/* isa.c - find mnemonics and registers in the generated tables.

   Both look-ups probe an open-addressed hash table that scripts/isagen.awk filled
   with the same hash function: slot value n means entry n-1, 0 means "not there".  */
#include "isa.h"

#include <string.h>

uint32_t
isa_hash (const char *s, size_t len)
{
  uint32_t h = 5381;
  for (size_t i = 0; i < len; i++)
    h = (h * 33 + (unsigned char) s[i]) & 0xffffff;
  return h;
}

const char *
isa_str (const struct avow_isa *isa, uint32_t off)
{
  return isa->pool + off;
}

static bool
same (const char *pooled, const char *s, size_t len)
{
  return strncmp (pooled, s, len) == 0 && pooled[len] == '\0';
}

const struct isa_name *
isa_find (const struct avow_isa *isa, const char *s, size_t len)
{
  uint32_t mask = isa->name_hash_size - 1;
  for (uint32_t h = isa_hash (s, len) & mask; isa->name_hash[h]; h = (h + 1) & mask)
    {
      const struct isa_name *n = &isa->names[isa->name_hash[h] - 1];
      if (n->len == len && memcmp (isa->pool + n->str, s, len) == 0)
        return n;
    }
  return NULL;
}

int
isa_find_reg (const struct avow_isa *isa, const char *s, size_t len)
{
  uint32_t mask = isa->reg_hash_size - 1;
  for (uint32_t h = isa_hash (s, len) & mask; isa->reg_hash[h]; h = (h + 1) & mask)
    {
      int i = isa->reg_hash[h] - 1;
      if (same (isa->pool + isa->regnames[i].name, s, len))
        return i;
    }
  return -1;
}
