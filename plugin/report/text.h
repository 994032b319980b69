/* text.h - a text that grows in an arena.  */
#ifndef AVOW_REPORT_TEXT_H
#define AVOW_REPORT_TEXT_H

#include <stddef.h>

#include "../arena.h"

/* S is NULL after an allocation failed; what is put then is lost.  */
struct avow_text
{
  struct avow_arena *arena;
  char *s;
  size_t len, cap;
};

struct avow_text avow_text_new (struct avow_arena *arena, size_t cap);
void avow_text_put (struct avow_text *t, const void *s, size_t n);
void avow_text_puts (struct avow_text *t, const char *s);

#endif
