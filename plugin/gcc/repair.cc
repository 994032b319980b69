/* repair.cc - mode=fix: change the contract so that the promise becomes true.

   A finding carries the edits of the contract that would make it go away.  They
   are tried one finding after the other on a draft of the statement
   (repair/draft.c): the draft is checked again, and the edits are kept only when the
   finding is gone, no new one has come, and registers still suffice.  What was
   kept is then built into a new GIMPLE_ASM (rebuild.cc), in place of the old one, before
   anything has been optimised on the strength of the old promise.  */
#include "glue.h"

#ifdef ASSEMBLER_DIALECT
#define ESCAPED "%{|}"
#else
#define ESCAPED "%"
#endif

static const struct avow_register_facts register_facts
    = { avow_cannot_clobber, avow_same_register, ESCAPED };

/* ---- is it better? -------------------------------------------------------------------------------- */

/* Whether R, of draft D, holds a finding like F of the statement as written.  Not by instruction: once
   one instruction's write is declared, the next one's must not remain.  */
static bool
has_finding (const struct avow_draft *d, const struct avow_result *r, const struct avow_finding *f)
{
  for (unsigned i = 0; i < r->n_findings; i++)
    if (r->findings[i].rule == f->rule
        && avow_draft_same_subject (d, r->findings[i].subject, f->subject))
      return true;
  return false;
}

/* And whether R of the statement as written holds a finding like F of D.  */
static bool
had_finding (const struct avow_draft *d, const struct avow_result *r, const struct avow_finding *f)
{
  for (unsigned i = 0; i < r->n_findings; i++)
    if (r->findings[i].rule == f->rule
        && avow_draft_same_subject (d, f->subject, r->findings[i].subject))
      return true;
  return false;
}

/* Whether draft D with result AFTER has a defect that the statement had not BEFORE, or is less
   understood.  */
static bool
is_worse (const struct avow_draft *d, const struct avow_result *before,
          const struct avow_result *after)
{
  if (after->n_gaps > before->n_gaps)
    return true;
  for (unsigned i = 0; i < after->n_findings; i++)
    if (after->findings[i].kind == AVOW_DEFECT && !had_finding (d, before, &after->findings[i]))
      return true;
  return false;
}

/* Try the edits of F on top of D.  On success D has them and NULL is returned,
   otherwise D is as before and the reason is returned.  */
static const char *
try_finding (struct avow_unit *unit, struct avow_draft *d, const struct avow_finding *f,
             const struct avow_result *before)
{
  struct avow_draft trial;
  const struct avow_result *after;
  const char *why;

  if (!avow_draft_copy (&trial, d, &unit->scratch))
    return "out of memory";
  for (unsigned i = 0; i < f->n_edits; i++)
    {
      why = avow_draft_edit (&trial, &f->edits[i], &unit->scratch);
      if (why)
        return why;
    }
  if (trial.without_red_zone && !unit->defers)
    return "the frame is laid out at the link";
  if (!avow_registers_suffice (&trial.stmt))
    return "no register would be left for an operand";
  after = avow_memo_check (&unit->memo, &trial.stmt, &unit->options, &unit->scratch);
  if (has_finding (&trial, after, f))
    return "the finding would remain";
  if (is_worse (&trial, before, after))
    return "it would break something else";
  *d = trial;
  return NULL;
}

/* ---- saying what was done ------------------------------------------------------------------------------- */

static const char *
describe_edit (struct avow_unit *unit, const struct avow_edit *e)
{
  if (e->kind == AVOW_EDIT_CLOBBER)
    return avow_printf (&unit->scratch, "added clobber \"%s\"", e->text);
  if (e->kind == AVOW_EDIT_EARLYCLOBBER)
    return avow_printf (&unit->scratch, "made operand %d earlyclobber", e->operand);
  if (e->kind == AVOW_EDIT_REDZONE)
    return "the function does without the red zone";
  if (e->kind == AVOW_EDIT_INOUT)
    return avow_printf (&unit->scratch, "made operand %d an output too", e->operand);
  if (e->kind == AVOW_EDIT_READWRITE)
    return avow_printf (&unit->scratch, "made operand %d an input too", e->operand);
  return "made volatile";
}

static void
say_repaired (struct avow_unit *unit, const struct avow_spot *spot, const struct avow_finding *f)
{
  const char *what = f->n_edits ? "" : "by the other repairs";

  for (unsigned i = 0; i < f->n_edits; i++)
    what = avow_printf (&unit->scratch, "%s%s%s", what ? what : "", i ? ", " : "",
                        describe_edit (unit, &f->edits[i]));
  what = avow_printf (&unit->scratch, "repaired: %s", what ? what : "");
  if (what)
    avow_say (unit, spot, AVOW_NOTE, avow_rule_names[f->rule], what, what);
}

/* The reason is shown under the warning, as part of what to do.  */
static void
explain_failure (struct avow_unit *unit, struct avow_finding *f, const char *why)
{
  f->fix = f->fix ? avow_printf (&unit->scratch, "not repaired: %s; %s", why, f->fix)
                  : avow_printf (&unit->scratch, "not repaired: %s", why);
}

/* Findings that the accepted edits have made go away are fixed, whoever's they were.  */
static void
mark_fixed (struct avow_unit *unit, const struct avow_spot *spot, const struct avow_draft *d,
            struct avow_result *result)
{
  const struct avow_result *after
      = avow_memo_check (&unit->memo, &d->stmt, &unit->options, &unit->scratch);

  for (unsigned i = 0; i < result->n_findings; i++)
    {
      struct avow_finding *f = &result->findings[i];
      if (f->allowed || f->kind == AVOW_ADVICE || has_finding (d, after, f))
        continue;
      f->fixed = true;
      say_repaired (unit, spot, f);
    }
}

void
avow_repair (struct avow_unit *unit, const struct avow_spot *spot,
             const struct avow_stmt *stmt, struct avow_result *result)
{
  bool fix = unit->settings.mode == AVOW_MODE_FIX && spot->gsi;
  struct avow_draft d;
  bool changed = false;

  if (!avow_draft_begin (&d, stmt, &register_facts, &unit->scratch))
    return;
  for (unsigned i = 0; i < result->n_findings; i++)
    {
      struct avow_finding *f = &result->findings[i];
      const char *why;
      if (f->allowed || f->kind == AVOW_ADVICE || f->n_edits == 0)
        continue;
      if (!fix && f->kind != AVOW_DEFECT)
        continue; /* what only might go wrong is not worth a change of the source */
      why = try_finding (unit, &d, f, result);
      changed |= !why;
      if (why && f->kind == AVOW_DEFECT && fix)
        explain_failure (unit, f, why);
    }
  if (!changed)
    return;
  if (unit->patch_fd >= 0)
    avow_patch (unit, spot, &d);
  if (!fix)
    return;
  if (d.without_red_zone)
    avow_give_up_red_zone (unit, spot->loc, d.stmt.text);
  avow_rebuild (spot->gsi, &d);
  mark_fixed (unit, spot, &d, result);
}
