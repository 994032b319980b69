/* pending.cc - keep what there is to say about a statement until its code has been seen.

   Findings are made before anything is inlined or allocated.  What they do in this build is only
   known when the last function has its registers, since every inlined copy counts.  So a statement with
   findings waits here; rtl.cc adds what it sees at each copy; and at the end everything is said in
   the order in which the statements were met, each finding once.

   Strings that belong to GCC are copied, because its garbage collector runs in between.  The function's
   declaration is kept alive for the line "In function ..." above a diagnostic.  */
#include "alloc.h"

/* Instances of a template, and what one line of a macro writes several times, are statements of their own with one
   place.  What is said is said once for all of them: they share the tallies of the first, their leader.  */
struct avow_pending
{
  struct avow_pending *next, *chains[2];
  uint64_t keys[2]; /* of place and text; of these and the function */
  location_t loc;
  tree function;
  struct avow_site site;
  struct avow_stmt stmt;
  struct avow_result result;
  unsigned n_first;             /* findings that were made before there was code */
  struct avow_tally *tallies;   /* [result.n_findings] */
  unsigned n_copies;
  struct avow_pending *leader;
  struct avow_tally *common; /* [n_first], in a leader */
  unsigned n_common;         /* copies */
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

#define N_CHAINS 4096

uint64_t
avow_statement_key (location_t loc, const char *text)
{
  return avow_place_hash (loc) ^ (htab_hash_string (text) * UINT64_C (0x9e3779b97f4a7c15));
}

/* KEY for the copies that were written in FUNCTION: clones and instances have it as their origin.  */
static uint64_t
key_in (uint64_t key, tree function)
{
  return function ? key + DECL_UID (DECL_ORIGIN (function)) * UINT64_C (0x9e3779b97f4a7c15) : key;
}

static struct avow_pending **
chain_of (struct avow_unit *unit, int which, uint64_t key)
{
  return &unit->pending_chains[which * N_CHAINS + key % N_CHAINS];
}

static bool
same_findings (const struct avow_pending *p, const struct avow_pending *q)
{
  if (p->n_first != q->n_first)
    return false;
  for (unsigned i = 0; i < p->n_first; i++)
    {
      const struct avow_finding *f = &p->result.findings[i], *g = &q->result.findings[i];
      if (f->rule != g->rule || f->insn != g->insn || strcmp (f->subject, g->subject) != 0)
        return false;
    }
  return true;
}

/* The statement at the place of P that speaks for it.  */
static struct avow_pending *
find_leader (struct avow_unit *unit, struct avow_pending *p)
{
  for (struct avow_pending *q = *chain_of (unit, 0, p->keys[0]); q; q = q->chains[0])
    if (q->keys[0] == p->keys[0])
      return same_findings (p, q->leader) ? q->leader : p;
  return p;
}

static void
enlist (struct avow_unit *unit, struct avow_pending *p)
{
  if (unit->pending_last)
    unit->pending_last->next = p;
  else
    unit->pending = p;
  unit->pending_last = p;
  p->leader = find_leader (unit, p);
  for (int i = 0; i < 2; i++)
    {
      struct avow_pending **chain = chain_of (unit, i, p->keys[i]);
      p->chains[i] = *chain;
      *chain = p;
    }
}

static struct avow_tally *
new_tallies (struct avow_unit *unit, unsigned n)
{
  return (struct avow_tally *)avow_calloc (&unit->keep, n + 1, sizeof (struct avow_tally));
}

bool
avow_defer (struct avow_unit *unit, const struct avow_spot *spot, const struct avow_site *site,
            const struct avow_stmt *stmt, const struct avow_result *result)
{
  struct avow_pending *p = (struct avow_pending *) avow_alloc (&unit->keep, sizeof *p);

  if (!unit->pending_chains)
    unit->pending_chains = XCNEWVEC (struct avow_pending *, 2 * N_CHAINS);
  if (!p)
    return false;
  p->loc = LOCATION_LOCUS (spot->loc);
  p->keys[0] = avow_statement_key (p->loc, stmt->text);
  p->keys[1] = key_in (p->keys[0], spot->function);
  p->function = spot->function;
  p->site = *site;
  p->site.file = keep_string (unit, site->file);
  p->site.function = keep_string (unit, site->function);
  p->stmt = *stmt;
  keep_statement (unit, &p->stmt);
  p->result = *result;
  keep_result (unit, &p->result);
  p->n_first = result->n_findings;
  p->tallies = new_tallies (unit, p->n_first);
  p->common = new_tallies (unit, p->n_first);
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
static struct avow_pending *
look_up (struct avow_unit *unit, int which, uint64_t key, const struct avow_asm_insn *a)
{
  struct avow_pending *similar = NULL;

  for (struct avow_pending *p = *chain_of (unit, which, key); p; p = p->chains[which])
    if (p->keys[which] == key && strcmp (p->stmt.text, a->text) == 0 && same_shape (&p->stmt, a))
      {
        if (same_constraints (&p->stmt, a))
          return p;
        similar = p;
      }
  return similar;
}

struct avow_pending *
avow_pending_for (struct avow_unit *unit, const struct avow_asm_insn *a)
{
  struct avow_pending *p;
  uint64_t key;

  if (!unit->pending_chains)
    return NULL;
  key = avow_statement_key (a->loc, a->text);
  p = look_up (unit, 1, key_in (key, a->function), a);
  return p ? p : look_up (unit, 0, key, a);
}

bool
avow_is_pending (struct avow_unit *unit, location_t loc, const struct avow_stmt *stmt)
{
  const char **constraints
      = (const char **) avow_calloc (&unit->scratch, stmt->n_operands + 1, sizeof *constraints);
  const struct avow_asm_insn like = { NULL,           stmt->text,     LOCATION_LOCUS (loc),
                                      NULL_TREE,      stmt->is_basic, stmt->n_operands,
                                      stmt->n_labels, NULL,           constraints };

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

bool
avow_pending_asks (const struct avow_pending *p)
{
  return p->result.n_findings || avow_has_register_variable (&p->stmt);
}

/* The copies in one function come one after the other.  */
#define MAX_TEXTS 64

void
avow_pending_copy (struct avow_unit *unit, struct avow_pending *p, const struct avow_copy *copy)
{
  struct avow_copy *c = p->site.copies;

  p->n_copies++;
  p->leader->n_common++;
  for (int n = 0; c && n < MAX_TEXTS && !strcmp (c->function, copy->function); c = c->next, n++)
    if (!strcmp (c->text, copy->text))
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

static void
count (struct avow_unit *unit, struct avow_tally *t, const struct avow_harm *harm)
{
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

void
avow_pending_harm (struct avow_unit *unit, struct avow_pending *p, unsigned finding,
                   const struct avow_harm *harm)
{
  count (unit, &p->tallies[finding], harm);
  if (finding < p->n_first)
    count (unit, &p->leader->common[finding], harm);
}

/* One more than there are of something of SIZE bytes.  */
static void *
grown (struct avow_unit *unit, const void *all, unsigned n, size_t size)
{
  void *more = avow_calloc (&unit->keep, n + 1, size);

  if (more && n)
    memcpy (more, all, n * size);
  return more;
}

bool
avow_pending_add (struct avow_unit *unit, struct avow_pending *p, const struct avow_finding *f)
{
  const struct avow_spot spot = { p->loc, p->function, NULL };
  unsigned n = p->result.n_findings;
  struct avow_finding *findings
      = (struct avow_finding *)grown (unit, p->result.findings, n, sizeof *findings);
  struct avow_tally *tallies = (struct avow_tally *)grown (unit, p->tallies, n, sizeof *tallies);

  if (!findings || !tallies)
    return false;
  findings[n] = *f;
  findings[n].subject = keep_string (unit, f->subject);
  findings[n].message = keep_string (unit, f->message);
  findings[n].fix = keep_string (unit, f->fix);
  tallies[n].latent = p->n_copies - 1; /* this copy is counted */
  tallies[n].text = "nothing destroys it in between";
  p->result.findings = findings;
  p->result.n_findings = n + 1;
  p->tallies = tallies;
  avow_mark_added (unit, &spot, &p->stmt, &findings[n]);
  if (!findings[n].allowed)
    p->result.verdict = AVOW_VIOLATION;
  return true;
}

/* ---- saying it ------------------------------------------------------------------------------------ */

/* Where, and in how many of the N copies.  */
static const char *
whereabouts (struct avow_unit *unit, const struct avow_tally *t, unsigned n)
{
  const char *where = t->where ? avow_printf (&unit->keep, " in %s", t->where) : "";

  return n <= 1 ? where : avow_printf (&unit->keep, "%s (%u of %u copies)", where, t->bites, n);
}

static enum avow_bites
verdict_of (const struct avow_tally *t, unsigned n_copies)
{
  return t->bites                            ? AVOW_BITES
         : n_copies && t->latent == n_copies ? AVOW_LATENT
                                             : AVOW_BITES_UNKNOWN;
}

/* The report speaks of finding I of this statement, the message of all at its place.  */
static void
conclude (struct avow_unit *unit, struct avow_pending *p, unsigned i)
{
  struct avow_finding *f = &p->result.findings[i];
  const struct avow_tally *own = &p->tallies[i];
  const struct avow_tally *t = i < p->n_first ? &p->leader->common[i] : own;
  unsigned n = i < p->n_first ? p->leader->n_common : p->n_copies;

  if (f->fixed || f->allowed)
    return;
  f->bites = verdict_of (own, p->n_copies);
  f->victim = f->bites == AVOW_BITES ? own->victim : NULL;
  switch (verdict_of (t, n))
    {
    case AVOW_BITES:
      f->build
          = avow_printf (&unit->keep, "in this build: %s%s", t->text, whereabouts (unit, t, n));
      break;
    case AVOW_LATENT:
      if (f->kind == AVOW_DEFECT)
        f->build = avow_printf (&unit->keep, "latent: in this build %s", t->text);
      break;
    default: break;
    }
}

/* When linking, the defects of the first N_FIRST findings themselves were said before; what they do here is the news.  */
static bool
keep_biting (struct avow_result *r, unsigned n_first)
{
  unsigned n = 0;

  for (unsigned i = 0; i < r->n_findings; i++)
    if (r->findings[i].bites == AVOW_BITES)
      {
        struct avow_finding *f = &r->findings[n++];
        *f = r->findings[i];
        if (i >= n_first)
          continue;
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
    conclude (unit, p, i);
  if (unit->link_time && !keep_biting (&p->result, p->n_first))
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
