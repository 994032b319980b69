/* allow.c - find and read suppressions.

       avow: allow RULE[,RULE...]: reason

   It stands in a comment, of the template or of the source line.  What kind of
   comment does not matter here: the text is searched for the words, and the
   reason ends at the end of the comment or of the line.  */
#include "allow.h"

#include "../avow.h"

#include <string.h>

static bool
is_space (char c)
{
  return c == ' ' || c == '\t';
}

static bool
is_name (char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
         || c == '_';
}

static const char *
skip_spaces (const char *p, const char *end)
{
  while (p < end && is_space (*p))
    p++;
  return p;
}

/* Behind WORD when it stands at P, or NULL.  */
static const char *
after_word (const char *p, const char *end, const char *word)
{
  size_t n = strlen (word);
  return (size_t) (end - p) >= n && memcmp (p, word, n) == 0 ? p + n : NULL;
}

/* Behind `avow: allow ' at P, or NULL.  */
static const char *
after_introduction (const char *p, const char *end)
{
  const char *q = after_word (p, end, "avow:");

  q = q ? after_word (skip_spaces (q, end), end, "allow") : NULL;
  return q && q < end && is_space (*q) ? q : NULL;
}

static const char *
read_names (const char *p, const char *end, struct avow_allow *allow)
{
  for (;;)
    {
      const char *name = skip_spaces (p, end);
      for (p = name; p < end && is_name (*p); p++)
        ;
      int rule = avow_rule_by_name (name, (size_t) (p - name));
      if (rule >= 0)
        allow->rules |= (uint64_t) 1 << rule;
      else if (!allow->unknown)
        {
          allow->unknown = name;
          allow->unknown_len = (size_t) (p - name);
        }
      p = skip_spaces (p, end);
      if (p == end || *p != ',')
        return p;
      p++;
    }
}

static const char *
read_reason (const char *p, const char *end, struct avow_allow *allow)
{
  const char *stop;

  p = skip_spaces (p, end);
  for (stop = p; stop < end && *stop != '\n' && *stop != '\r' && !after_word (stop, end, "*/"); stop++)
    ;
  allow->reason = p;
  for (const char *last = stop; last > p; last--)
    if (!is_space (last[-1]))
      {
        allow->reason_len = (size_t) (last - p);
        break;
      }
  return stop;
}

bool
avow_allow_next (const char **p, const char *end, struct avow_allow *allow)
{
  const char *q = NULL;

  memset (allow, 0, sizeof *allow);
  for (; *p < end && !q; ++*p)
    {
      const char *a = memchr (*p, 'a', (size_t) (end - *p));
      if (!a)
        return false;
      *p = a;
      q = after_introduction (a, end);
    }
  if (!q)
    return false;
  q = read_names (q, end, allow);
  if (q < end && *q == ':')
    q = read_reason (q + 1, end, allow);
  *p = q;
  return true;
}
