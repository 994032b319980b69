/* allow.cc - suppressions: which findings does a comment allow?

   A comment in the template travels with a macro and is judged: its rule must
   exist, its reason must be given, and something must be left to allow.  One on
   the source line is only read when there is a finding.  */
#include "glue.h"

#include "../report/allow.h"

static void
complain (struct avow_unit *unit, const struct avow_spot *spot, const char *key,
          const char *text)
{
  if (unit->settings.mode != AVOW_MODE_AUDIT && text)
    avow_say (unit, spot, AVOW_WARNING, "allow", key, text, false);
}

/* The rules that ALLOW names and that some finding breaks; the findings get the
   reason.  */
static uint64_t
mark (struct avow_unit *unit, const struct avow_allow *allow, struct avow_result *result)
{
  const char *reason = avow_strndup (&unit->scratch, allow->reason, allow->reason_len);
  uint64_t used = 0;

  for (unsigned i = 0; i < result->n_findings; i++)
    {
      uint64_t rule = UINT64_C (1) << result->findings[i].rule;
      if (!(allow->rules & rule))
        continue;
      used |= rule;
      result->findings[i].allowed = reason;
    }
  return used;
}

static void
complain_unknown (struct avow_unit *unit, const struct avow_spot *spot,
                  const struct avow_allow *allow)
{
  complain (unit, spot, "unknown",
            avow_printf (&unit->scratch,
                         "'avow: allow' names '%.*s', which is no rule; did you mean '%s'?",
                         (int) allow->unknown_len, allow->unknown,
                         avow_nearest_rule (allow->unknown, allow->unknown_len)));
}

static void
complain_unused (struct avow_unit *unit, const struct avow_spot *spot, uint64_t rules)
{
  int rule = 0;

  while (!(rules >> rule & 1))
    rule++;
  complain (unit, spot, "unused",
            avow_printf (&unit->scratch, "'avow: allow %s' has nothing to allow here",
                         avow_rule_names[rule]));
}

/* Apply all suppressions of TEXT.  Whether they are used is asked, but for the rules LATER, of those in a
   template that is fully understood.  */
static void
apply (struct avow_unit *unit, const struct avow_spot *spot, const char *text, size_t len,
       bool in_template, uint64_t later, struct avow_result *result)
{
  const char *p = text, *end = text + len;
  struct avow_allow allow;

  while (avow_allow_next (&p, end, &allow))
    {
      uint64_t unused = allow.rules & ~unit->options.disabled & ~later;
      if (allow.unknown)
        complain_unknown (unit, spot, &allow);
      if (allow.reason_len == 0)
        {
          complain (unit, spot, "reason",
                    "'avow: allow' without a reason allows nothing; write "
                    "'avow: allow RULE: reason'");
          continue;
        }
      unused &= ~mark (unit, &allow, result);
      if (in_template && unused && result->n_gaps == 0)
        complain_unused (unit, spot, unused);
    }
}

/* The source line with its string literals blanked: what stands in them is the template's,
   and was judged there.  */
static const char *
without_strings (struct avow_unit *unit, const char *line, size_t len)
{
  char *copy = avow_strndup (&unit->scratch, line, len);
  bool inside = false;

  for (size_t i = 0; copy && i < len; i++)
    {
      if (copy[i] == '"')
        inside = !inside;
      else if (inside && copy[i] == '\\' && i + 1 < len)
        copy[i] = ' ', copy[++i] = ' ';
      else if (inside)
        copy[i] = ' ';
    }
  return copy;
}

/* The line that SPOT stands on, without its strings, when it holds a comment of ours; or NULL.  */
static const char *
commented_line (struct avow_unit *unit, const struct avow_spot *spot, size_t *len)
{
  expanded_location where = expand_location (spot->loc);
  const char *line = where.file ? avow_source_line (where.file, where.line, len) : NULL;

  return line && memmem (line, *len, "avow:", 5) ? without_strings (unit, line, *len) : NULL;
}

void
avow_mark_allowed (struct avow_unit *unit, const struct avow_spot *spot,
                   const struct avow_stmt *stmt, struct avow_result *result)
{
  /* What becomes of register variables is only known when the code is there.  */
  uint64_t later = avow_has_register_variable (stmt) ? UINT64_C (1) << AVOW_RULE_LIFETIME : 0;
  const char *line;
  size_t len;

  if (memmem (stmt->text, stmt->len, "avow:", 5))
    apply (unit, spot, stmt->text, stmt->len, true, later, result);
  if (result->n_findings == 0 || spot->loc == UNKNOWN_LOCATION)
    return;
  line = commented_line (unit, spot, &len);
  if (line)
    apply (unit, spot, line, len, false, 0, result);
}

void
avow_mark_added (struct avow_unit *unit, const struct avow_spot *spot, const struct avow_stmt *stmt,
                 struct avow_finding *f)
{
  struct avow_result result = { AVOW_VIOLATION, 0, f, 1, NULL, 0 };
  const char *line;
  size_t len;

  if (memmem (stmt->text, stmt->len, "avow:", 5))
    apply (unit, spot, stmt->text, stmt->len, false, 0, &result);
  line = spot->loc != UNKNOWN_LOCATION ? commented_line (unit, spot, &len) : NULL;
  if (line)
    apply (unit, spot, line, len, false, 0, &result);
}
