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

/* And whether R of the statement as written holds a finding like F of D, no less grave.  */
static bool
had_finding (const struct avow_draft *d, const struct avow_result *r, const struct avow_finding *f)
{
  for (unsigned i = 0; i < r->n_findings; i++)
    if (r->findings[i].rule == f->rule && r->findings[i].kind <= f->kind
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

/* Is trial draft D, made for some findings of BEFORE, good?  NULL, or why not.  AFTER is what the check says.  */
static const char *
judge_trial (struct avow_unit *unit, const struct avow_draft *d, const struct avow_result *before,
             const struct avow_result **after)
{
  if (d->without_red_zone && !unit->defers)
    return "the frame is laid out at the link";
  if (!avow_registers_suffice (&d->stmt))
    return "no register would be left for an operand";
  *after = avow_memo_check (&unit->memo, &d->stmt, &unit->options, &unit->scratch);
  return is_worse (d, before, *after) ? "it would break something else" : NULL;
}

/* Edit E, with "memory" in place of a memory operand.  */
static struct avow_edit
coarse (struct avow_edit e)
{
  if (e.kind == AVOW_EDIT_MEMORY)
    e.kind = AVOW_EDIT_CLOBBER;
  return e;
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

  after = avow_memo_check (&unit->memo, &d->stmt, &unit->options, &unit->scratch);
  if (!has_finding (d, after, f))
    return NULL; /* another repair has mended it */
  if (!avow_draft_copy (&trial, d, &unit->scratch))
    return "out of memory";
  for (unsigned i = 0; i < f->n_edits; i++)
    {
      struct avow_edit e = coarse (f->edits[i]);
      why = avow_draft_edit (&trial, &e, &unit->scratch);
      if (why)
        return why;
    }
  why = judge_trial (unit, &trial, before, &after);
  if (why)
    return why;
  if (has_finding (&trial, after, f))
    return "the finding would remain";
  *d = trial;
  return NULL;
}

/* ---- memory operands ------------------------------------------------------------------------------------ */

static bool
names_memory (const struct avow_finding *f)
{
  return f->n_edits && f->edits[0].kind == AVOW_EDIT_MEMORY;
}

/* Does D clobber "memory", or is it not known what the statement does to memory?  Memory operands are of
   no use then.  */
static bool
wants_all_memory (const struct avow_draft *d, const struct avow_result *before)
{
  for (unsigned i = 0; i < d->stmt.n_clobbers; i++)
    if (strcmp (d->clobbers[i], "memory") == 0)
      return true;
  for (unsigned i = 0; i < before->n_gaps; i++)
    if (before->gaps[i].reason == AVOW_REASON_MEMORY_COVER)
      return true;
  return false;
}

/* Try memory operands for all the findings that are WANTED at once: each alone would leave those of the others, which
   are about "memory" too.  */
static bool
try_memory_operands (struct avow_unit *unit, struct avow_draft *d, const struct avow_result *before,
                     const bool *wanted)
{
  struct avow_draft trial;
  const struct avow_result *after;

  if (wants_all_memory (d, before) || !avow_draft_copy (&trial, d, &unit->scratch))
    return false;
  for (unsigned i = 0; i < before->n_findings; i++)
    if (wanted[i] && names_memory (&before->findings[i])
        && avow_draft_edit (&trial, &before->findings[i].edits[0], &unit->scratch))
      return false;
  if (judge_trial (unit, &trial, before, &after))
    return false;
  for (unsigned i = 0; i < before->n_findings; i++)
    if (wanted[i] && names_memory (&before->findings[i])
        && has_finding (&trial, after, &before->findings[i]))
      return false;
  *d = trial;
  return true;
}

/* ---- advice ---------------------------------------------------------------------------------------------- */

/* Whether draft D with result AFTER has no finding but advice that BEFORE has not, and no more gaps.  */
static bool
is_as_clean (const struct avow_result *before, const struct avow_result *after,
             const struct avow_draft *d)
{
  for (unsigned i = 0; i < after->n_findings; i++)
    if (after->findings[i].kind != AVOW_ADVICE && !had_finding (d, before, &after->findings[i]))
      return false;
  return after->n_gaps <= before->n_gaps;
}

/* Make edit E, which names operands as D numbers them, in TRIAL.  */
static bool
edit_again (const struct avow_draft *d, struct avow_draft *trial, struct avow_edit e,
            struct avow_arena *arena)
{
  if (e.operand >= 0)
    {
      if ((unsigned)e.operand >= d->stmt.n_operands || d->origins[e.operand].origin != AVOW_WRITTEN)
        return false;
      e.operand = d->origins[e.operand].of;
    }
  return avow_draft_edit (trial, &e, arena) == NULL;
}

/* Follow advice F about D, on D, when the statement is as clean behind it as it was BEFORE.  */
static bool
try_advice (struct avow_unit *unit, struct avow_draft *d, const struct avow_finding *f,
            const struct avow_result *before)
{
  struct avow_draft trial;
  const struct avow_result *after;

  if (!avow_draft_copy (&trial, d, &unit->scratch))
    return false;
  for (unsigned i = 0; i < f->n_edits; i++)
    if (!edit_again (d, &trial, f->edits[i], &unit->scratch))
      return false;
  if (judge_trial (unit, &trial, before, &after) || !is_as_clean (before, after, &trial)
      || has_finding (d, after, f))
    return false;
  *d = trial;
  return true;
}

static bool
is_allowed (const struct avow_result *r, unsigned rule)
{
  for (unsigned i = 0; i < r->n_findings; i++)
    if (r->findings[i].rule == rule && r->findings[i].allowed)
      return true;
  return false;
}

/* Follow the first advice about D that can be followed.  */
static bool
refine_once (struct avow_unit *unit, struct avow_draft *d, const struct avow_result *result)
{
  const struct avow_result *now
      = avow_memo_check (&unit->memo, &d->stmt, &unit->options, &unit->scratch);

  for (unsigned i = 0; i < now->n_findings; i++)
    {
      const struct avow_finding *f = &now->findings[i];
      if (f->kind == AVOW_ADVICE && f->n_edits && !is_allowed (result, f->rule)
          && try_advice (unit, d, f, now))
        return true;
    }
  return false;
}

#define MAX_ADVICE 16

/* What the source needs less than D says: in REFINED.  False when there is nothing.  One advice leads to the next: volatile is
   only looked at when "memory" is gone.  */
static bool
refine (struct avow_unit *unit, const struct avow_draft *d, const struct avow_result *result,
        struct avow_draft *refined)
{
  unsigned n = 0;

  if (!unit->settings.refine || !avow_draft_copy (refined, d, &unit->scratch))
    return false;
  while (n < MAX_ADVICE && refine_once (unit, refined, result))
    n++;
  return n > 0;
}

/* ---- saying what was done ------------------------------------------------------------------------------- */

static const char *
describe_clobbers (struct avow_unit *unit, const char *names)
{
  const char *text = strchr (names, ' ') ? "added clobbers" : "added clobber";

  while (*names && text)
    {
      size_t n = strcspn (names, " ");
      text = avow_printf (&unit->scratch, "%s%s\"%.*s\"", text, strchr (text, '"') ? ", " : " ", (int) n, names);
      names += n + strspn (names + n, " ");
    }
  return text;
}

static const char *
describe_edit (struct avow_unit *unit, const struct avow_edit *e, bool memory_operands)
{
  if (e->kind == AVOW_EDIT_MEMORY && memory_operands)
    return avow_printf (&unit->scratch, "declared the %llu byte%s of memory %s operand %d, \"%sm\"",
                        (unsigned long long)e->extent.size, e->extent.size == 1 ? "" : "s",
                        e->extent.from ? "near" : "at", e->operand,
                        !e->extent.written ? ""
                        : e->extent.read   ? "+"
                                           : "=");
  if (e->kind == AVOW_EDIT_CLOBBER || e->kind == AVOW_EDIT_MEMORY)
    return describe_clobbers (unit, e->text);
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

static bool
has_memory_operands (const struct avow_draft *d)
{
  for (unsigned i = 0; i < d->stmt.n_operands; i++)
    if (d->origins[i].origin == AVOW_REACHED)
      return true;
  return false;
}

static void
say_repaired (struct avow_unit *unit, const struct avow_spot *spot, const struct avow_draft *d,
              const struct avow_finding *f)
{
  const char *what = f->n_edits ? "" : "by the other repairs";

  for (unsigned i = 0; i < (names_memory (f) && has_memory_operands (d) ? 1 : f->n_edits); i++)
    what = avow_printf (&unit->scratch, "%s%s%s", what ? what : "", i ? ", " : "",
                        describe_edit (unit, &f->edits[i], has_memory_operands (d)));
  what = avow_printf (&unit->scratch, "repaired: %s", what ? what : "");
  if (what)
    avow_say (unit, spot, AVOW_NOTE, avow_rule_names[f->rule], what, what, true);
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
      say_repaired (unit, spot, d, f);
    }
}

/* What became of the findings.  */
struct outcome
{
  bool *wanted;     /* the finding is to be repaired */
  const char **why; /* it was not, because of this */
  bool changed;
};

/* Is finding F to be repaired?  What only might go wrong is not worth a change of the source.  */
static bool
is_wanted (const struct avow_finding *f, bool in_compile)
{
  return !f->allowed && f->n_edits && f->kind != AVOW_ADVICE
         && (in_compile || f->kind == AVOW_DEFECT);
}

/* Repair on D what is wanted of RESULT: memory last, as operands when OPERANDS, because it can do
   without registers.  */
static void
repair_draft (struct avow_unit *unit, struct avow_draft *d, const struct avow_result *result,
              bool operands, struct outcome *o)
{
  bool any = false, precise = false;

  o->changed = false;
  for (unsigned i = 0; i < result->n_findings; i++)
    if (o->wanted[i] && !names_memory (&result->findings[i]))
      {
        o->why[i] = try_finding (unit, d, &result->findings[i], result);
        o->changed |= !o->why[i];
      }
    else
      any |= o->wanted[i];
  if (any && operands)
    precise = try_memory_operands (unit, d, result, o->wanted);
  o->changed |= precise;
  for (unsigned i = 0; i < result->n_findings && any; i++)
    if (o->wanted[i] && names_memory (&result->findings[i]))
      {
        o->why[i] = precise ? NULL : try_finding (unit, d, &result->findings[i], result);
        o->changed |= !o->why[i];
      }
}

/* Findings without edits have none because what is meant is not known: a value that was never passed, another
   instruction, a jump.  */
static void
explain_failures (struct avow_unit *unit, struct avow_result *result, const struct outcome *o)
{
  for (unsigned i = 0; i < result->n_findings; i++)
    {
      struct avow_finding *f = &result->findings[i];
      if (f->kind != AVOW_DEFECT || f->allowed)
        continue;
      if (o->why[i] || !f->n_edits)
        explain_failure (unit, f, o->why[i] ? o->why[i] : "this is for the programmer to decide");
    }
}

static bool
begin_repair (struct avow_unit *unit, const struct avow_result *result, bool in_compile,
              struct outcome *o)
{
  o->wanted = (bool *)avow_calloc (&unit->scratch, result->n_findings + 1, sizeof *o->wanted);
  o->why = (const char **)avow_calloc (&unit->scratch, result->n_findings + 1, sizeof *o->why);
  if (!o->wanted || !o->why)
    return false;
  for (unsigned i = 0; i < result->n_findings; i++)
    o->wanted[i] = is_wanted (&result->findings[i], in_compile);
  return true;
}

/* Offer draft D for the source, with less where advice is asked for.  An operand cannot always be named twice there (it
   may have side effects), and then "memory" is offered.  */
static void
offer_patch (struct avow_unit *unit, const struct avow_spot *spot, const struct avow_stmt *stmt,
             const struct avow_result *result, const struct avow_draft *d, struct outcome *o)
{
  struct avow_draft other;
  bool repaired = o->changed;

  if ((refine (unit, d, result, &other) && avow_patch (unit, spot, &other)) || !repaired
      || avow_patch (unit, spot, d) || !has_memory_operands (d)
      || !avow_draft_begin (&other, stmt, &register_facts, &unit->scratch))
    return;
  repair_draft (unit, &other, result, false, o);
  if (o->changed)
    avow_patch (unit, spot, &other);
}

void
avow_repair (struct avow_unit *unit, const struct avow_spot *spot,
             const struct avow_stmt *stmt, struct avow_result *result)
{
  bool fix = unit->settings.mode == AVOW_MODE_FIX && spot->gsi;
  struct avow_draft d;
  struct outcome o;
  bool changed;

  if (!avow_draft_begin (&d, stmt, &register_facts, &unit->scratch)
      || !begin_repair (unit, result, fix, &o))
    return;
  repair_draft (unit, &d, result, true, &o);
  if (fix)
    explain_failures (unit, result, &o);
  changed = o.changed;
  offer_patch (unit, spot, stmt, result, &d, &o);
  if (!fix || !changed)
    return;
  if (d.without_red_zone)
    avow_give_up_red_zone (unit, spot->loc, d.stmt.text);
  avow_rebuild (spot->gsi, &d);
  mark_fixed (unit, spot, &d, result);
}
