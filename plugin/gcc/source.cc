/* source.cc - patch=FILE, and fix-it hints: the changes that would make the sources right.

   A statement's place is that of its `asm' keyword, in a macro that of the macro's text
   (expand_location_to_spelling_point).  The file is read again from there; when what stands there is
   not, to the letter, the statement that the compiler has, nothing is offered (repair/source.c).  A macro is
   changed once, however often it is used.  The diff is written at the end, in one piece.

   The same changes are the fix-it hints of the statement's first diagnostic (-fdiagnostics-generate-patch,
   -fdiagnostics-parseable-fixits).  A hint has to be within a line: what would stand on lines of its own is put behind
   what is there.  All of them or none: rich_location drops what it cannot take.  */
#include "glue.h"

#include "../repair/patch.h"

/* A statement that was looked at, and its changes: N edits from FIRST on, until they are sorted.  */
struct avow_patched_asm
{
  size_t at;
  unsigned first, n;
  const char **clobbers; /* that were added, when nothing else was changed ... */
  unsigned n_clobbers;   /* ... or 0 */
  bool shown;            /* as fix-it hints */
};

/* A file that is to be changed.  */
struct avow_patched
{
  struct avow_patched *next;
  const char *name;
  const char *text;             /* NULL: it cannot be read */
  size_t len;
  struct avow_text_edits edits;
  struct avow_patched_asm *done;
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

static struct avow_patched_asm *
done_at (const struct avow_patched *p, size_t at)
{
  for (unsigned i = 0; i < p->n_done; i++)
    if (p->done[i].at == at)
      return &p->done[i];
  return NULL;
}

static struct avow_patched_asm *
new_place (struct avow_unit *unit, struct avow_patched *p, size_t at)
{
  p->done = (struct avow_patched_asm *)avow_grow (&unit->keep, p->done, p->n_done, &p->cap_done,
                                                  sizeof *p->done);
  if (!p->done)
    {
      p->n_done = 0;
      return NULL;
    }
  memset (&p->done[p->n_done], 0, sizeof *p->done);
  p->done[p->n_done].at = at;
  return &p->done[p->n_done++];
}

static bool
adds_only_clobbers (const struct avow_draft *d)
{
  const struct avow_stmt *s = &d->stmt, *w = d->written;

  if (s->n_operands != w->n_operands || s->len != w->len || memcmp (s->text, w->text, s->len) != 0
      || s->is_volatile != w->is_volatile || s->n_clobbers != w->n_clobbers + d->n_new_clobbers)
    return false;
  for (unsigned i = 0; i < s->n_operands; i++)
    if (strcmp (s->operands[i].constraint, w->operands[i].constraint) != 0)
      return false;
  return true;
}

static bool
has_name (const char *const *names, unsigned n, const char *name)
{
  while (n-- > 0)
    if (strcmp (names[n], name) == 0)
      return true;
  return false;
}

/* A macro's argument may name the register: what other uses of the statement at DONE need is added to D.  Whether D then
   has more than they.  */
static bool
add_earlier (const struct avow_patched_asm *done, struct avow_draft *d)
{
  unsigned n = d->n_new_clobbers;
  bool more = false;

  for (unsigned i = 0; i < n; i++)
    more |= !has_name (done->clobbers, done->n_clobbers, d->clobbers[d->stmt.n_clobbers - n + i]);
  if (!more || n + done->n_clobbers > AVOW_MAX_NEW_CLOBBERS)
    return false;
  for (unsigned i = 0; i < done->n_clobbers; i++)
    if (!has_name (d->clobbers, d->stmt.n_clobbers, done->clobbers[i]))
      {
        d->clobbers[d->stmt.n_clobbers++] = done->clobbers[i];
        d->n_new_clobbers++;
      }
  return true;
}

/* Remember what D added, when that is all that it does.  */
static void
note_clobbers (struct avow_unit *unit, struct avow_patched_asm *done, const struct avow_draft *d)
{
  done->n_clobbers = 0;
  done->clobbers
      = (const char **)avow_calloc (&unit->keep, d->n_new_clobbers + 1, sizeof *done->clobbers);
  if (!done->clobbers || !adds_only_clobbers (d))
    return;
  for (unsigned i = 0; i < d->n_new_clobbers; i++)
    {
      const char *name = d->clobbers[d->stmt.n_clobbers - d->n_new_clobbers + i];
      done->clobbers[i] = avow_strndup (&unit->keep, name, strlen (name));
      if (!done->clobbers[i])
        return;
      done->n_clobbers = i + 1;
    }
}

/* The edits of DONE are of no use any more.  */
static void
cancel (struct avow_patched *p, const struct avow_patched_asm *done)
{
  for (unsigned i = 0; i < done->n; i++)
    {
      p->edits.at[done->first + i].remove = 0;
      p->edits.at[done->first + i].insert = "";
    }
}

/* Note in P the changes that make SOURCE what D describes.  False when they cannot be written so.  */
static bool
note_changes (struct avow_unit *unit, struct avow_patched *p, const struct avow_source_asm *source,
              const struct avow_draft *d)
{
  size_t at = source->keyword.start;
  struct avow_patched_asm *done = done_at (p, at);
  struct avow_draft all;
  unsigned first = p->edits.n;

  if (!avow_draft_copy (&all, d, &unit->scratch))
    return false;
  if (done && (!done->n_clobbers || !adds_only_clobbers (d) || !add_earlier (done, &all)))
    return true;
  if (!avow_patch_statement (p->text, p->len, source, &all, &unit->keep, &p->edits))
    return done != NULL;
  if (done)
    cancel (p, done);
  else
    done = new_place (unit, p, at);
  if (!done)
    return true;
  done->first = first;
  done->n = p->edits.n - first;
  note_clobbers (unit, done, &all);
  return true;
}

bool
avow_patch (struct avow_unit *unit, const struct avow_spot *spot, const struct avow_draft *d)
{
  expanded_location where = expand_location_to_spelling_point (spot->loc);
  struct avow_patched *p = where.file ? patched_file (unit, where.file) : NULL;
  struct avow_source_asm source;
  size_t at;

  return p && p->text && offset_of (p, where.line, where.column, &at)
         && avow_source_parse (p->text, p->len, at, &source)
         && avow_source_is (p->text, &source, d->written, &unit->scratch)
         && note_changes (unit, p, &source, d);
}

/* ---- fix-it hints ---------------------------------------------------------------------------------- */

/* Where in P, an ordinary map's file, offset AT is: the location in MAP or one of those that follow it, or
   UNKNOWN_LOCATION.  */
static location_t
location_at (const struct avow_patched *p, const line_map_ordinary *map, size_t at)
{
  const line_map_ordinary *end
      = LINEMAPS_ORDINARY_MAPS (line_table) + LINEMAPS_ORDINARY_USED (line_table);
  linenum_type line = 1;
  unsigned column;
  size_t start = 0;

  for (size_t i = 0; i < at; i++)
    if (p->text[i] == '\n')
      {
        line++;
        start = i + 1;
      }
  column = at - start + 1;
  for (; map < end && ORDINARY_MAP_STARTING_LINE_NUMBER (map) <= line; map++)
    {
      expanded_location back;
      location_t loc;
      if (column >> (map->m_column_and_range_bits - map->m_range_bits))
        continue;
      loc = linemap_position_for_line_and_column (line_table, map, line, column);
      if (loc >= LINE_MAP_MAX_LOCATION_WITH_COLS)
        break;
      back = expand_location (loc);
      if (back.line == (int)line && back.column == (int)column && back.file
          && strcmp (back.file, p->name) == 0)
        return loc;
    }
  return UNKNOWN_LOCATION;
}

/* TEXT on one line, as a hint has to be.  */
static const char *
on_one_line (const char *text, struct avow_arena *arena)
{
  char *copy = (char *)avow_alloc (arena, strlen (text) + 2), *q = copy;

  if (!copy)
    return NULL;
  while (*text)
    {
      size_t n = strspn (text, " \t\r\n\\");
      if (n && memchr (text, '\n', n))
        {
          *q++ = ' ';
          text += n;
        }
      else
        *q++ = *text++;
    }
  *q = 0;
  return copy;
}

/* Whether edit E of P could be added to HINTS.  */
static bool
add_hint (struct avow_unit *unit, rich_location *hints, const struct avow_patched *p,
          const line_map_ordinary *map, const struct avow_text_edit *e)
{
  location_t start = location_at (p, map, e->at);
  location_t finish = e->remove ? location_at (p, map, e->at + e->remove - 1) : start;
  const char *text = on_one_line (e->insert, &unit->scratch);

  if (start == UNKNOWN_LOCATION || finish == UNKNOWN_LOCATION || !text
      || memchr (p->text + e->at, '\n', e->remove))
    return false;
  if (!e->remove)
    hints->add_fixit_insert_before (start, text);
  else if (*text)
    hints->add_fixit_replace (source_range::from_locations (start, finish), text);
  else
    hints->add_fixit_remove (source_range::from_locations (start, finish));
  return true;
}

/* The edits of DONE in the order of the file: GCC 12 does not survive hints out of order (column_range,
   diagnostic-show-locus.cc).  */
static struct avow_text_edits
edits_of (struct avow_unit *unit, const struct avow_patched *p, const struct avow_patched_asm *done)
{
  struct avow_text_edits e = { NULL, 0, 0 };

  e.at = (struct avow_text_edit *) avow_calloc (&unit->scratch, done->n + 1, sizeof *e.at);
  if (!e.at)
    return e;
  memcpy (e.at, p->edits.at + done->first, done->n * sizeof *e.at);
  e.n = done->n;
  avow_sort_edits (&e);
  return e;
}

void
avow_add_hints (struct avow_unit *unit, location_t loc, rich_location *hints)
{
  const line_map_ordinary *map = NULL;
  location_t spelled
      = linemap_resolve_location (line_table, LOCATION_LOCUS (loc), LRK_SPELLING_LOCATION, &map);
  expanded_location where = expand_location (spelled);
  struct avow_patched *p = unit->patched;
  struct avow_patched_asm *done = NULL;
  struct avow_text_edits edits;
  size_t at;
  bool ok = true;

  while (p && where.file && strcmp (p->name, where.file) != 0)
    p = p->next;
  if (p && map && where.file && p->text && offset_of (p, where.line, where.column, &at))
    done = done_at (p, at);
  if (!done || done->shown)
    return;
  done->shown = true;
  edits = edits_of (unit, p, done);
  for (unsigned i = 0; i < edits.n && ok; i++)
    ok = location_at (p, map, edits.at[i].at) != UNKNOWN_LOCATION;
  for (unsigned i = 0; i < edits.n && ok; i++)
    ok = add_hint (unit, hints, p, map, &edits.at[i]);
}

/* ---- the patch ------------------------------------------------------------------------------------- */

/* As a name in a patch: below this directory, or without the leading slash.  patch takes no name that goes up.  */
static const char *
patch_name (const char *name, struct avow_arena *arena)
{
  const char *here = getpwd ();
  size_t n = here ? strlen (here) : 0;
  char *whole = strstr (name, "../") ? realpath (name, NULL) : NULL;

  if (whole)
    name = avow_strndup (arena, whole, strlen (whole));
  free (whole);
  if (!name)
    return "";
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
      line.text
          = avow_diff (patch_name (p->name, &unit->keep), p->text, p->len, &p->edits, &unit->keep);
      line.len = line.text ? strlen (line.text) : 0;
      avow_append (&unit->patch_fd, "patch", unit->settings.patch, line);
    }
  unit->patched = NULL;
}
