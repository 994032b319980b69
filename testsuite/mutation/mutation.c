/* mutation.c - how many missing promises are reported?

     mutation [--list] [--all] [--strict] FILE...

   FILEs hold stanzas (plugin/report/stanza.c).  Of every statement that is verified, one promise
   after the other is taken away (mutant.c); when that matters (matters.c) the mutant should be
   reported.  The table has a line for each kind of mutation:

     made        mutants
     matter      of those, the ones that should be reported
     reported    there is a finding that the original does not have
     undecided   no finding, but the statement is no longer verified
     survived    still verified

   --list names survivors and undecided ones, --all also those that are reported although a walk found no
   difference.  The exit status tells whether all targets are met.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../plugin/cli/stanza.h"
#include "matters.h"

static const char *const rules[] = {
#define MUTATION(id, rule, text) rule,
#include "mutations.def"
#undef MUTATION
};

static const char *const texts[] = {
#define MUTATION(id, rule, text) text,
#include "mutations.def"
#undef MUTATION
};

struct counts
{
  unsigned long made, matter, reported, undecided, survived, unclear, extra;
};

struct test
{
  bool list, all;
  struct counts counts[N_MUTATIONS];
  unsigned long statements, verified, failed_walks;
  struct avow_arena original, mutated; /* memory for a statement, and for a mutant */
};

enum outcome
{
  SURVIVED,
  UNDECIDED,
  REPORTED
};

static bool
has_finding (const struct avow_result *r, const struct avow_finding *f)
{
  for (unsigned i = 0; i < r->n_findings; i++)
    if (r->findings[i].rule == f->rule && !strcmp (r->findings[i].subject, f->subject)
        && r->findings[i].kind == f->kind)
      return true;
  return false;
}

static enum outcome
outcome_of (const struct avow_result *before, const struct avow_result *after)
{
  for (unsigned i = 0; i < after->n_findings; i++)
    if (!has_finding (before, &after->findings[i]))
      return REPORTED;
  return after->n_gaps ? UNDECIDED : SURVIVED;
}

static void
print_quoted (const char *s, size_t len)
{
  for (size_t i = 0; i < len; i++)
    if (s[i] == '\n')
      fputs ("\\n", stdout);
    else
      putchar (s[i] == '\t' ? ' ' : s[i]);
}

static void
print_contract (const struct avow_stmt *s)
{
  for (unsigned i = 0; i < s->n_operands; i++)
    printf (" %s\"%s\"%u", i == s->n_outputs ? ": " : "", s->operands[i].constraint,
            (unsigned)s->operands[i].size);
  fputs (" :", stdout);
  for (unsigned i = 0; i < s->n_clobbers; i++)
    printf (" %s", s->clobbers[i]);
}

static void
list (const struct stanza *s, enum mutation kind, const struct mutant *m, const char *what)
{
  printf ("%s: %s: %s", what, rules[kind], texts[kind]);
  if (m->clobber)
    printf (" (%s)", m->clobber);
  else
    printf (" (%%%u)", m->operand);
  printf ("\n    %s:%u: ", s->site.file, s->site.line);
  print_quoted (s->stmt.text, s->stmt.len);
  fputs ("\n    was", stdout);
  print_contract (&s->stmt);
  fputs ("\n    is ", stdout);
  print_contract (&m->stmt);
  putchar ('\n');
}

static void
judge_mutant (struct test *t, const struct stanza *s, struct lab *lab,
              const struct avow_result *before, enum mutation kind, const struct mutant *m)
{
  static const char *const words[] = { "survived", "undecided" };
  struct counts *n = &t->counts[kind];
  struct avow_result after;
  enum matters matters = lab_matters (lab, kind, m, &t->mutated);

  n->made++;
  n->unclear += matters == MATTERS_UNCLEAR;
  if (matters != MATTERS && !t->all)
    return;
  avow_check (&m->stmt, &avow_default_options, &t->mutated, &after);
  enum outcome outcome = outcome_of (before, &after);
  if (matters != MATTERS)
    {
      n->extra += outcome == REPORTED;
      if (outcome == REPORTED && t->list && matters == MATTERS_NOT)
        list (s, kind, m, "reported without need");
      return;
    }
  n->matter++;
  n->reported += outcome == REPORTED;
  n->undecided += outcome == UNDECIDED;
  n->survived += outcome == SURVIVED;
  if (t->list && outcome != REPORTED)
    list (s, kind, m, words[outcome]);
}

static void
mutate_statement (struct test *t, const struct stanza *s)
{
  struct avow_result before;
  static struct lab lab;

  t->statements++;
  avow_check (&s->stmt, &avow_default_options, &t->original, &before);
  if (before.verdict != AVOW_VERIFIED || !before.n_insns || s->stmt.is_toplevel)
    return;
  t->verified++;
  if (!lab_init (&lab, &s->stmt, &t->original))
    {
      t->failed_walks++;
      return;
    }
  for (enum mutation kind = 0; kind < N_MUTATIONS; kind++)
    {
      struct mutant m;
      enum made made;
      if (avow_rule_by_name (rules[kind], strlen (rules[kind])) < 0)
        continue;
      for (unsigned i = 0;
           (made = make_mutant (&s->stmt, &lab.body, kind, i, &t->mutated, &m)) != MADE_END; i++)
        {
          if (made == MADE)
            judge_mutant (t, s, &lab, &before, kind, &m);
          avow_arena_reset (&t->mutated);
        }
    }
}

static int
mutate_file (struct test *t, const char *file)
{
  struct stanza_reader r = { .file = file };
  const struct stanza *s;
  char *text = stanza_load (file, &r.len);

  if (!text)
    {
      perror (file);
      return 2;
    }
  r.text = text;
  while ((s = stanza_next (&r)))
    {
      mutate_statement (t, s);
      avow_arena_reset (&t->original);
      avow_arena_reset (&t->mutated);
    }
  if (r.error)
    fprintf (stderr, "%s:%u: %s\n", file, r.line, r.error);
  avow_arena_free (&r.arena);
  free (text);
  return r.error ? 2 : 0;
}

/* ---- the table ------------------------------------------------------------------------- */

static double
target (const char *rule)
{
  return !strcmp (rule, "clobber-register") || !strcmp (rule, "input-modified") ? 98 : 95;
}

/* A rule's mutations together against its target; a handful of mutants says nothing.  */
static bool
rule_passes (const struct test *t, enum mutation first)
{
  struct counts sum = { 0 };
  double rate;

  for (enum mutation k = first; k < N_MUTATIONS; k++)
    if (!strcmp (rules[k], rules[first]))
      {
        sum.matter += t->counts[k].matter;
        sum.reported += t->counts[k].reported;
      }
  rate = sum.matter ? 100.0 * (double)sum.reported / (double)sum.matter : 100;
  printf ("%-18s %8lu %8lu %8.2f   at least %.0f%s\n", rules[first], sum.matter, sum.reported, rate,
          target (rules[first]), rate >= target (rules[first]) ? "" : ": MISSED");
  return rate >= target (rules[first]);
}

static bool
is_first_of_rule (enum mutation kind)
{
  for (enum mutation k = 0; k < kind; k++)
    if (!strcmp (rules[k], rules[kind]))
      return false;
  return avow_rule_by_name (rules[kind], strlen (rules[kind])) >= 0;
}

static bool
print_table (const struct test *t)
{
  bool ok = true;

  printf ("%lu statements, %lu verified\n\n%-72s %8s %8s %8s %9s %8s %8s\n", t->statements,
          t->verified, "mutation", "made", "matter", "reported", "undecided", "survived",
          "unclear");
  for (enum mutation k = 0; k < N_MUTATIONS; k++)
    {
      const struct counts *n = &t->counts[k];
      printf ("%-72s %8lu %8lu %8lu %9lu %8lu %8lu\n", texts[k], n->made, n->matter, n->reported,
              n->undecided, n->survived, n->unclear);
    }
  printf ("\n%-18s %8s %8s %8s\n", "rule", "matter", "reported", "percent");
  for (enum mutation k = 0; k < N_MUTATIONS; k++)
    if (is_first_of_rule (k))
      ok &= rule_passes (t, k);
  return ok;
}

int
main (int argc, char **argv)
{
  static struct test t;
  int status = 0, first = 1;

  for (; first < argc && argv[first][0] == '-'; first++)
    if (!strcmp (argv[first], "--list"))
      t.list = true;
    else if (!strcmp (argv[first], "--all"))
      t.all = true;
    else
      {
        fprintf (stderr, "usage: mutation [--list] [--all] FILE...\n");
        return 2;
      }
  for (int i = first; i < argc; i++)
    status |= mutate_file (&t, argv[i]);
  if (!print_table (&t) || !t.verified)
    status |= 1;
  avow_arena_free (&t.original);
  avow_arena_free (&t.mutated);
  return status;
}
