/* repair.cc - mode=fix: change the contract so that the promise becomes true.

   A finding carries the edits of the contract that would make it go away.  They
   are tried one finding after the other on a copy of the statement (struct
   contract): the copy is checked again, and the edits are kept only when the
   finding is gone, no new one has come, and registers still suffice.  What was
   kept is then built into a new GIMPLE_ASM, in place of the old one, before
   anything has been optimised on the strength of the old promise.

   Nothing of the old statement is modified: its operand lists may be shared.
   A basic asm has no clobber list (GCC drops clobbers while the basic flag is
   set), so it becomes an extended one: `%' and on some targets `{|}' in its
   text must be escaped, and the "memory" clobber that every basic asm has
   silently must be written.  */
#include "glue.h"

#define MAX_ADDED 16

/* A contract under repair.  */
struct contract
{
  struct avow_stmt stmt;
  struct avow_operand *operands; /* = stmt.operands, writable */
  const char **clobbers;         /* = stmt.clobbers; the last N_ADDED are new */
  unsigned n_added;
  bool made_volatile;
};

/* ---- copies -------------------------------------------------------------------------------- */

static bool
copy_contract (struct contract *to, const struct avow_stmt *from, unsigned n_added,
               struct avow_arena *arena)
{
  unsigned n = from->n_clobbers;

  to->stmt = *from;
  to->n_added = n_added;
  to->made_volatile = false;
  to->clobbers = (const char **) avow_calloc (arena, n + MAX_ADDED + 1, sizeof (char *));
  to->operands = (struct avow_operand *) avow_calloc (arena, from->n_operands + 1,
                                                      sizeof *to->operands);
  if (!to->clobbers || !to->operands)
    return false;
  if (n)
    memcpy (to->clobbers, from->clobbers, n * sizeof (char *));
  if (from->n_operands)
    memcpy (to->operands, from->operands, from->n_operands * sizeof *to->operands);
  to->stmt.clobbers = to->clobbers;
  to->stmt.operands = to->operands;
  return true;
}

static bool
is_special (char c)
{
#ifdef ASSEMBLER_DIALECT
  return c && strchr ("%{|}", c);
#else
  return c == '%';
#endif
}

/* The text of a basic asm as a template of an extended one.  */
static void
extend (struct contract *c, struct avow_arena *arena)
{
  char *text, *p;

  if (!c->stmt.is_basic)
    return;
  text = p = (char *) avow_alloc (arena, 2 * c->stmt.len + 1);
  if (!text)
    return;
  for (size_t i = 0; i < c->stmt.len; i++)
    {
      if (is_special (c->stmt.text[i]))
        *p++ = '%';
      *p++ = c->stmt.text[i];
    }
  *p = 0;
  c->stmt.text = text;
  c->stmt.len = p - text;
  c->stmt.is_basic = false;
  c->clobbers[c->stmt.n_clobbers++] = "memory";
  c->n_added++;
}

/* ---- one edit: NULL, or why it cannot be made -------------------------------------------------- */

static const char *
add_clobber (struct contract *c, const char *name, struct avow_arena *arena)
{
  const char *why = avow_cannot_clobber (name);

  if (why)
    return why;
  extend (c, arena);
  for (unsigned i = 0; i < c->stmt.n_clobbers; i++)
    if (avow_same_register (c->clobbers[i], name))
      return NULL;
  for (unsigned i = 0; i < c->stmt.n_operands; i++)
    if (c->operands[i].hard_reg && avow_same_register (c->operands[i].hard_reg, name))
      return "an operand is in this register";
  if (c->n_added == MAX_ADDED)
    return "too many changes";
  c->clobbers[c->stmt.n_clobbers++] = name;
  c->n_added++;
  return NULL;
}

static const char *
set_earlyclobber (struct contract *c, int operand, struct avow_arena *arena)
{
  struct avow_operand *op;

  if (operand < 0 || (unsigned) operand >= c->stmt.n_outputs)
    return "the operand is not an output";
  op = &c->operands[operand];
  if (op->constraint[0] != '=' || strchr (op->constraint, ',') || strchr (op->constraint, '@'))
    return "its constraint is too complicated";
  if (!strchr (op->constraint, '&'))
    op->constraint = avow_printf (arena, "=&%s", op->constraint + 1);
  return op->constraint ? NULL : "out of memory";
}

static const char *
apply_edit (struct contract *c, const struct avow_edit *e, struct avow_arena *arena)
{
  switch (e->kind)
    {
    case AVOW_EDIT_CLOBBER:
      return e->text ? add_clobber (c, e->text, arena) : "nothing to add";
    case AVOW_EDIT_VOLATILE:
      c->stmt.is_volatile = c->made_volatile = true;
      return NULL;
    case AVOW_EDIT_EARLYCLOBBER:
      return set_earlyclobber (c, e->operand, arena);
    default:
      return "this kind of change is left to the programmer";
    }
}

/* ---- is it better? -------------------------------------------------------------------------------- */

static bool
same_string (const char *a, const char *b)
{
  return a == b || (a && b && strcmp (a, b) == 0);
}

/* Whether R holds a finding like F.  Not by instruction: once one instruction's
   write is declared, the next one's must not remain.  */
static bool
has_finding (const struct avow_result *r, const struct avow_finding *f)
{
  for (unsigned i = 0; i < r->n_findings; i++)
    if (r->findings[i].rule == f->rule && same_string (r->findings[i].subject, f->subject))
      return true;
  return false;
}

/* Whether a statement with result AFTER has a defect that it had not BEFORE, or
   is less understood.  */
static bool
is_worse (const struct avow_result *before, const struct avow_result *after)
{
  if (after->n_gaps > before->n_gaps)
    return true;
  for (unsigned i = 0; i < after->n_findings; i++)
    if (after->findings[i].kind == AVOW_DEFECT && !has_finding (before, &after->findings[i]))
      return true;
  return false;
}

/* Try the edits of F on top of C.  On success C has them and NULL is returned,
   otherwise C is as before and the reason is returned.  */
static const char *
try_finding (struct avow_unit *unit, struct contract *c, const struct avow_finding *f,
             const struct avow_result *before)
{
  struct contract trial;
  const struct avow_result *after;
  const char *why;

  if (!copy_contract (&trial, &c->stmt, c->n_added, &unit->scratch))
    return "out of memory";
  trial.made_volatile = c->made_volatile;
  for (unsigned i = 0; i < f->n_edits; i++)
    {
      why = apply_edit (&trial, &f->edits[i], &unit->scratch);
      if (why)
        return why;
    }
  if (!avow_registers_suffice (&trial.stmt))
    return "no register would be left for an operand";
  after = avow_memo_check (&unit->memo, &trial.stmt, &unit->options, &unit->scratch);
  if (has_finding (after, f))
    return "the finding would remain";
  if (is_worse (before, after))
    return "it would break something else";
  *c = trial;
  return NULL;
}

/* ---- GIMPLE ------------------------------------------------------------------------------------------ */

static tree
string_tree (const char *s)
{
  return build_string (strlen (s) + 1, s);
}

/* Operand list node LINK with the constraint of OP: itself when that is the same.  */
static tree
operand_link (tree link, const struct avow_operand *op)
{
  tree purpose = TREE_PURPOSE (link);

  if (strcmp (TREE_STRING_POINTER (TREE_VALUE (purpose)), op->constraint) == 0)
    return link;
  return build_tree_list (build_tree_list (TREE_PURPOSE (purpose), string_tree (op->constraint)),
                          TREE_VALUE (link));
}

static void
rebuild (gimple_stmt_iterator *gsi, const struct contract *c)
{
  gasm *old = as_a<gasm *> (gsi_stmt (*gsi));
  unsigned n_out = gimple_asm_noutputs (old), n_old = c->stmt.n_clobbers - c->n_added;
  vec<tree, va_gc> *in = NULL, *out = NULL, *clobbers = NULL, *labels = NULL;
  gasm *fresh;

  for (unsigned i = 0; i < n_out; i++)
    vec_safe_push (out, operand_link (gimple_asm_output_op (old, i), &c->operands[i]));
  for (unsigned i = 0; i < gimple_asm_ninputs (old); i++)
    vec_safe_push (in, operand_link (gimple_asm_input_op (old, i), &c->operands[n_out + i]));
  for (unsigned i = 0; i < n_old; i++)
    vec_safe_push (clobbers, gimple_asm_clobber_op (old, i));
  for (unsigned i = n_old; i < c->stmt.n_clobbers; i++)
    vec_safe_push (clobbers, build_tree_list (NULL_TREE, string_tree (c->clobbers[i])));
  for (unsigned i = 0; i < gimple_asm_nlabels (old); i++)
    vec_safe_push (labels, gimple_asm_label_op (old, i));

  fresh = gimple_build_asm_vec (ggc_strdup (c->stmt.text), in, out, clobbers, labels);
  gimple_asm_set_volatile (fresh, gimple_asm_volatile_p (old) || c->stmt.is_volatile);
  gimple_asm_set_inline (fresh, gimple_asm_inline_p (old));
  gimple_set_location (fresh, gimple_location (old));
  gimple_set_block (fresh, gimple_block (old));
  gsi_replace (gsi, fresh, true);
}

/* ---- saying what was done ------------------------------------------------------------------------------- */

static const char *
describe_edit (struct avow_unit *unit, const struct avow_edit *e)
{
  if (e->kind == AVOW_EDIT_CLOBBER)
    return avow_printf (&unit->scratch, "added clobber \"%s\"", e->text);
  if (e->kind == AVOW_EDIT_EARLYCLOBBER)
    return avow_printf (&unit->scratch, "made operand %d earlyclobber", e->operand);
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
mark_fixed (struct avow_unit *unit, const struct avow_spot *spot, const struct contract *c,
            struct avow_result *result)
{
  const struct avow_result *after
      = avow_memo_check (&unit->memo, &c->stmt, &unit->options, &unit->scratch);

  for (unsigned i = 0; i < result->n_findings; i++)
    {
      struct avow_finding *f = &result->findings[i];
      if (f->allowed || f->kind == AVOW_ADVICE || has_finding (after, f))
        continue;
      f->fixed = true;
      say_repaired (unit, spot, f);
    }
}

void
avow_repair (struct avow_unit *unit, const struct avow_spot *spot,
             const struct avow_stmt *stmt, struct avow_result *result)
{
  struct contract c;
  bool changed = false;

  if (!copy_contract (&c, stmt, 0, &unit->scratch))
    return;
  for (unsigned i = 0; i < result->n_findings; i++)
    {
      struct avow_finding *f = &result->findings[i];
      const char *why;
      if (f->allowed || f->kind == AVOW_ADVICE || f->n_edits == 0)
        continue;
      why = try_finding (unit, &c, f, result);
      changed |= !why;
      if (why && f->kind == AVOW_DEFECT)
        explain_failure (unit, f, why);
    }
  if (!changed)
    return;
  rebuild (spot->gsi, &c);
  mark_fixed (unit, spot, &c, result);
}
