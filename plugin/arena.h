/* arena.h - memory for one statement: many small allocations, one release.

   Allocation failure returns NULL and makes the arena sticky-failed, so a
   stage may allocate freely and test once.  avow_arena_reset keeps the
   blocks for the next statement: a unit of a thousand statements calls
   malloc a handful of times.  */
#ifndef AVOW_ARENA_H
#define AVOW_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

struct avow_arena_block;

struct avow_arena
{
  struct avow_arena_block *blocks; /* newest first */
  bool failed;
  size_t fail_after; /* tests: fail the allocation when this many bytes were given; 0 = never */
  size_t given;
};

/* Zero bytes of size N aligned for any type, or NULL.  */
void *avow_alloc (struct avow_arena *a, size_t n);
/* The same without the zeroes, for what is filled at once.  */
void *avow_alloc_raw (struct avow_arena *a, size_t n);
/* Zeroed array of N elements of SIZE bytes; NULL also on overflow.  */
void *avow_calloc (struct avow_arena *a, size_t n, size_t size);
/* Copy of LEN bytes with a terminating NUL.  */
char *avow_strndup (struct avow_arena *a, const char *s, size_t len);
/* printf into the arena.  */
char *avow_printf (struct avow_arena *a, const char *fmt, ...)
#ifdef __GNUC__
    __attribute__ ((format (printf, 2, 3)))
#endif
    ;
/* Grow array P (N used elements of SIZE bytes, capacity *CAP) by one; returns the
   array, maybe moved, or NULL.  */
void *avow_grow (struct avow_arena *a, void *p, size_t n, size_t *cap, size_t size);
void avow_arena_reset (struct avow_arena *a);
void avow_arena_free (struct avow_arena *a);

#ifdef __cplusplus
}
#endif
#endif
