/* arena.c - memory for one statement: bump allocation out of a few blocks.

   Blocks double in size, so a statement of N bytes needs O(log N) calls of
   malloc.  A reset keeps one block, the biggest that is not absurd: after a
   few statements everything fits into it and malloc is not called again.  */
#include "arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_BLOCK ((size_t)32 << 10)
#define KEEP_BLOCK ((size_t)4 << 20) /* a bigger block goes back to malloc on reset */
#define ALIGNMENT _Alignof (max_align_t)

struct avow_arena_block
{
  struct avow_arena_block *next;
  size_t size, used;
  max_align_t data[];
};

static void *
fail (struct avow_arena *a)
{
  a->failed = true;
  return NULL;
}

/* A block with room for N bytes in front of the list.  */
static struct avow_arena_block *
new_block (struct avow_arena *a, size_t n)
{
  size_t size = a->blocks ? a->blocks->size : FIRST_BLOCK / 2;
  size = size > SIZE_MAX / 4 ? size : size * 2;
  if (size < n)
    size = n;
  if (size > SIZE_MAX - sizeof (struct avow_arena_block))
    return NULL;
  struct avow_arena_block *b = malloc (sizeof *b + size);
  if (!b)
    return NULL;
  b->next = a->blocks;
  b->size = size;
  b->used = 0;
  a->blocks = b;
  return b;
}

void *
avow_alloc_raw (struct avow_arena *a, size_t n)
{
  if (a->failed || n > SIZE_MAX / 4)
    return fail (a);
  n = (n + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  a->given += n;
  if (a->fail_after && a->given > a->fail_after)
    return fail (a);
  struct avow_arena_block *b = a->blocks;
  if (!b || b->size - b->used < n)
    b = new_block (a, n);
  if (!b)
    return fail (a);
  void *p = (char *)b->data + b->used;
  b->used += n;
  return p;
}

void *
avow_alloc (struct avow_arena *a, size_t n)
{
  void *p = avow_alloc_raw (a, n);
  return p ? memset (p, 0, n) : NULL;
}

void *
avow_calloc (struct avow_arena *a, size_t n, size_t size)
{
  if (size && n > SIZE_MAX / size)
    return fail (a);
  return avow_alloc (a, n * size);
}

char *
avow_strndup (struct avow_arena *a, const char *s, size_t len)
{
  char *p = len < SIZE_MAX ? avow_alloc (a, len + 1) : fail (a);
  if (p && len)
    memcpy (p, s, len);
  return p;
}

char *
avow_printf (struct avow_arena *a, const char *fmt, ...)
{
  va_list ap;
  va_start (ap, fmt);
  int len = vsnprintf (NULL, 0, fmt, ap);
  va_end (ap);
  if (len < 0)
    return fail (a);
  char *p = avow_alloc (a, (size_t)len + 1);
  if (!p)
    return NULL;
  va_start (ap, fmt);
  vsnprintf (p, (size_t)len + 1, fmt, ap);
  va_end (ap);
  return p;
}

void *
avow_grow (struct avow_arena *a, void *p, size_t n, size_t *cap, size_t size)
{
  if (n < *cap)
    return p;
  size_t more = *cap ? *cap : 4;
  if (more > SIZE_MAX / 4)
    return fail (a);
  char *q = avow_calloc (a, *cap + more, size);
  if (!q)
    return NULL;
  if (n)
    memcpy (q, p, n * size);
  *cap += more;
  return q;
}

static void
free_blocks (struct avow_arena_block *b, const struct avow_arena_block *except)
{
  while (b)
    {
      struct avow_arena_block *next = b->next;
      if (b != except)
        free (b);
      b = next;
    }
}

void
avow_arena_reset (struct avow_arena *a)
{
  struct avow_arena_block *keep = NULL;
  for (struct avow_arena_block *b = a->blocks; b; b = b->next)
    if (b->size <= KEEP_BLOCK && (!keep || b->size > keep->size))
      keep = b;
  free_blocks (a->blocks, keep);
  if (keep)
    {
      keep->next = NULL;
      keep->used = 0;
    }
  a->blocks = keep;
  a->failed = false;
  a->given = 0;
}

void
avow_arena_free (struct avow_arena *a)
{
  free_blocks (a->blocks, NULL);
  a->blocks = NULL;
  a->failed = false;
  a->given = 0;
}
