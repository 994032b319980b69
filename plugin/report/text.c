/* text.c - a text that grows in an arena.  */
#include "text.h"

#include <string.h>

struct avow_text
avow_text_new (struct avow_arena *arena, size_t cap)
{
  struct avow_text t = { arena, avow_alloc_raw (arena, cap), 0, cap };

  return t;
}

void
avow_text_put (struct avow_text *t, const void *s, size_t n)
{
  if (t->cap - t->len < n && t->s)
    {
      size_t cap = (t->len + n) * 2;
      char *bigger = avow_alloc_raw (t->arena, cap);
      if (bigger)
        memcpy (bigger, t->s, t->len);
      t->s = bigger;
      t->cap = cap;
    }
  if (t->s && n)
    {
      memcpy (t->s + t->len, s, n);
      t->len += n;
    }
}

void
avow_text_puts (struct avow_text *t, const char *s)
{
  avow_text_put (t, s, strlen (s));
}
