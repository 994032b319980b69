/* options.c - parse one -fplugin-arg-avow-KEY[=VALUE].

   Each key is a row of KEYS: its name, the words it takes (if it takes one of
   a list) and the function that stores the value.  Words that are not known
   are answered with the nearest known one, by edit distance.

   Lists of rules are applied in the order they are given, each on top of the
   one before, so `disable=all' followed by `enable=red-zone' leaves one rule.  */
#include "options.h"

#include "../avow.h"

#include <stdio.h>
#include <string.h>

const struct avow_settings avow_default_settings
    = { .mode = AVOW_MODE_WARN, .unverified = AVOW_QUIET };

#define COUNT(array) (sizeof (array) / sizeof *(array))

/* In the order of enum avow_mode and enum avow_loudness.  */
static const char *const mode_words[] = { "off", "audit", "warn", "error", "fix" };
static const char *const loudness_words[] = { "ignore", "note", "warn", "error" };

#define MAX_WORD 32

/* Levenshtein distance with one row.  Longer texts are cut: nobody means a
   rule with a word of more than 31 letters.  */
static unsigned
edit_distance (const char *a, size_t la, const char *b, size_t lb)
{
  unsigned row[MAX_WORD + 1];

  if (la > MAX_WORD)
    la = MAX_WORD;
  if (lb > MAX_WORD)
    lb = MAX_WORD;
  for (size_t j = 0; j <= lb; j++)
    row[j] = (unsigned) j;
  for (size_t i = 1; i <= la; i++)
    {
      unsigned diagonal = row[0];
      row[0] = (unsigned) i;
      for (size_t j = 1; j <= lb; j++)
        {
          unsigned best = diagonal + (a[i - 1] != b[j - 1]);
          diagonal = row[j];
          if (row[j] + 1 < best)
            best = row[j] + 1;
          if (row[j - 1] + 1 < best)
            best = row[j - 1] + 1;
          row[j] = best;
        }
    }
  return row[lb];
}

const char *
avow_nearest (const char *const *words, size_t n, const char *text, size_t len)
{
  const char *best = NULL;
  unsigned best_distance = ~0u;

  for (size_t i = 0; i < n; i++)
    {
      unsigned d = edit_distance (words[i], strlen (words[i]), text, len);
      if (d < best_distance)
        {
          best_distance = d;
          best = words[i];
        }
    }
  return best;
}

const char *
avow_nearest_rule (const char *text, size_t len)
{
  return avow_nearest (avow_rule_names, AVOW_N_RULES, text, len);
}

/* What follows is one function per kind of value.  KEY is for messages.  */

static int
word_index (const char *const *words, size_t n, const char *key, const char *value,
            char *error, size_t size)
{
  for (size_t i = 0; value && i < n; i++)
    if (strcmp (words[i], value) == 0)
      return (int) i;
  if (!value || !*value)
    snprintf (error, size, "'%s' needs a value, for example '%s=%s'", key, key, words[0]);
  else
    snprintf (error, size, "'%s' is not a value of '%s'; did you mean '%s'?", value, key,
              avow_nearest (words, n, value, strlen (value)));
  return -1;
}

static bool
set_mode (struct avow_settings *s, const char *key, const char *value, char *error, size_t size)
{
  int i = word_index (mode_words, COUNT (mode_words), key, value, error, size);
  if (i >= 0)
    s->mode = (uint8_t) i;
  return i >= 0;
}

static bool
set_unverified (struct avow_settings *s, const char *key, const char *value, char *error,
                size_t size)
{
  int i = word_index (loudness_words, COUNT (loudness_words), key, value, error, size);
  if (i >= 0)
    s->unverified = (uint8_t) i;
  return i >= 0;
}

/* The bits of the rules in the comma-separated list VALUE, or false.  */
static bool
rule_list (const char *key, const char *value, uint64_t *bits, char *error, size_t size)
{
  if (!value || !*value)
    {
      snprintf (error, size, "'%s' needs a list of rules, for example '%s=%s'", key, key,
                avow_rule_names[0]);
      return false;
    }
  for (const char *p = value;; p++)
    {
      size_t len = strcspn (p, ",");
      int rule = avow_rule_by_name (p, len);
      if (len == 3 && memcmp (p, "all", 3) == 0)
        *bits = ~(uint64_t) 0;
      else if (rule >= 0)
        *bits |= (uint64_t) 1 << rule;
      else
        {
          snprintf (error, size, "'%.*s' is not a rule; did you mean '%s'?", (int) len, p,
                    avow_nearest_rule (p, len));
          return false;
        }
      p += len;
      if (!*p)
        return true;
    }
}

static bool
set_enable (struct avow_settings *s, const char *key, const char *value, char *error, size_t size)
{
  uint64_t bits = 0;
  bool ok = rule_list (key, value, &bits, error, size);
  if (ok)
    s->disabled &= ~bits;
  return ok;
}

static bool
set_disable (struct avow_settings *s, const char *key, const char *value, char *error, size_t size)
{
  uint64_t bits = 0;
  bool ok = rule_list (key, value, &bits, error, size);
  if (ok)
    s->disabled |= bits;
  return ok;
}

static bool
set_file (const char **file, const char *key, const char *value, char *error, size_t size)
{
  if (value && *value)
    *file = value;
  else
    snprintf (error, size, "'%s' needs a file name", key);
  return value && *value;
}

static bool
set_report (struct avow_settings *s, const char *key, const char *value, char *error, size_t size)
{
  return set_file (&s->report, key, value, error, size);
}

static bool
set_calls (struct avow_settings *s, const char *key, const char *value, char *error, size_t size)
{
  return set_file (&s->calls, key, value, error, size);
}

static bool
set_capture (struct avow_settings *s, const char *key, const char *value, char *error, size_t size)
{
  return set_file (&s->capture, key, value, error, size);
}

static bool
set_patch (struct avow_settings *s, const char *key, const char *value, char *error, size_t size)
{
  return set_file (&s->patch, key, value, error, size);
}

static bool
set_flag (bool *flag, const char *key, const char *value, char *error, size_t size)
{
  if (value)
    snprintf (error, size, "'%s' takes no value", key);
  else
    *flag = true;
  return !value;
}

static bool
set_version (struct avow_settings *s, const char *key, const char *value, char *error, size_t size)
{
  return set_flag (&s->version, key, value, error, size);
}

static bool
set_refine (struct avow_settings *s, const char *key, const char *value, char *error, size_t size)
{
  return set_flag (&s->refine, key, value, error, size);
}

typedef bool setter (struct avow_settings *, const char *, const char *, char *, size_t);

static const char *const key_names[] = { "mode",  "unverified", "enable", "disable", "report",
                                         "calls", "capture",    "patch",  "refine",  "version" };
static setter *const key_setters[]
    = { set_mode,  set_unverified, set_enable, set_disable, set_report,
        set_calls, set_capture,    set_patch,  set_refine,  set_version };

bool
avow_settings_set (struct avow_settings *s, const char *key, const char *value, char *error,
                   size_t size)
{
  for (size_t i = 0; i < COUNT (key_names); i++)
    if (strcmp (key_names[i], key) == 0)
      return key_setters[i] (s, key, value, error, size);
  snprintf (error, size, "'%s' is not an option; did you mean '%s'?", key,
            avow_nearest (key_names, COUNT (key_names), key, strlen (key)));
  return false;
}
