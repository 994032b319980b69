/* judge.cc - what happens to one statement, from start to end.  */
#include "glue.h"

#include "../report/stanza.h"

/* The memo's result belongs to all equal statements; what is marked in the
   findings belongs to this one.  False when there is no memory for that.  */
static bool
copy_findings (struct avow_result *r, struct avow_arena *arena)
{
  struct avow_finding *copy
      = (struct avow_finding *) avow_calloc (arena, r->n_findings, sizeof *copy);

  if (!copy)
    return false;
  memcpy (copy, r->findings, r->n_findings * sizeof *copy);
  r->findings = copy;
  return true;
}

/* The place that a diagnostic at SPOT names: for a macro, where it is used.  */
static struct avow_site
site_of (const struct avow_spot *spot)
{
  expanded_location where = expand_location (spot->loc);
  struct avow_site site = { where.file, 0, 0, NULL, NULL };

  if (where.line > 0)
    {
      site.line = where.line;
      site.column = where.column > 0 ? where.column : 0;
    }
  if (!site.file)
    site.file = main_input_filename;
  if (spot->function)
    site.function = lang_hooks.decl_printable_name (spot->function, 1);
  return site;
}

/* Append LINE to *FD, which writes the WHAT called FILE.  After the first failure nothing more is written: one
   error is enough.  */
void
avow_append (int *fd, const char *what, const char *file, struct avow_report_line line)
{
  int failure = avow_report_append (*fd, line);

  if (!failure)
    return;
  error_at (UNKNOWN_LOCATION, "cannot write the %s %qs: %s", what, file, xstrerror (failure));
  close (*fd);
  *fd = -1;
}

static void
report (struct avow_unit *unit, const struct avow_site *site, const struct avow_stmt *stmt,
        const struct avow_result *result)
{
  const char *level = unit->settings.mode == AVOW_MODE_ERROR ? "error" : "warning";

  if (unit->report_fd >= 0)
    avow_append (&unit->report_fd, "report", unit->settings.report,
            avow_json_line (site, stmt, result, level, &unit->scratch));
}

static void
capture (struct avow_unit *unit, const struct avow_site *site, const struct avow_stmt *stmt)
{
  if (unit->capture_fd >= 0)
    avow_append (&unit->capture_fd, "capture", unit->settings.capture,
            avow_stanza (site, stmt, &unit->scratch));
}

void
avow_announce (struct avow_unit *unit, const struct avow_spot *spot, const struct avow_site *site,
               const struct avow_stmt *stmt, const struct avow_result *result)
{
  if (unit->settings.mode != AVOW_MODE_AUDIT)
    avow_diagnose (unit, spot, stmt, result);
  report (unit, site, stmt, result);
}

/* Whether an input of STMT is a register variable: only the code shows whether a call comes before it.  */
bool
avow_has_register_variable (const struct avow_stmt *stmt)
{
  for (unsigned i = stmt->n_outputs; i < stmt->n_operands; i++)
    if (stmt->operands[i].hard_reg)
      return true;
  return false;
}

/* Whether more will be known about the statement when its code is there: its findings, a register variable, or, for the
   report, its text.  Statements that are not in a function being compiled have no code.  */
static bool
waits_for_code (const struct avow_unit *unit, const struct avow_spot *spot,
                const struct avow_stmt *stmt, const struct avow_result *result)
{
  return unit->defers && spot->gsi
         && (result->n_findings || unit->report_fd >= 0 || avow_has_register_variable (stmt));
}

/* Check STMT; what comments allow is marked.  */
static struct avow_result
check (struct avow_unit *unit, const struct avow_spot *spot, const struct avow_stmt *stmt)
{
  struct avow_result result
      = *avow_memo_check (&unit->memo, stmt, &unit->options, &unit->scratch);

  if (result.n_findings && !copy_findings (&result, &unit->scratch))
    {
      result.n_findings = 0;
      result.verdict = AVOW_UNVERIFIED;
    }
  avow_mark_allowed (unit, spot, stmt, &result);
  return result;
}

/* Whether the statement has a defect that a message will be about, which may show what would mend it.  */
static bool
wants_hints (const struct avow_unit *unit, const struct avow_spot *spot,
             const struct avow_result *result)
{
  return unit->settings.mode != AVOW_MODE_AUDIT && result->verdict == AVOW_VIOLATION
         && avow_may_speak (spot->loc);
}

void
avow_judge (struct avow_unit *unit, const struct avow_spot *spot, const struct avow_stmt *stmt)
{
  bool fix = unit->settings.mode == AVOW_MODE_FIX && spot->gsi;
  bool copy = avow_is_copy (unit, spot, stmt);
  struct avow_result result;
  struct avow_site site;

  if (copy && !fix)
    return;
  result = check (unit, spot, stmt);
  if ((fix || unit->patch_fd >= 0 || wants_hints (unit, spot, &result)) && result.n_findings)
    avow_repair (unit, spot, stmt, &result);
  if (copy)
    return;
  site = site_of (spot);
  capture (unit, &site, stmt);
  if (!waits_for_code (unit, spot, stmt, &result) || !avow_defer (unit, spot, &site, stmt, &result))
    avow_announce (unit, spot, &site, stmt, &result);
}

void
avow_judge_linked (struct avow_unit *unit, const struct avow_spot *spot,
                   const struct avow_stmt *stmt)
{
  struct avow_result result;
  struct avow_site site;

  if (avow_is_pending (unit, spot->loc, stmt))
    return; /* another copy */
  result = check (unit, spot, stmt);
  site = site_of (spot);
  if (result.n_findings || avow_has_register_variable (stmt))
    avow_defer (unit, spot, &site, stmt, &result);
}
