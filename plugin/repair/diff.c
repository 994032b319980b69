/* diff.c - edits of one file as a unified diff.

   Where the file changes is known, so nothing is searched: the lines that an edit touches are a run, runs that
   are close share a hunk with three lines of context around (the format of diff -u, POSIX diff, "Diff -u
   Output Format").  */
#include "patch.h"

#include <string.h>

#define CONTEXT 3

struct output
{
  char *s; /* NULL after a failure */
  size_t len, cap;
  struct avow_arena *arena;
};

static void
put (struct output *o, const char *s, size_t n)
{
  if (!o->s || o->cap - o->len <= n)
    {
      size_t cap = 2 * (o->len + n) + 1024;
      char *bigger = avow_alloc (o->arena, cap);
      if (bigger && o->len)
        memcpy (bigger, o->s, o->len);
      o->s = bigger;
      o->cap = cap;
    }
  if (o->s)
    memcpy (o->s + o->len, s, n);
  o->len += o->s ? n : 0;
}

static void
puts_to (struct output *o, const char *s)
{
  if (s)
    put (o, s, strlen (s));
}

/* The lines from S to END, each with MARK in front.  Returns how many.  */
static unsigned
put_lines (struct output *o, char mark, const char *s, const char *end)
{
  unsigned n = 0;
  while (s < end)
    {
      const char *eol = memchr (s, '\n', (size_t)(end - s));
      const char *next = eol ? eol + 1 : end;
      put (o, &mark, 1);
      put (o, s, (size_t)(next - s));
      if (!eol)
        puts_to (o, "\n\\ No newline at end of file\n");
      s = next;
      n++;
    }
  return n;
}

struct file
{
  const char *text;
  size_t len;
  const struct avow_text_edits *edits;
};

/* The beginning of the line that holds AT, and of the one behind it.  */
static size_t
line_start (const struct file *f, size_t at)
{
  while (at > 0 && f->text[at - 1] != '\n')
    at--;
  return at;
}

static size_t
next_line (const struct file *f, size_t at)
{
  const char *eol = at < f->len ? memchr (f->text + at, '\n', f->len - at) : NULL;
  return eol ? (size_t)(eol - f->text) + 1 : f->len;
}

/* Runs of lines.  */
struct run
{
  size_t start, end;   /* bytes */
  unsigned first, last; /* edits, LAST excluded */
};

/* The run that begins with edit I.  */
static struct run
run_at (const struct file *f, unsigned i)
{
  const struct avow_text_edit *e = f->edits->at;
  struct run r = { line_start (f, e[i].at), next_line (f, e[i].at + e[i].remove), i, i + 1 };
  while (r.last < f->edits->n && e[r.last].at < r.end)
    {
      size_t end = next_line (f, e[r.last].at + e[r.last].remove);
      r.end = end > r.end ? end : r.end;
      r.last++;
    }
  return r;
}

/* The new text of run R.  */
static void
put_changed (struct output *o, const struct file *f, const struct run *r)
{
  size_t at = r->start;
  for (unsigned i = r->first; i < r->last; i++)
    {
      const struct avow_text_edit *e = &f->edits->at[i];
      put (o, f->text + at, e->at - at);
      puts_to (o, e->insert);
      at = e->at + e->remove;
    }
  put (o, f->text + at, r->end - at);
}

static size_t
lines_back (const struct file *f, size_t at, unsigned n, size_t limit)
{
  while (n-- && at > limit)
    at = line_start (f, at - 1);
  return at > limit ? at : limit;
}

static size_t
lines_on (const struct file *f, size_t at, unsigned n)
{
  while (n--)
    at = next_line (f, at);
  return at;
}

static unsigned
count_lines (const struct file *f, size_t from, size_t to)
{
  unsigned n = 0;
  for (; from < to; from = next_line (f, from))
    n++;
  return n;
}

/* The hunk that begins with edit *I, which moves on; DELTA: how many lines the new file is longer so
   far.  */
static void
put_hunk (struct output *o, const struct file *f, unsigned *i, long *delta)
{
  struct output body = { .arena = o->arena };
  struct run r = run_at (f, *i);
  size_t begin = lines_back (f, r.start, CONTEXT, 0), at = begin, end;
  unsigned old_lines = 0, new_lines = 0, n;
  for (;;)
    {
      struct output changed = { .arena = o->arena };
      n = put_lines (&body, ' ', f->text + at, f->text + r.start);
      old_lines += n;
      new_lines += n;
      old_lines += put_lines (&body, '-', f->text + r.start, f->text + r.end);
      put_changed (&changed, f, &r);
      if (changed.s)
        new_lines += put_lines (&body, '+', changed.s, changed.s + changed.len);
      at = r.end;
      *i = r.last;
      if (*i == f->edits->n)
        break;
      struct run next = run_at (f, *i);
      if (next.start > lines_on (f, at, 2 * CONTEXT))
        break;
      r = next;
    }
  end = lines_on (f, at, CONTEXT);
  n = put_lines (&body, ' ', f->text + at, f->text + end);
  old_lines += n;
  new_lines += n;
  unsigned line = count_lines (f, 0, begin) + 1;
  puts_to (o, avow_printf (o->arena, "@@ -%u,%u +%ld,%u @@\n", line, old_lines, (long)line + *delta, new_lines));
  put (o, body.s ? body.s : "", body.s ? body.len : 0);
  *delta += (long)new_lines - (long)old_lines;
}

char *
avow_diff (const char *name, const char *file, size_t len, const struct avow_text_edits *edits,
           struct avow_arena *arena)
{
  struct output o = { .arena = arena };
  const struct file f = { file, len, edits };
  long delta = 0;
  puts_to (&o, avow_printf (arena, "--- a/%s\n+++ b/%s\n", name, name));
  for (unsigned i = 0; i < edits->n && o.s;)
    put_hunk (&o, &f, &i, &delta);
  put (&o, "", 1);
  return arena->failed ? NULL : o.s;
}
