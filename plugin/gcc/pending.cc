/* pending.cc - keep what there is to say about a statement until its code has been seen.

   Findings are made before anything is inlined or allocated.  What they do in this build is only
   known when the last function has its registers, since every inlined copy counts.  So a statement with
   findings waits here; rtl.cc adds what it sees at each copy; and at the end everything is said in
   the order in which the statements were met, each finding once.

   Strings that belong to GCC are copied, because its garbage collector runs in between.  The function's
   declaration is kept alive for the line "In function ..." above a diagnostic.  */
#include "alloc.h"

struct avow_pending
{
  struct avow_pending *next, *chain;
  uint64_t key;
  location_t loc;
  tree function;
  struct avow_site site;
  struct avow_stmt stmt;
  struct avow_result result;
  struct avow_tally *tallies;   /* [result.n_findings] */
  unsigned n_copies;
};

/* ---- copies --------------------------------------------------------------------------- */

static const char *
keep_string (struct avow_unit *unit, const char *s)
{
  return s ? avow_strndup (&unit->keep, s, strlen (s)) : NULL;
}

static void *
keep_bytes (struct avow_unit *unit, const void *p, size_t n, size_t size)
{
  void *copy = avow_calloc (&unit->keep, n + 1, size);

  if (copy && n)
    memcpy (copy, p, n * size);
  return copy;
}

static void
keep_operand (struct avow_unit *unit, struct avow_operand *op)
{
#define KEEP_TEXT(field) op->field = keep_string (unit, op->field);
#define KEEP_NOTE(field) KEEP_TEXT (field)
#define KEEP_FLAG(field)
#define KEEP_BYTE(field)
#define KEEP_WORD(field)
#define KEEP_NUMBER(field)
#define KEEP_INTEGER(field)
#define KEEP_SET(field)
#define OPERAND_FIELD(kind, name, usual) KEEP_##kind (name)
#include "../fields.def"
#undef OPERAND_FIELD
  op->constraint = keep_string (unit, op->constraint);
}

static void
keep_statement (struct avow_unit *unit, struct avow_stmt *s)
{
  struct avow_operand *ops
      = (struct avow_operand *) keep_bytes (unit, s->operands, s->n_operands, sizeof *ops);
  const char **clobbers
      = (const char **) keep_bytes (unit, s->clobbers, s->n_clobbers, sizeof *clobbers);

  s->text = avow_strndup (&unit->keep, s->text, s->len);
  s->operands = ops;
  s->clobbers = clobbers;
  for (unsigned i = 0; ops && i < s->n_operands; i++)
    keep_operand (unit, &ops[i]);
  for (unsigned i = 0; clobbers && i < s->n_clobbers; i++)
    clobbers[i] = keep_string (unit, clobbers[i]);
}

/* The texts live in the memo, but for the reason of a comment and that of a failed repair.  */
static void
keep_result (struct avow_unit *unit, struct avow_result *r)
{
  r->findings
      = (struct avow_finding *) keep_bytes (unit, r->findings, r->n_findings, sizeof *r->findings);
  for (unsigned i = 0; r->findings && i < r->n_findings; i++)
    {
      r->findings[i].allowed = keep_string (unit, r->findings[i].allowed);
      r->findings[i].fix = keep_string (unit, r->findings[i].fix);
    }
}

/* ---- the list ---------------------------------------------------------------------------- */

#define N_CHAINS 256

uint64_t
avow_statement_key (location_t loc, const char *text)
{
  return avow_place_hash (loc) ^ (htab_hash_string (text) * UINT64_C (0x9e3779b97f4a7c15));
}

static void
enlist (struct avow_unit *unit, struct avow_pending *p)
{
  if (unit->pending_last)
    unit->pending_last->next = p;
  else
    unit->pending = p;
  unit->pending_last = p;
  p->chain = unit->pending_chains[p->key % N_CHAINS];
  unit->pending_chains[p->key % N_CHAINS] = p;
}

bool
avow_defer (struct avow_unit *unit, const struct avow_spot *spot, const struct avow_site *site,
            const struct avow_stmt *stmt, const struct avow_result *result)
{
  struct avow_pending *p = (struct avow_pending *) avow_alloc (&unit->keep, sizeof *p);

  if (!unit->pending_chains)
    unit->pending_chains = XCNEWVEC (struct avow_pending *, N_CHAINS);
  if (!p)
    return false;
  p->loc = LOCATION_LOCUS (spot->loc);
  p->key = avow_statement_key (p->loc, stmt->text);
  p->function = spot->function;
  p->site = *site;
  p->site.file = keep_string (unit, site->file);
  p->site.function = keep_string (unit, site->function);
  p->stmt = *stmt;
  keep_statement (unit, &p->stmt);
  p->result = *result;
  keep_result (unit, &p->result);
  p->tallies = (struct avow_tally *) avow_calloc (&unit->keep, result->n_findings + 1,
                                                  sizeof *p->tallies);
  if (unit->keep.failed)
    return false;
  enlist (unit, p);
  return true;
}

static bool
same_shape (const struct avow_stmt *s, const struct avow_asm_insn *a)
{
  return s->n_operands == a->n_operands && s->n_labels == a->n_labels;
}

static bool
same_constraints (const struct avow_stmt *s, const struct avow_asm_insn *a)
{
  for (unsigned i = 0; i < s->n_operands; i++)
    if (strcmp (s->operands[i].constraint, a->constraints[i]) != 0)
      return false;
  return true;
}

/* A macro may be used twice on a line, with operands of other kinds.  The port rewrites some constraints
   (targetm.md_asm_adjust: flag outputs), so equal ones are preferred and not required.  */
struct avow_pending *
avow_pending_for (struct avow_unit *unit, const struct avow_asm_insn *a)
{
  struct avow_pending *similar = NULL;
  uint64_t key;

  if (!unit->pending_chains)
    return NULL;
  key = avow_statement_key (a->loc, a->text);
  for (struct avow_pending *p = unit->pending_chains[key % N_CHAINS]; p; p = p->chain)
    if (p->key == key && strcmp (p->stmt.text, a->text) == 0 && same_shape (&p->stmt, a))
      {
        if (same_constraints (&p->stmt, a))
          return p;
        similar = p;
      }
  return similar;
}

bool
avow_is_pending (struct avow_unit *unit, location_t loc, const struct avow_stmt *stmt)
{
  const char **constraints
      = (const char **) avow_calloc (&unit->scratch, stmt->n_operands + 1, sizeof *constraints);
  const struct avow_asm_insn like = { NULL, stmt->text, LOCATION_LOCUS (loc), stmt->is_basic,
                                      stmt->n_operands, stmt->n_labels, NULL, constraints };

  if (!constraints)
    return false;
  for (unsigned i = 0; i < stmt->n_operands; i++)
    constraints[i] = stmt->operands[i].constraint;
  return avow_pending_for (unit, &like) != NULL;
}

const struct avow_stmt *
avow_pending_statement (const struct avow_pending *p)
{
  return &p->stmt;
}

const struct avow_result *
avow_pending_result (const struct avow_pending *p)
{
  return &p->result;
}

/* ---- what is seen at a copy -------------------------------------------------------------------- */

void
avow_pending_copy (struct avow_unit *unit, struct avow_pending *p, const struct avow_copy *copy)
{
  struct avow_copy *c;

  p->n_copies++;
  for (c = p->site.copies; c; c = c->next)
    if (!strcmp (c->function, copy->function) && !strcmp (c->text, copy->text))
      {
        c->count++;
        return;
      }
  c = (struct avow_copy *) avow_alloc (&unit->keep, sizeof *c);
  if (!c)
    return;
  c->function = keep_string (unit, copy->function);
  c->text = keep_string (unit, copy->text);
  c->count = 1;
  c->next = p->site.copies;
  p->site.copies = c;
}

void
avow_pending_harm (struct avow_unit *unit, struct avow_pending *p, unsigned finding,
                   const struct avow_harm *harm)
{
  struct avow_tally *t = &p->tallies[finding];
  bool first = harm->bites == AVOW_BITES && t->bites == 0;

  t->bites += harm->bites == AVOW_BITES;
  t->latent += harm->bites == AVOW_LATENT;
  if (first || !t->text)
    {
      t->text = keep_string (unit, harm->text);
      t->victim = keep_string (unit, harm->victim);
      t->where = keep_string (unit, harm->where);
    }
}

/* ---- saying it ------------------------------------------------------------------------------------ */

/* Where, and in how many of the copies.  */
static const char *
whereabouts (struct avow_unit *unit, const struct avow_pending *p, const struct avow_tally *t)
{
  const char *where = t->where ? avow_printf (&unit->keep, " in %s", t->where) : "";

  if (p->n_copies <= 1)
    return where;
  return avow_printf (&unit->keep, "%s (%u of %u copies)", where, t->bites, p->n_copies);
}

static void
conclude (struct avow_unit *unit, const struct avow_pending *p, struct avow_finding *f,
          const struct avow_tally *t)
{
  if (f->fixed || f->allowed)
    return;
  if (t->bites)
    {
      f->bites = AVOW_BITES;
      f->victim = t->victim;
      f->build = avow_printf (&unit->keep, "in this build: %s%s", t->text, whereabouts (unit, p, t));
    }
  else if (p->n_copies && t->latent == p->n_copies && f->kind == AVOW_DEFECT)
    {
      f->bites = AVOW_LATENT;
      f->build = avow_printf (&unit->keep, "latent: in this build %s", t->text);
    }
}

/* When linking, the defects themselves were said before; what they do here is the news.  */
static bool
keep_biting (struct avow_result *r)
{
  unsigned n = 0;

  for (unsigned i = 0; i < r->n_findings; i++)
    if (r->findings[i].bites == AVOW_BITES)
      {
        struct avow_finding *f = &r->findings[n++];
        *f = r->findings[i];
        f->message = f->build;
        f->build = f->fix = NULL;
      }
  r->n_findings = n;
  return n > 0;
}

static void
say (struct avow_unit *unit, struct avow_pending *p)
{
  struct avow_spot spot = { p->loc, p->function, NULL };

  for (unsigned i = 0; i < p->result.n_findings; i++)
    conclude (unit, p, &p->result.findings[i], &p->tallies[i]);
  if (unit->link_time && !keep_biting (&p->result))
    return;
  current_function_decl = p->function;
  avow_announce (unit, &spot, &p->site, &p->stmt, &p->result);
  current_function_decl = NULL_TREE;
  avow_arena_reset (&unit->scratch);
}

void
avow_say_pending (struct avow_unit *unit)
{
  tree function = current_function_decl;

  for (struct avow_pending *p = unit->pending; p; p = p->next)
    say (unit, p);
  current_function_decl = function;
  unit->pending = unit->pending_last = NULL;
  XDELETEVEC (unit->pending_chains);
  unit->pending_chains = NULL;
}

void
avow_mark_pending (struct avow_unit *unit)
{
  for (struct avow_pending *p = unit->pending; p; p = p->next)
    if (p->function)
      gt_ggc_mx_tree_node (p->function);
}
