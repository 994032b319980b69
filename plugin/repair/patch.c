/* patch.c - write a draft into the source, in the style that is there.

   What is added looks like its neighbours: a clobber is separated from the last as that is from the one
   before it, a new section's colon stands as the last colon stands (on a line of its own, with its
   indentation and the backslash of a macro's body, or without any blanks).  In the template only the
   numbers that moved are rewritten; %[name] needs nothing.  A dummy output needs a variable: the statement gets
   braces, with the declaration in front of it.  */
#include "patch.h"

#include "lvalue.h"

#include <stdlib.h>
#include <string.h>

struct writer
{
  const char *file;
  size_t len;
  const struct avow_source_asm *source;
  const struct avow_draft *d;
  struct avow_arena *arena;
  struct avow_text_edits *edits;
  unsigned n_sections; /* colons, with those that were added */
  bool ok;
};

static void
put (struct writer *w, size_t at, size_t remove, const char *insert)
{
  struct avow_text_edits *e = w->edits;
  if (!insert)
    w->ok = false;
  e->at = avow_grow (w->arena, e->at, e->n, &e->cap, sizeof *e->at);
  if (!e->at)
    {
      e->n = 0;
      w->ok = false;
    }
  if (w->ok)
    {
      e->at[e->n] = (struct avow_text_edit){ at, remove, insert, e->n };
      e->n++;
    }
}

/* ---- style ------------------------------------------------------------------------------- */

static bool
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\\';
}

/* The bytes from START to END when all of them are white space, spliced lines and commas; else
   INSTEAD.  */
static const char *
separator (const struct writer *w, size_t start, size_t end, const char *instead)
{
  for (size_t i = start; i < end; i++)
    if (!is_blank (w->file[i]) && w->file[i] != ',')
      return instead;
  return start < end ? avow_strndup (w->arena, w->file + start, end - start) : instead;
}

/* Behind the last thing that is not blank before AT.  */
static size_t
behind_text (const struct writer *w, size_t at)
{
  while (at > 0 && is_blank (w->file[at - 1]))
    at--;
  return at;
}

/* A colon as the last one of the statement has it: what stands before and behind it.  */
static const char *
colon (const struct writer *w, bool last)
{
  const struct avow_source_asm *s = w->source;
  if (!s->n_sections)
    return last ? " : " : " :";
  size_t at = s->colons[s->n_sections - 1];
  size_t before = behind_text (w, at), behind = at + 1;
  while (behind < s->close && (w->file[behind] == ' ' || w->file[behind] == '\t'))
    behind++;
  bool alone = w->file[behind] == '\n' || w->file[behind] == '\\' || behind == s->close;
  const char *lead = separator (w, before, at, "");
  const char *tail = alone ? (before == at ? "" : " ") : separator (w, at + 1, behind, "");
  return avow_printf (w->arena, "%s:%s", lead, last ? tail : "");
}

/* ---- clobbers and qualifiers ------------------------------------------------------------------ */

static const char *
new_clobbers (struct writer *w, const char *sep)
{
  const struct avow_draft *d = w->d;
  const char *text = "";
  for (unsigned i = d->stmt.n_clobbers - d->n_new_clobbers; i < d->stmt.n_clobbers && text; i++)
    text = avow_printf (w->arena, "%s%s\"%s\"", text, *text ? sep : "", d->clobbers[i]);
  return text;
}

/* What stands between two clobbers, or if there is only one, between two operands of a line.  */
static const char *
clobber_separator (const struct writer *w)
{
  const struct avow_source_asm *s = w->source;
  const struct avow_source_operand *last = &s->operands[s->n_operands - 1];
  const char *sep = ", ";
  if (s->n_clobbers > 1)
    return separator (w, s->clobbers[s->n_clobbers - 2].end, s->clobbers[s->n_clobbers - 1].start, ", ");
  if (s->n_operands > 1 && s->n_operands != s->n_outputs + 1)
    sep = separator (w, last[-1].all.end, last->all.start, ", ");
  return sep && strchr (sep, '\n') ? ", " : sep;
}

static void
add_clobbers (struct writer *w)
{
  const struct avow_source_asm *s = w->source;
  if (!w->d->n_new_clobbers)
    return;
  if (s->n_clobbers)
    {
      const char *sep = clobber_separator (w);
      put (w, s->clobbers[s->n_clobbers - 1].end, 0, avow_printf (w->arena, "%s%s", sep, new_clobbers (w, sep)));
      return;
    }
  if (s->n_sections >= 3)
    {
      size_t at = s->colons[2] + 1;
      bool tight = at < w->len && (w->file[at] == ')' || w->file[at] == ' ');
      put (w, at, 0, avow_printf (w->arena, " %s%s", new_clobbers (w, ", "), tight ? "" : " "));
      return;
    }
  const char *colons = "";
  for (; w->n_sections < 3 && colons; w->n_sections++)
    colons = avow_printf (w->arena, "%s%s", colons, colon (w, w->n_sections == 2));
  put (w, behind_text (w, s->close), 0, avow_printf (w->arena, "%s%s", colons, new_clobbers (w, ", ")));
}

/* Does the draft still have what the source calls clobber I?  */
static bool
is_kept (struct writer *w, unsigned i)
{
  const struct avow_draft *d = w->d;
  size_t n;
  struct avow_source_char *chars = avow_source_text (w->file, w->source->clobbers[i], w->arena, &n);
  for (unsigned k = 0; chars && k < d->stmt.n_clobbers - d->n_new_clobbers; k++)
    {
      size_t same = 0;
      while (same < n && chars[same].c && d->clobbers[k][same] == chars[same].c)
        same++;
      if (same == n && !d->clobbers[k][n])
        return true;
    }
  w->ok &= chars != NULL;
  return false;
}

/* All clobbers go, and the colons that nothing follows.  Without any operand what is left would be a basic asm.  */
static void
drop_section (struct writer *w)
{
  const struct avow_source_asm *s = w->source;
  unsigned first = s->n_operands > s->n_outputs ? 2 : 1;
  size_t from = behind_text (w, s->colons[first]);
  w->ok &= s->n_operands > 0 && !w->d->n_new_clobbers && s->n_sections == 3 && w->n_sections == 3
           && w->d->stmt.n_outputs == s->n_outputs
           && w->d->stmt.n_operands <= w->d->written->n_operands;
  if (w->ok)
    put (w, from, s->clobbers[s->n_clobbers - 1].end - from, "");
}

static void
drop_clobbers (struct writer *w)
{
  const struct avow_source_asm *s = w->source;
  bool kept[AVOW_SOURCE_CLOBBERS], any = s->more_clobbers;
  for (unsigned i = 0; i < s->n_clobbers; i++)
    any |= kept[i] = is_kept (w, i);
  if (s->n_clobbers && !any)
    {
      drop_section (w);
      return;
    }
  bool behind = false; /* (something that stays) */
  w->ok &= !s->more_clobbers || kept[s->n_clobbers - 1];
  for (unsigned i = 0; i < s->n_clobbers; behind |= kept[i++])
    if (!kept[i])
      {
        size_t from = behind ? s->clobbers[i - 1].end : s->clobbers[i].start;
        put (w, from, (behind ? s->clobbers[i].end : s->clobbers[i + 1].start) - from, "");
      }
}

/* A statement without outputs is volatile, and so is asm goto; with an output it must say so, or GCC 12
   deletes it, labels and all, when the output is not used.  */
static void
add_volatile (struct writer *w)
{
  const struct avow_source_asm *s = w->source;
  size_t n = s->keyword.end - s->keyword.start;
  bool implied = w->d->stmt.n_outputs > w->d->written->n_outputs && w->d->written->is_volatile;
  if ((w->d->made_volatile || implied) && !s->is_volatile.end)
    put (w, s->keyword.end, 0, n == 3 ? " volatile" : n == 5 ? " __volatile" : " __volatile__");
  if (!w->d->stmt.is_volatile && s->is_volatile.end)
    {
      size_t from = behind_text (w, s->is_volatile.start);
      put (w, from, s->is_volatile.end - from, "");
    }
}

/* ---- constraints --------------------------------------------------------------------------------- */

/* The first character of the constraint of operand K as written.  */
static bool
first_char (struct writer *w, unsigned k, struct avow_source_char *c)
{
  size_t n;
  struct avow_source_char *chars = k < w->source->n_operands
                                       ? avow_source_text (w->file, w->source->operands[k].constraint, w->arena, &n)
                                       : NULL;
  if (!chars || !n)
    return w->ok = false;
  *c = chars[0];
  return true;
}

/* The "&" in the constraint of operand K as written goes.  */
static void
drop_earlyclobber (struct writer *w, unsigned k)
{
  size_t n = 0;
  struct avow_source_char *chars
      = k < w->source->n_operands
            ? avow_source_text (w->file, w->source->operands[k].constraint, w->arena, &n)
            : NULL;
  w->ok &= chars != NULL;
  for (size_t i = 0; w->ok && i < n; i++)
    if (chars[i].c == '&')
      put (w, chars[i].start, chars[i].length, "");
}

static unsigned
n_marks (const char *constraint)
{
  unsigned n = 0;
  for (; *constraint; constraint++)
    n += *constraint == '&';
  return n;
}

/* "&" into each alternative of operand K as written that has none.  */
static void
add_marks (struct writer *w, unsigned k)
{
  size_t n = 0;
  struct avow_source_char *chars = k < w->source->n_operands
                                       ? avow_source_text (w->file, w->source->operands[k].constraint, w->arena, &n)
                                       : NULL;
  w->ok &= chars != NULL;
  for (size_t i = 0; w->ok && i < n; i++)
    {
      size_t j = i + 1;
      if (!strchr ("=+,", chars[i].c) || !chars[i].c)
        continue;
      while (j < n && chars[j].c != ',' && chars[j].c != '&')
        j++;
      if (j == n || chars[j].c == ',')
        put (w, chars[i].start + chars[i].length, 0, "&");
    }
}

static void
change_constraints (struct writer *w)
{
  const struct avow_draft *d = w->d;
  struct avow_source_char c;
  for (unsigned i = 0; i < d->stmt.n_operands && w->ok; i++)
    {
      unsigned k = (unsigned)d->origins[i].of;
      if (d->origins[i].origin == AVOW_VALUE_INPUT && first_char (w, k, &c))
        put (w, c.start, c.length, "+");
      if (d->origins[i].origin == AVOW_WRITTEN
          && n_marks (d->operands[i].constraint) > n_marks (d->written->operands[k].constraint))
        add_marks (w, k);
      if (d->origins[i].origin == AVOW_WRITTEN && !strchr (d->operands[i].constraint, '&')
          && strchr (d->written->operands[k].constraint, '&'))
        drop_earlyclobber (w, k);
      if (d->origins[i].origin == AVOW_WRITTEN && i < d->stmt.n_outputs
          && avow_coming_in (d->written, k) < d->written->n_operands
          && avow_coming_in (&d->stmt, i) == d->stmt.n_operands && first_char (w, k, &c))
        {
          w->ok &= c.c == '+'; /* (not "0" (x), where the numbers behind it would change) */
          put (w, c.start, c.length, "=");
        }
    }
}

/* ---- new outputs ---------------------------------------------------------------------------------- */

static const char *
span_text (const struct writer *w, struct avow_span span)
{
  return avow_strndup (w->arena, w->file + span.start, span.end - span.start);
}

static bool
in_file (const struct writer *w, const char *word)
{
  size_t n = strlen (word);
  for (size_t i = 0; i + n <= w->len; i++)
    if (w->file[i] == word[0] && !memcmp (w->file + i, word, n))
      return true;
  return false;
}

/* A name that the file does not have, the N-th.  */
static const char *
dummy_name (const struct writer *w, unsigned n)
{
  for (unsigned i = 0; i < 1000; i++)
    {
      const char *name = avow_printf (w->arena, "clobbered%u", i);
      if (!name || (!in_file (w, name) && n-- == 0))
        return name;
    }
  return NULL;
}

/* A constant or a narrow variable: a variable of its type.  Adding 0 makes it unqualified.  */
static const char *
declaration (const struct writer *w, unsigned k, const char *name)
{
  const char *expr = span_text (w, w->source->operands[k].expr);
  bool plain = w->d->written->operands[k].size < 4;
  return avow_printf (w->arena, plain ? "__typeof__ (%s) %s; " : "__typeof__ ((%s) + 0) %s; ", expr ? expr : "", name);
}

static const char *
quoted (const struct writer *w, const char *constraint, const char *expr)
{
  return avow_printf (w->arena, "\"%s\" (%s)", constraint, expr ? expr : "");
}

/* The memory operand that draft operand I stands for, as text.  */
static const char *
reached (struct writer *w, unsigned i)
{
  const struct avow_operand *op = &w->d->operands[i];
  const char *constraint = !op->is_output ? "m" : op->same_object ? "+m" : "=m";
  const char *lvalue = avow_lvalue (w->file, w->source, w->d, i, w->arena, &constraint);
  w->ok &= lvalue != NULL;
  return quoted (w, constraint, lvalue);
}

static void
brace (struct writer *w, const char *declarations)
{
  const struct avow_source_asm *s = w->source;
  put (w, s->keyword.start, 0, avow_printf (w->arena, s->semicolon ? "{ %s" : "do { %s", declarations));
  if (s->semicolon)
    put (w, s->semicolon, 0, " }");
  else
    put (w, s->close + 1, 0, "; } while (0)");
}

static void
insert_outputs (struct writer *w, const char *outputs)
{
  const struct avow_source_asm *s = w->source;
  if (s->n_outputs)
    {
      const struct avow_source_operand *last = &s->operands[s->n_outputs - 1];
      const char *sep = s->n_outputs > 1 ? separator (w, last[-1].all.end, last->all.start, ", ") : ", ";
      put (w, last->all.end, 0, avow_printf (w->arena, "%s%s", sep, outputs));
      return;
    }
  size_t at = s->colons[0] + 1;
  put (w, at, 0, avow_printf (w->arena, " %s%s", outputs, w->file[at] == ' ' ? "" : " "));
}

static void
add_outputs (struct writer *w)
{
  const struct avow_draft *d = w->d;
  const char *outputs = "", *declarations = "";
  unsigned n_dummies = 0;
  for (unsigned i = 0; i < d->stmt.n_outputs && w->ok; i++)
    {
      unsigned k = (unsigned)d->origins[i].of;
      const char *lead = avow_printf (w->arena, "%s%s", outputs, *outputs ? ", " : "");
      if (d->origins[i].origin == AVOW_WRITTEN)
        continue;
      if (!lead || !w->source->n_sections
          || (k >= w->source->n_operands && d->origins[i].origin != AVOW_REACHED))
        {
          w->ok = false;
          return;
        }
      if (d->origins[i].origin == AVOW_REACHED)
        outputs = avow_printf (w->arena, "%s%s", lead, reached (w, i));
      else if (d->origins[i].origin == AVOW_SAME_OUTPUT)
        outputs = avow_printf (w->arena, "%s%s", lead,
                               quoted (w, d->operands[i].constraint, span_text (w, w->source->operands[k].expr)));
      else
        {
          const char *name = dummy_name (w, n_dummies++);
          struct avow_span old = w->source->operands[k].constraint;
          outputs = avow_printf (w->arena, "%s%s", lead, quoted (w, d->operands[i].constraint, name));
          declarations = avow_printf (w->arena, "%s%s", declarations, declaration (w, k, name));
          put (w, old.start, old.end - old.start, avow_printf (w->arena, "\"%u\"", i));
        }
      w->ok &= outputs && declarations;
    }
  if (w->ok && *outputs)
    insert_outputs (w, outputs);
  if (w->ok && *declarations)
    brace (w, declarations);
}

/* ---- new inputs ---------------------------------------------------------------------------------------- */

static void
insert_inputs (struct writer *w, const char *inputs)
{
  const struct avow_source_asm *s = w->source;
  unsigned n = s->n_operands - s->n_outputs;
  if (n)
    {
      const struct avow_source_operand *last = &s->operands[s->n_operands - 1];
      const char *sep = n > 1 ? separator (w, last[-1].all.end, last->all.start, ", ") : ", ";
      put (w, last->all.end, 0, avow_printf (w->arena, "%s%s", sep, inputs));
    }
  else if (s->n_sections >= 2)
    {
      size_t at = s->colons[1] + 1;
      put (w, at, 0,
           avow_printf (w->arena, " %s%s", inputs, strchr (" )\n", w->file[at]) ? "" : " "));
    }
  else
    {
      put (w, behind_text (w, s->close), 0,
           avow_printf (w->arena, "%s%s", colon (w, true), inputs));
      w->n_sections = 2;
    }
}

static void
add_inputs (struct writer *w)
{
  const struct avow_draft *d = w->d;
  const char *inputs = "";
  for (unsigned i = d->stmt.n_outputs; i < d->stmt.n_operands && w->ok; i++)
    if (d->origins[i].origin == AVOW_REACHED && !d->operands[i].same_object)
      {
        inputs = avow_printf (w->arena, "%s%s%s", inputs, *inputs ? ", " : "", reached (w, i));
        w->ok &= inputs != NULL;
      }
  if (w->ok && *inputs)
    insert_inputs (w, inputs);
}

/* ---- the template ------------------------------------------------------------------------------------- */

static size_t
digits (const char *p, const char *end, unsigned *number)
{
  size_t n = 0;
  *number = 0;
  for (; p + n < end && p[n] >= '0' && p[n] <= '9' && n < 4; n++)
    *number = *number * 10 + (unsigned)(p[n] - '0');
  return n;
}

/* The reference behind a `%': in the source at CHARS[*I], in the statement as written at *OLD, in the draft at
   *NEW.  */
static void
renumber (struct writer *w, const struct avow_source_char *chars, size_t n, size_t *i, const char **old,
          const char *old_end, const char **fresh, const char *fresh_end)
{
  unsigned was, is;
  if (*i < n && chars[*i].c == **old && (**old < '0' || **old > '9') && chars[*i].c != '[')
    ++*i, ++*old, ++*fresh;
  size_t n_old = digits (*old, old_end, &was), n_new = digits (*fresh, fresh_end, &is);
  if (*i < n && chars[*i].c == '[')
    {
      while (*i < n && chars[*i].c != ']')
        ++*i;
      ++*i;
    }
  else if (n_old && *i + n_old <= n)
    {
      const struct avow_source_char *last = &chars[*i + n_old - 1];
      if (was != is)
        put (w, chars[*i].start, last->start + last->length - chars[*i].start, avow_printf (w->arena, "%u", is));
      *i += n_old;
    }
  *old += n_old;
  *fresh += n_new;
}

static void
change_template (struct writer *w)
{
  const struct avow_draft *d = w->d;
  size_t n;
  struct avow_source_char *chars = avow_source_text (w->file, w->source->text, w->arena, &n);
  const char *old = d->written->text, *old_end = old + d->written->len;
  const char *fresh = d->stmt.text, *fresh_end = fresh + d->stmt.len;
  if (!chars)
    {
      /* Macros are in it: it must stay as it is.  */
      w->ok &= w->source->partly_hidden && d->stmt.len == d->written->len && !memcmp (old, fresh, d->stmt.len);
      return;
    }
  for (size_t i = 0; i < n && old < old_end && w->ok;)
    {
      char c = *old;
      if (d->made_extended && c && strchr (d->facts->escaped, c))
        {
          put (w, chars[i].start, 0, "%");
          fresh++;
        }
      i++, old++, fresh++;
      if (c == '%' && !d->made_extended)
        renumber (w, chars, n, &i, &old, old_end, &fresh, fresh_end);
    }
}

/* ---- all ---------------------------------------------------------------------------------------------- */

bool
avow_patch_statement (const char *file, size_t len, const struct avow_source_asm *source,
                      const struct avow_draft *d, struct avow_arena *arena, struct avow_text_edits *edits)
{
  struct writer w = { file, len, source, d, arena, edits, source->n_sections, true };
  unsigned before = edits->n;
  change_template (&w);
  change_constraints (&w);
  add_outputs (&w);
  add_inputs (&w);
  add_volatile (&w);
  drop_clobbers (&w);
  add_clobbers (&w);
  if (!w.ok || arena->failed)
    edits->n = edits->at ? before : 0;
  return w.ok && !arena->failed;
}

static int
by_place (const void *a, const void *b)
{
  const struct avow_text_edit *x = a, *y = b;
  if (x->at != y->at)
    return x->at < y->at ? -1 : 1;
  if (!x->remove != !y->remove)
    return x->remove ? 1 : -1;
  return x->order < y->order ? -1 : x->order > y->order;
}

void
avow_sort_edits (struct avow_text_edits *e)
{
  unsigned n = 0;
  size_t end = 0;
  if (!e->n)
    return;
  qsort (e->at, e->n, sizeof *e->at, by_place);
  for (unsigned i = 0; i < e->n; i++)
    if (e->at[i].at >= end && (e->at[i].remove || *e->at[i].insert))
      {
        e->at[n++] = e->at[i];
        end = e->at[i].at + e->at[i].remove;
      }
  e->n = n;
}
