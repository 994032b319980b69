/* buf.c - text that grows in an arena.  */
#include "buf.h"

/* Make room for N bytes more.  */
void
avow_buf_more (struct avow_buf *b, size_t n)
{
  size_t cap = 2 * (b->len + n) + 32;
  char *s = avow_alloc_raw (b->arena, cap);
  if (s && b->len)
    memcpy (s, b->s, b->len);
  b->len = s ? b->len : 0;
  b->cap = s ? cap : 0;
  b->s = s;
}
