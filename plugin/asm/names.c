/* names.c - the table of symbols and macros: open hash with chains.  */
#include "names.h"

#include <string.h>

#include "reader.h"

static unsigned
hash (enum avow_name_kind kind, struct avow_slice name)
{
  unsigned h = kind;
  for (uint32_t i = 0; i < name.len; i++)
    h = h * 31 + (unsigned char)avow_lower (name.p[i]);
  return h;
}

static bool
same (enum avow_name_kind kind, struct avow_slice a, struct avow_slice b)
{
  if (a.len != b.len)
    return false;
  if (kind == AVOW_NAME_SYMBOL)
    return !memcmp (a.p, b.p, a.len);
  for (uint32_t i = 0; i < a.len; i++)
    if (avow_lower (a.p[i]) != avow_lower (b.p[i]))
      return false;
  return true;
}

static struct avow_named *
find_here (const struct avow_names *names, enum avow_name_kind kind, struct avow_slice name)
{
  struct avow_named *n = names->slots ? names->slots[hash (kind, name) & (names->n_slots - 1)] : NULL;
  while (n && !(n->kind == kind && same (kind, n->name, name)))
    n = n->next;
  return n;
}

const struct avow_named *
avow_name_find (const struct avow_names *names, enum avow_name_kind kind, struct avow_slice name)
{
  const struct avow_named *n = NULL;
  for (; names && !n; names = names->outer)
    n = find_here (names, kind, name);
  return n;
}

/* Room for one more.  */
static bool
grow (struct avow_names *names)
{
  unsigned n = names->n_slots ? 2 * names->n_slots : 32;
  if (names->slots && names->n_macros + names->n_symbols < 2 * names->n_slots)
    return true;
  struct avow_named **slots = avow_calloc (names->arena, n, sizeof (struct avow_named *));
  if (!slots)
    return false;
  for (unsigned i = 0; i < names->n_slots; i++)
    for (struct avow_named *e = names->slots[i], *next; e; e = next)
      {
        unsigned h = hash ((enum avow_name_kind)e->kind, e->name) & (n - 1);
        next = e->next;
        e->next = slots[h];
        slots[h] = e;
      }
  names->slots = slots;
  names->n_slots = n;
  return true;
}

struct avow_named *
avow_name_enter (struct avow_names *names, enum avow_name_kind kind, struct avow_slice name)
{
  struct avow_named *n = find_here (names, kind, name);
  names->version++;
  if (n)
    return n;
  if (!grow (names))
    return NULL;
  n = avow_alloc (names->arena, sizeof *n);
  char *copy = avow_strndup (names->arena, name.p, name.len);
  if (!n || !copy)
    return NULL;
  n->name = (struct avow_slice){ copy, name.len };
  n->kind = (uint8_t)kind;
  unsigned h = hash (kind, name) & (names->n_slots - 1);
  n->next = names->slots[h];
  names->slots[h] = n;
  if (kind == AVOW_NAME_MACRO)
    names->n_macros++;
  else
    names->n_symbols++;
  return n;
}
