/* source.cc - patch=FILE: the changes that would make the sources right.

   A statement's place is that of its `asm' keyword, in a macro that of the macro's text
   (expand_location_to_spelling_point).  The file is read again from there; when what stands there is
   not, to the letter, the statement that the compiler has, nothing is offered (repair/source.c).  A macro is
   changed once, however often it is used.  The diff is written at the end, in one piece.  */
#include "glue.h"

#include "../repair/patch.h"

/* A file that is to be changed.  */
struct avow_patched
{
  struct avow_patched *next;
  const char *name;
  const char *text;             /* NULL: it cannot be read */
  size_t len;
  struct avow_text_edits edits;
  size_t *done;                 /* statements that were looked at: their offsets */
  unsigned n_done;
  size_t cap_done;
};

#define MAX_SOURCE (64u << 20)

static char *
read_file (const char *name, size_t *len, struct avow_arena *arena)
{
  FILE *f = fopen (name, "rb");
  char *text = NULL;
  long size = f && fseek (f, 0, SEEK_END) == 0 ? ftell (f) : -1;

  if (size >= 0 && size < (long) MAX_SOURCE && fseek (f, 0, SEEK_SET) == 0)
    text = (char *) avow_alloc (arena, size + 1);
  if (text && fread (text, 1, size, f) != (size_t) size)
    text = NULL;
  if (f)
    fclose (f);
  *len = text ? size : 0;
  return text;
}

static struct avow_patched *
patched_file (struct avow_unit *unit, const char *name)
{
  struct avow_patched *p = unit->patched;

  while (p && strcmp (p->name, name) != 0)
    p = p->next;
  if (p)
    return p;
  p = (struct avow_patched *) avow_alloc (&unit->keep, sizeof *p);
  if (!p)
    return NULL;
  p->name = avow_strndup (&unit->keep, name, strlen (name));
  p->text = read_file (name, &p->len, &unit->keep);
  p->next = unit->patched;
  unit->patched = p;
  return p->name ? p : NULL;
}

/* The offset of LINE and COLUMN, which count from 1; false when there is no such place.  */
static bool
offset_of (const struct avow_patched *p, int line, int column, size_t *at)
{
  size_t pos = 0;

  for (int i = 1; i < line && pos < p->len; i++)
    {
      const char *eol = (const char *) memchr (p->text + pos, '\n', p->len - pos);
      pos = eol ? eol - p->text + 1 : p->len;
    }
  *at = pos + column - 1;
  return line > 0 && column > 0 && *at < p->len;
}

static bool
is_done (const struct avow_patched *p, size_t at)
{
  for (unsigned i = 0; i < p->n_done; i++)
    if (p->done[i] == at)
      return true;
  return false;
}

static void
mark_done (struct avow_unit *unit, struct avow_patched *p, size_t at)
{
  p->done = (size_t *) avow_grow (&unit->keep, p->done, p->n_done, &p->cap_done, sizeof *p->done);
  if (p->done)
    p->done[p->n_done++] = at;
  else
    p->n_done = 0;
}

bool
avow_patch (struct avow_unit *unit, const struct avow_spot *spot, const struct avow_draft *d)
{
  expanded_location where = expand_location_to_spelling_point (spot->loc);
  struct avow_patched *p = where.file ? patched_file (unit, where.file) : NULL;
  struct avow_source_asm source;
  size_t at;

  if (!p || !p->text || !offset_of (p, where.line, where.column, &at)
      || !avow_source_parse (p->text, p->len, at, &source)
      || !avow_source_is (p->text, &source, d->written, &unit->scratch))
    return false;
  if (is_done (p, at))
    return true;
  if (!avow_patch_statement (p->text, p->len, &source, d, &unit->keep, &p->edits))
    return false;
  mark_done (unit, p, at);
  return true;
}

/* As a name in a patch: below this directory, or without the leading slash.  */
static const char *
patch_name (const char *name)
{
  const char *here = getpwd ();
  size_t n = here ? strlen (here) : 0;

  if (n && strncmp (name, here, n) == 0 && name[n] == '/')
    name += n + 1;
  while (name[0] == '.' && name[1] == '/')
    name += 2;
  return name + strspn (name, "/");
}

void
avow_write_patch (struct avow_unit *unit)
{
  for (struct avow_patched *p = unit->patched; p; p = p->next)
    {
      struct avow_report_line line;
      if (!p->edits.n || unit->patch_fd < 0)
        continue;
      avow_sort_edits (&p->edits);
      line.text = avow_diff (patch_name (p->name), p->text, p->len, &p->edits, &unit->keep);
      line.len = line.text ? strlen (line.text) : 0;
      avow_append (&unit->patch_fd, "patch", unit->settings.patch, line);
    }
  unit->patched = NULL;
}
