/* buf.h - text that grows in an arena.  */
#ifndef AVOW_BUF_H
#define AVOW_BUF_H

#include <string.h>

#include "../arena.h"
#include "insn.h"

/* All zero but for the arena is an empty buffer.  After a failure it stays empty, and the arena
   is failed; so only the end of a stage needs to look.  */
struct avow_buf
{
  struct avow_arena *arena;
  char *s;
  size_t len, cap;
  size_t limit; /* bytes that it may get, 0 = any number ... */
  bool over;    /* ... and more were added, which are lost */
};

void avow_buf_more (struct avow_buf *b, size_t n);

static inline void
avow_buf_add (struct avow_buf *b, const char *s, size_t n)
{
  b->over |= b->limit && b->len + n > b->limit;
  if (b->over)
    return;
  if (b->cap - b->len < n)
    avow_buf_more (b, n);
  if (b->cap - b->len < n || !n)
    return;
  memcpy (b->s + b->len, s, n);
  b->len += n;
}

static inline void
avow_buf_put (struct avow_buf *b, char c)
{
  avow_buf_add (b, &c, 1);
}

static inline struct avow_slice
avow_buf_slice (const struct avow_buf *b)
{
  return (struct avow_slice){ b->s ? b->s : "", (uint32_t)b->len };
}

#endif
