/* diag.cc - findings become GCC's own diagnostics.

   Warnings are given with option 0, so -Werror, -w and -Wsystem-headers treat
   them as any warning.  Notes that stand alone are not subject to -w and system
   headers by themselves: avow_may_speak asks what diagnostic_report_diagnostic
   (diagnostic.cc) asks for warnings.  The errors of mode=error are errors: -w does
   not silence them, but what stands in a system header stays as quiet as a warning.

   The bracket with the rule is part of the text: a plugin cannot have options of
   its own before GCC 13's rules, and an option index would be one of GCC's.  */
#include "glue.h"

/* ---- what was said already ------------------------------------------------------------ */

static uint64_t
hash (uint64_t h, const void *p, size_t n)
{
  const unsigned char *s = (const unsigned char *) p;

  for (size_t i = 0; i < n; i++)
    h = (h ^ s[i]) * UINT64_C (0x100000001b3);
  return h;
}

static uint64_t
hash_string (uint64_t h, const char *s)
{
  return s ? hash (h, s, strlen (s) + 1) : hash (h, "\1", 2);
}

static bool grow_said (struct avow_said *);

/* Whether KEY is new; it is not the next time.  Without memory everything is new.  */
static bool
is_new (struct avow_said *said, uint64_t key)
{
  size_t i;

  key += key == 0;
  if (2 * said->n >= said->n_slots && !grow_said (said))
    return true;
  for (i = key; said->slots[i & (said->n_slots - 1)]; i++)
    if (said->slots[i & (said->n_slots - 1)] == key)
      return false;
  said->slots[i & (said->n_slots - 1)] = key;
  said->n++;
  return true;
}

static bool
grow_said (struct avow_said *said)
{
  struct avow_said bigger = { NULL, said->n_slots ? 2 * said->n_slots : 64, 0 };

  bigger.slots = XCNEWVEC (uint64_t, bigger.n_slots);
  for (size_t i = 0; i < said->n_slots; i++)
    if (said->slots[i])
      is_new (&bigger, said->slots[i]);
  XDELETEVEC (said->slots);
  *said = bigger;
  return true;
}

/* By the place that is printed, so that two expansions of a macro at one place
   count as one.  */
uint64_t
avow_place_hash (location_t loc)
{
  expanded_location where = expand_location (loc);
  uint64_t h = hash_string (UINT64_C (0xcbf29ce484222325), where.file);

  h = hash (h, &where.line, sizeof where.line);
  return hash (h, &where.column, sizeof where.column);
}

/* C++ compiles a constructor several times, and with -fsyntax-only also shows
   its original: copies have the same locations and one origin.  */
bool
avow_is_copy (struct avow_unit *unit, const struct avow_spot *spot, const struct avow_stmt *stmt)
{
  tree origin = spot->function ? DECL_ABSTRACT_ORIGIN (spot->function) : NULL_TREE;
  location_t loc = get_pure_location (spot->loc); /* without block and range */
  uint64_t h;
  unsigned uid;

  if (!spot->function || (spot->gsi && !origin))
    return false;
  uid = DECL_UID (origin ? origin : spot->function);
  h = hash (hash_string (0, stmt->text), &uid, sizeof uid);
  return !is_new (&unit->said, hash (h, &loc, sizeof loc));
}

/* ---- saying ------------------------------------------------------------------------------ */

bool
avow_may_speak (location_t loc)
{
  return !inhibit_warnings && (warn_system_headers || !in_system_header_at (loc));
}

static bool
may_refuse (location_t loc)
{
  return warn_system_headers || !in_system_header_at (loc);
}

bool
avow_say (struct avow_unit *unit, const struct avow_spot *spot, int loudness, const char *tag,
          const char *key, const char *text, bool hints)
{
  rich_location where (line_table, spot->loc);
  bool heard = loudness == AVOW_ERROR ? may_refuse (spot->loc) : avow_may_speak (spot->loc);

  if (loudness == AVOW_QUIET || !heard
      || !is_new (&unit->said, hash_string (hash_string (avow_place_hash (spot->loc), tag), key)))
    return false;
  if (hints)
    avow_add_hints (unit, spot->loc, &where);
  if (loudness == AVOW_ERROR)
    error_at (&where, "%s [avow:%s]", text, tag);
  else if (loudness == AVOW_WARNING)
    return warning_at (&where, 0, "%s [avow:%s]", text, tag);
  else
    inform (&where, "%s [avow:%s]", text, tag);
  return true;
}

/* ---- showing a piece of the template ------------------------------------------------------- */

#define MAX_SHOWN 120

/* The LEN bytes at S for a message: blanks for white space, \xNN for what does
   not print, cut when long.  Bytes of UTF-8 are left alone.  */
static const char *
printable (struct avow_arena *arena, const char *s, size_t len)
{
  static const char hex[] = "0123456789abcdef";
  char *text = (char *) avow_alloc (arena, 4 * MAX_SHOWN + 4), *p = text;

  if (!text)
    return "";
  for (size_t i = 0; i < len; i++)
    {
      unsigned char c = s[i];
      if (i == MAX_SHOWN)
        {
          memcpy (p, "...", 3);
          p += 3;
          break;
        }
      if (c == '\t' || c == '\n' || c == '\r')
        *p++ = ' ';
      else if (c < 0x20 || c == 0x7f)
        {
          *p++ = '\\';
          *p++ = 'x';
          *p++ = hex[c >> 4];
          *p++ = hex[c & 15];
        }
      else
        *p++ = c;
    }
  *p = 0;
  return text;
}

static bool
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\r';
}

/* A slice of the template without blanks at its ends.  */
static const char *
slice (struct avow_arena *arena, const struct avow_stmt *stmt, size_t from, size_t to)
{
  while (from < to && is_blank (stmt->text[from]))
    from++;
  while (from < to && is_blank (stmt->text[to - 1]))
    to--;
  return printable (arena, stmt->text + from, to - from);
}

/* For the notes under a diagnostic.  The diagnostic itself shows the text of a
   macro and where it was expanded; its notes need not repeat all that.  */
static location_t
note_location (const struct avow_spot *spot)
{
  return linemap_resolve_location (line_table, spot->loc, LRK_MACRO_EXPANSION_POINT, NULL);
}

/* The line of the template that holds the LENGTH bytes at OFFSET, of which the
   diagnostic has told the instruction.  A long line is cut, from the front up to
   the instruction.  */
static void
show_template (struct avow_unit *unit, const struct avow_spot *spot,
               const struct avow_stmt *stmt, size_t offset, size_t length)
{
  size_t start = offset, end = offset + length;
  unsigned line = 1;

  if (length == 0 || end > stmt->len || end < offset)
    return;
  for (size_t i = 0; i < offset; i++)
    line += stmt->text[i] == '\n';
  while (start > 0 && stmt->text[start - 1] != '\n')
    start--;
  while (end < stmt->len && stmt->text[end] != '\n')
    end++;
  if (offset + length - start > MAX_SHOWN)
    start = offset;
  inform (note_location (spot), "line %u of the template: %qs", line,
          slice (&unit->scratch, stmt, start, end));
}

/* ---- findings -------------------------------------------------------------------------------- */

static int
loudness_of (const struct avow_unit *unit, const struct avow_finding *f)
{
  if (f->allowed || f->fixed)
    return AVOW_QUIET;
  if (f->kind != AVOW_DEFECT)
    return AVOW_NOTE;
  return unit->settings.mode == AVOW_MODE_ERROR ? AVOW_ERROR : AVOW_WARNING;
}

/* True when something was said.  The template is only shown when that is not what
   was shown last.  */
static bool
diagnose_finding (struct avow_unit *unit, const struct avow_spot *spot,
                  const struct avow_stmt *stmt, const struct avow_finding *f,
                  const struct avow_finding *previous)
{
  auto_diagnostic_group group;
  const char *key
      = avow_printf (&unit->scratch, "%s/%d", f->subject ? f->subject : "", f->insn);

  if (!avow_say (unit, spot, loudness_of (unit, f), avow_rule_names[f->rule], key,
                 f->message ? f->message : avow_rule_briefs[f->rule], f->kind == AVOW_DEFECT))
    return false;
  if (!previous || previous->offset != f->offset || previous->length != f->length)
    show_template (unit, spot, stmt, f->offset, f->length);
  if (f->fix)
    inform (note_location (spot), "%s", f->fix);
  if (f->build)
    inform (note_location (spot), "%s", f->build);
  return true;
}

/* ---- many registers, one message ---- */

#define MANY 6

/* xrstor changes forty registers: that is one message, not forty.  */
static bool
is_same_write (const struct avow_finding *a, const struct avow_finding *b)
{
  return a->rule == AVOW_RULE_CLOBBER_REGISTER && b->rule == a->rule && a->kind == b->kind
         && a->insn == b->insn && a->fixed == b->fixed && !a->allowed == !b->allowed;
}

/* The findings of R that are like number I and stand behind it.  */
static unsigned
count_alike (const struct avow_result *r, unsigned i)
{
  unsigned n = 0;

  for (unsigned j = i + 1; j < r->n_findings; j++)
    n += is_same_write (&r->findings[i], &r->findings[j]);
  return n;
}

static bool
was_said_with_another (const struct avow_result *r, unsigned i)
{
  for (unsigned j = 0; j < i; j++)
    if (is_same_write (&r->findings[j], &r->findings[i]))
      return count_alike (r, j) + 1 >= MANY;
  return false;
}

/* Number I has been said; the others in one note, and what they do in this build.  */
static void
name_others (struct avow_unit *unit, const struct avow_spot *spot, const struct avow_result *r,
             unsigned i)
{
  const char *list = "";

  for (unsigned j = i + 1; j < r->n_findings; j++)
    if (is_same_write (&r->findings[i], &r->findings[j]))
      list = avow_printf (&unit->scratch, "%s%s\"%s\"", list, *list ? ", " : "",
                          r->findings[j].subject);
  inform (note_location (spot), "it changes %s as well: add them too", list);
  for (unsigned j = i + 1; j < r->n_findings; j++)
    if (is_same_write (&r->findings[i], &r->findings[j]) && r->findings[j].bites == AVOW_BITES
        && r->findings[j].build)
      inform (note_location (spot), "%s", r->findings[j].build);
}

static const char *
gap_text (struct avow_unit *unit, const struct avow_gap *gap)
{
  const char *text = gap->detail
                         ? avow_printf (&unit->scratch, "asm statement is not verified: %s: %s",
                                        avow_reason_names[gap->reason], gap->detail)
                         : avow_printf (&unit->scratch, "asm statement is not verified: %s",
                                        avow_reason_names[gap->reason]);
  return text ? text : "asm statement is not verified";
}

/* One diagnostic for the statement, with its first reason.  */
static void
diagnose_gaps (struct avow_unit *unit, const struct avow_spot *spot,
               const struct avow_stmt *stmt, const struct avow_result *result)
{
  auto_diagnostic_group group;
  const struct avow_gap *gap = result->gaps;

  if (result->verdict != AVOW_UNVERIFIED || result->n_gaps == 0)
    return;
  if (!avow_say (unit, spot, unit->settings.unverified, "unverified", "", gap_text (unit, gap),
                 false))
    return;
  show_template (unit, spot, stmt, gap->offset, gap->length);
  if (result->n_gaps > 1)
    inform (note_location (spot), "and %u more reasons", result->n_gaps - 1);
}

void
avow_diagnose (struct avow_unit *unit, const struct avow_spot *spot,
               const struct avow_stmt *stmt, const struct avow_result *result)
{
  const struct avow_finding *previous = NULL;

  for (unsigned i = 0; i < result->n_findings; i++)
    if (!was_said_with_another (result, i)
        && diagnose_finding (unit, spot, stmt, &result->findings[i], previous))
      {
        previous = &result->findings[i];
        if (count_alike (result, i) + 1 >= MANY)
          name_others (unit, spot, result, i);
      }
  if (unit->settings.unverified != AVOW_QUIET)
    diagnose_gaps (unit, spot, stmt, result);
}
