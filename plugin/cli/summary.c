/* summary.c - what the verdicts of many statements add up to.

   The columns are those of scripts/corpus.  A stanza counts as often as its `count' says, but once
   under `unique'.  Findings, reasons and unknown instructions are counted by name in open hash
   tables.  */
#include "summary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- counting strings ---------------------------------------------------------------- */

struct tally_entry
{
  char *key;
  unsigned long count;
};

static uint64_t
hash (const char *s)
{
  uint64_t h = UINT64_C (0xcbf29ce484222325);

  while (*s)
    h = (h ^ (unsigned char)*s++) * UINT64_C (0x100000001b3);
  return h ^ h >> 32;
}

static struct tally_entry *
slot (struct tally_entry *entries, size_t cap, const char *key)
{
  size_t i = hash (key) & (cap - 1);

  while (entries[i].key && strcmp (entries[i].key, key))
    i = (i + 1) & (cap - 1);
  return &entries[i];
}

static bool
grow (struct tally *t)
{
  size_t cap = t->cap ? 2 * t->cap : 64;
  struct tally_entry *bigger = calloc (cap, sizeof *bigger);

  if (!bigger)
    return false;
  for (size_t i = 0; i < t->cap; i++)
    if (t->entries[i].key)
      *slot (bigger, cap, t->entries[i].key) = t->entries[i];
  free (t->entries);
  t->entries = bigger;
  t->cap = cap;
  return true;
}

/* Count KEY.  1 when it is new, 0 when not, -1 when memory ran out.  */
static int
count (struct tally *t, const char *key, unsigned long n)
{
  struct tally_entry *e;
  size_t len = strlen (key) + 1;

  if (2 * t->n >= t->cap && !grow (t))
    return -1;
  e = slot (t->entries, t->cap, key);
  e->count += n;
  if (e->key)
    return 0;
  e->key = malloc (len);
  if (!e->key)
    return -1;
  memcpy (e->key, key, len);
  t->n++;
  return 1;
}

void
tally_free (struct tally *t)
{
  for (size_t i = 0; i < t->cap; i++)
    free (t->entries[i].key);
  free (t->entries);
  memset (t, 0, sizeof *t);
}

static int
by_count (const void *a, const void *b)
{
  const struct tally_entry *x = a, *y = b;

  if (x->count != y->count)
    return x->count < y->count ? 1 : -1;
  return strcmp (x->key, y->key);
}

#define TOP 15

static void
print_tally (const char *title, const struct tally *t, bool full)
{
  struct tally_entry *sorted = calloc (t->n + 1, sizeof *sorted);
  size_t n = 0, shown;

  if (!sorted || !t->n)
    {
      free (sorted);
      return;
    }
  for (size_t i = 0; i < t->cap; i++)
    if (t->entries[i].key)
      sorted[n++] = t->entries[i];
  qsort (sorted, n, sizeof *sorted, by_count);
  shown = full || n < TOP ? n : TOP;
  printf ("\n%s:\n", title);
  for (size_t i = 0; i < shown; i++)
    printf ("  %8lu  %s\n", sorted[i].count, sorted[i].key);
  if (shown < n)
    printf ("  %8s  (%zu more; --full shows them)\n", "...", n - shown);
  free (sorted);
}

/* ---- one statement --------------------------------------------------------------------- */

/* Behind the comment at P, or P.  */
static const char *
skip_comment (const char *p, const char *end)
{
  if (*p == '#' || (*p == '/' && p + 1 < end && p[1] == '/'))
    while (p < end && *p != '\n')
      p++;
  else if (*p == '/' && p + 1 < end && p[1] == '*')
    {
      for (p += 2; p < end && !(p[0] == '*' && p + 1 < end && p[1] == '/'); p++)
        ;
      p = p + 2 < end ? p + 2 : end;
    }
  return p;
}

static bool
is_empty (const struct avow_stmt *stmt)
{
  const char *p = stmt->text, *end = p + stmt->len;

  while (p < end)
    {
      const char *q = skip_comment (p, end);
      if (q == p && !strchr (" \t\n;", *p))
        return false;
      p = q + (q == p);
    }
  return true;
}

static void
print_text (const char *s, size_t len)
{
  putchar ('"');
  for (size_t i = 0; i < len; i++)
    if (s[i] == '\n')
      fputs ("\\n", stdout);
    else if (s[i] == '\t')
      fputs ("\\t", stdout);
    else
      putchar (s[i]);
  puts ("\"");
}

static const char *
function_of (const struct stanza *s)
{
  return s->site.function ? s->site.function : "no function";
}

static bool
list_finding (const struct stanza *s, const struct avow_finding *f, struct summary_list *list)
{
  static const char *const kinds[] = { "defect", "fragile", "advice" };
  const char *level = f->kind == AVOW_DEFECT ? "warning" : "note";
  char *key;
  int fresh;

  if (!(f->kind == AVOW_DEFECT ? list->defects : list->notes)
      || (list->rule >= 0 && list->rule != f->rule))
    return true;
  key = malloc (strlen (s->site.file) + strlen (f->message) + 64);
  if (!key)
    return false;
  sprintf (key, "%s:%u: %s: %s [%s]", s->site.file, s->site.line, level, f->message,
           avow_rule_names[f->rule]);
  fresh = count (&list->said, key, 1);
  if (fresh > 0)
    {
      printf ("%s (%s, in %s, %lux)\n    template: ", key, kinds[f->kind], function_of (s),
              s->count);
      print_text (s->stmt.text, s->stmt.len);
      if (f->fix)
        printf ("    fix: %s\n", f->fix);
    }
  free (key);
  return fresh >= 0;
}

/* The text that a gap is about.  */
static const char *
gap_text (const struct stanza *s, const struct avow_gap *g, size_t *len)
{
  bool inside = g->length && g->offset <= s->stmt.len && g->length <= s->stmt.len - g->offset;
  const char *text = inside ? s->stmt.text + g->offset : g->detail ? g->detail : "";

  *len = inside ? g->length : strlen (text);
  return text;
}

static void
list_gap (const struct stanza *s, const struct avow_gap *g)
{
  size_t len;
  const char *text = gap_text (s, g, &len);

  printf ("%s:%u: unverified: %s: ", s->site.file, s->site.line, avow_reason_names[g->reason]);
  print_text (text, len);
  printf ("    in %s, %lux, template: ", function_of (s), s->count);
  print_text (s->stmt.text, s->stmt.len);
}

/* Its first word, after prefixes.  */
static void
mnemonic (const char *text, size_t len, char *out, size_t size)
{
  static const char *const prefixes[]
      = { "lock", "rep", "repe", "repz", "repne", "repnz", "notrack", "bnd" };
  const char *end = text + len, *word;
  size_t n;
  bool prefix;

  do
    {
      while (text < end && strchr (" \t\n;", *text))
        text++;
      word = text;
      while (text < end && !strchr (" \t\n;", *text))
        text++;
      n = (size_t)(text - word);
      prefix = n && word[n - 1] == ':';
      for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        prefix |= strlen (prefixes[i]) == n && !memcmp (prefixes[i], word, n);
    }
  while (prefix && text < end);
  snprintf (out, size, "%.*s", (int)n, word);
}

static bool
add_gap (struct summary *sum, const struct stanza *s, const struct avow_gap *g)
{
  const char *reason = avow_reason_names[g->reason], *text;
  char word[48], key[160];
  size_t len;

  text = gap_text (s, g, &len);
  mnemonic (text, len, word, sizeof word);
  snprintf (key, sizeof key, "%s: %s", reason, word);
  return (!strstr (reason, "unknown") || count (&sum->unknown, word, s->count) >= 0)
         && count (&sum->details, key, s->count) >= 0
         && count (&sum->reasons, reason, s->count) >= 0;
}

static bool
add_finding (struct summary *sum, const struct stanza *s, const struct avow_finding *f)
{
  char key[80];

  snprintf (key, sizeof key, "%s %s", avow_rule_names[f->rule],
            f->kind == AVOW_DEFECT ? "warning" : "note");
  return count (&sum->findings, key, s->count) >= 0;
}

bool
summary_add (struct summary *sum, const struct stanza *s, const struct avow_result *r,
             struct summary_list *list)
{
  bool ok = true;

  sum->statements += s->count;
  if (!is_empty (&s->stmt))
    {
      sum->nonempty += s->count;
      sum->unique++;
      sum->verdicts[r->verdict] += s->count;
    }
  for (unsigned i = 0; ok && i < r->n_findings; i++)
    ok = add_finding (sum, s, &r->findings[i]) && list_finding (s, &r->findings[i], list);
  for (unsigned i = 0; ok && i < r->n_gaps; i++)
    {
      ok = add_gap (sum, s, &r->gaps[i]);
      if (list->gaps)
        list_gap (s, &r->gaps[i]);
    }
  return ok;
}

/* ---- the table --------------------------------------------------------------------------- */

static bool
merge_tally (struct tally *to, const struct tally *from)
{
  for (size_t i = 0; i < from->cap; i++)
    if (from->entries[i].key && count (to, from->entries[i].key, from->entries[i].count) < 0)
      return false;
  return true;
}

bool
summary_merge (struct summary *to, const struct summary *from)
{
  to->statements += from->statements;
  to->nonempty += from->nonempty;
  to->unique += from->unique;
  for (unsigned i = 0; i < 3; i++)
    to->verdicts[i] += from->verdicts[i];
  return merge_tally (&to->findings, &from->findings) && merge_tally (&to->reasons, &from->reasons)
         && merge_tally (&to->details, &from->details)
         && merge_tally (&to->unknown, &from->unknown);
}

void
summary_head (void)
{
  printf ("%-20s %8s %9s %8s %9s %10s %11s %9s\n", "file", "stmts", "nonempty", "unique",
          "verified", "violation", "unverified", "decided%");
}

void
summary_row (const struct summary *sum)
{
  unsigned long decided = sum->verdicts[AVOW_VERIFIED] + sum->verdicts[AVOW_VIOLATION];

  printf ("%-20s %8lu %9lu %8lu %9lu %10lu %11lu %9.2f\n", sum->name, sum->statements,
          sum->nonempty, sum->unique, sum->verdicts[AVOW_VERIFIED], sum->verdicts[AVOW_VIOLATION],
          sum->verdicts[AVOW_UNVERIFIED],
          sum->nonempty ? 100.0 * (double)decided / (double)sum->nonempty : 100.0);
}

void
summary_details (const struct summary *sum, bool full)
{
  print_tally ("findings by rule and level", &sum->findings, full);
  print_tally ("unknown instructions, directives and names", &sum->unknown, full);
  print_tally ("unverified reasons", &sum->reasons, full);
  if (full)
    print_tally ("unverified reasons with the word concerned", &sum->details, full);
}

void
summary_free (struct summary *sum)
{
  tally_free (&sum->findings);
  tally_free (&sum->reasons);
  tally_free (&sum->details);
  tally_free (&sum->unknown);
}
