/* soundness.c - does anything happen that avow called impossible?

     soundness [--bodies N] [--seed N] [--rounds N] [--tmp PREFIX] [--show] [--one N] [--without RULE] [--no-shrink] POOL

   Random bodies with random contracts (body.c, contract.c) are judged by avow, and run natively with random states
   and two assignments of registers (observe.c).  When avow understood all of a statement, every observed event must be
   explained by a finding; a verified statement without findings explains none.  Such a failure is shrunk, line by
   line, and printed as a stanza for `avow check'.

   The other way round, findings are counted for which no run showed anything: false alarms, or luck of the runs.
   POOL is a list of instructions (forms).  The last line is "N passed, N failed".  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "arena.h"
#include "assemble.h"
#include "exec.h"
#include "observe.h"

#define BATCH 2000
#define MAX_TEXT 2048

struct subject
{
  struct body body;
  struct code code[2];
  uint8_t verdict;
  bool gaps;
  uint64_t rules;         /* bit set of rules with a finding of any kind */
  uint64_t defects;       /* ... with a defect */
  uint64_t found_regs[4]; /* locations of clobber-register */
  uint32_t found_inputs;  /* variables of input-modified */
  uint64_t seed;
};

struct totals
{
  unsigned long bodies, assembled, ran, verified, violation, unverified, failures, lost;
  unsigned long findings[AVOW_N_RULES], witnessed[AVOW_N_RULES];
};

struct test
{
  const struct avow_arch *arch;
  struct pool pool;
  struct avow_arena arena;
  uint64_t seed;
  unsigned rounds;
  const char *prefix;
  bool show, no_shrink;
  struct avow_options options;
  unsigned shown[AVOW_N_RULES], printed;
  struct totals t;
};

/* ---- what avow says ----------------------------------------------------------------- */

static int
variable_of (const struct body *b, const char *subject)
{
  int n = *subject == '%' ? atoi (subject + 1) : -1;
  for (unsigned i = 0; i < b->n_vars; i++)
    if (n >= 0 && (b->vars[i].number == n || b->vars[i].tied == n))
      return (int)i;
  return -1;
}

static void
note_finding (struct subject *s, const struct avow_arch *arch, const struct avow_finding *f)
{
  int loc = avow_location (arch, f->subject), var = variable_of (&s->body, f->subject);
  if (f->kind == AVOW_ADVICE)
    return;
  s->rules |= UINT64_C (1) << f->rule;
  if (f->kind == AVOW_DEFECT)
    s->defects |= UINT64_C (1) << f->rule;
  if ((f->rule == AVOW_RULE_CLOBBER_REGISTER || f->rule == AVOW_RULE_INPUT_MODIFIED) && loc >= 0)
    s->found_regs[loc / 64] |= UINT64_C (1) << (loc % 64);
  if (f->rule == AVOW_RULE_INPUT_MODIFIED && var >= 0)
    s->found_inputs |= 1u << var;
}

static void
judge (struct test *t, struct subject *s)
{
  struct avow_result r;
  avow_check (&s->body.stmt, &t->options, &t->arena, &r);
  s->verdict = r.verdict;
  s->gaps = r.n_gaps != 0;
  s->rules = s->defects = s->found_inputs = 0;
  memset (s->found_regs, 0, sizeof s->found_regs);
  for (unsigned i = 0; i < r.n_findings; i++)
    note_finding (s, t->arch, &r.findings[i]);
  avow_arena_reset (&t->arena);
}

static uint64_t
rule_bits (const char *const *names)
{
  uint64_t bits = 0;
  for (; *names; names++)
    {
      int rule = avow_rule_by_name (*names, strlen (*names));
      if (rule >= 0)
        bits |= UINT64_C (1) << rule;
    }
  return bits;
}

/* The rules that may explain EVENT.  */
static uint64_t
explaining (uint32_t event)
{
  static const char *const stores[]
      = { "memory-write",  "memory-size",   "input-modified", "red-zone",
          "stack-pointer", "stack-operand", "memory-read",    "earlyclobber",
          "output-read",   "register-read", "width-mismatch", "clobber-register", NULL };
  static const char *const below[] = { "red-zone", "stack-pointer", NULL };
  static const char *const sp[]
      = { "stack-pointer", "reserved-register", "clobber-register", NULL };
  static const char *const flags[] = { "clobber-flags", NULL };
  static const char *const state[] = { "machine-state", "clobber-register", NULL };
  switch (event)
    {
    case EVENT_MEMORY: return rule_bits (stores);
    case EVENT_BELOW: return rule_bits (below);
    case EVENT_SP: return rule_bits (sp);
    case EVENT_FLAGS: return rule_bits (flags);
    case EVENT_STATE: return rule_bits (state);
    default: return ~(rule_bits (flags)); /* a wrong result has many causes */
    }
}

/* Are registers A among B?  */
static bool
covered (const uint64_t *a, const uint64_t *b)
{
  for (unsigned i = 0; i < 4; i++)
    if (a[i] & ~b[i])
      return false;
  return true;
}

/* The events that nothing avow said explains.  */
static uint32_t
unexplained (const struct subject *s, const struct events *e)
{
  static const uint32_t simple[]
      = { EVENT_RESULT, EVENT_MEMORY, EVENT_BELOW, EVENT_SP, EVENT_FLAGS, EVENT_STATE };
  uint32_t left = 0;
  if (s->gaps)
    return 0;
  /* A saved register comes back from an operand, which may live in another register that is destroyed; when
     that one is named, all is said.  */
  static const char *const destroyed[] = { "clobber-register", NULL };
  bool explained = s->body.saves && s->rules & rule_bits (destroyed);
  if (!covered (e->regs, s->found_regs) && !explained)
    left |= EVENT_REGISTER;
  for (unsigned i = 0; i < s->body.n_vars; i++)
    if (e->inputs & ~s->found_inputs & 1u << i && !covered (e->input_regs, s->found_regs) && !explained)
      left |= EVENT_INPUT;
  for (unsigned i = 0; i < sizeof simple / sizeof *simple; i++)
    if (e->kinds & simple[i] && !(s->rules & explaining (simple[i])))
      left |= simple[i];
  return left;
}

/* ---- batches ------------------------------------------------------------------------- */

/* Print both variants of S to TEXT (2 * MAX_TEXT bytes).  */
static void
print_variants (struct test *t, struct subject *s, struct rng *rng, struct assembly *a, char *text)
{
  for (unsigned v = 0; v < 2; v++)
    {
      char *out = text + v * MAX_TEXT;
      a[v].text = out;
      *out = 0;
      if (body_place (&s->body, t->arch, v == 1, rng, &s->code[v].place))
        body_print (&s->body, t->arch, &s->code[v].place, out, MAX_TEXT);
    }
}

static void
take_code (struct subject *s, const struct assembly *a)
{
  for (unsigned v = 0; v < 2; v++)
    {
      s->code[v].bytes = a[v].len ? a[v].bytes : NULL;
      s->code[v].len = a[v].len;
    }
}

struct work
{
  struct test *test;
  struct subject *subjects;
  unsigned n;
  struct events *events; /* shared */
  volatile unsigned *at;
};

static void
work (void *ctx, unsigned first)
{
  struct work *w = ctx;
  for (unsigned i = first; i < w->n; i++)
    {
      struct rng rng;
      *w->at = i;
      rng_seed (&rng, w->subjects[i].seed, "run");
      if (w->subjects[i].code[0].bytes)
        observe (&w->subjects[i].body, w->test->arch, w->subjects[i].code, w->test->rounds, &rng,
                 &w->events[i]);
    }
  *w->at = w->n;
}

static void
lost (void *ctx, unsigned item, int status)
{
  struct work *w = ctx;
  (void)status;
  memset (&w->events[item], 0, sizeof w->events[item]);
  w->test->t.lost++;
}

/* Assemble and run N subjects; EVENTS is shared memory.  False when as is not there.  */
static bool
run_all (struct test *t, struct subject *subjects, unsigned n, struct events *events,
         volatile unsigned *at)
{
  struct assembly *a = calloc (2 * n, sizeof *a);
  char *texts = malloc ((size_t)n * 2 * MAX_TEXT);
  uint8_t *code = NULL;
  if (a && texts)
    {
      for (unsigned i = 0; i < n; i++)
        {
          struct rng rng;
          rng_seed (&rng, subjects[i].seed, "place");
          print_variants (t, &subjects[i], &rng, &a[2 * i], texts + (size_t)i * 2 * MAX_TEXT);
        }
      code = assemble (a, 2 * n, t->prefix);
    }
  for (unsigned i = 0; code && i < n; i++)
    take_code (&subjects[i], &a[2 * i]);
  memset (events, 0, n * sizeof *events);
  struct work w = { t, subjects, n, events, at };
  *at = 0;
  if (code)
    exec_worker (work, lost, &w, at, n, 2);
  free (code);
  free (texts);
  free (a);
  return code != NULL;
}

/* ---- failures --------------------------------------------------------------------------- */

struct shared
{
  volatile unsigned at;
  struct events events[BATCH];
};

static bool
still_fails (struct test *t, struct subject *s, struct shared *shared, uint32_t kinds)
{
  body_finish (&s->body, t->arch);
  judge (t, s);
  return run_all (t, s, 1, shared->events, &shared->at)
         && unexplained (s, &shared->events[0]) & kinds;
}

/* Leave out lines, last ones first, while the failure stays.  */
static void
shrink (struct test *t, struct subject *s, struct shared *shared, uint32_t kinds)
{
  static struct subject smaller;
  bool again = true;
  while (again)
    {
      again = false;
      for (unsigned i = s->body.n_lines; i-- > 0;)
        {
          smaller = *s;
          struct body *b = &smaller.body;
          memmove (&b->lines[i], &b->lines[i + 1], (b->n_lines - i - 1) * sizeof *b->lines);
          b->n_lines--;
          if (still_fails (t, &smaller, shared, kinds))
            {
              *s = smaller;
              again = true;
            }
        }
    }
  body_finish (&s->body, t->arch);
}

static void
print_names (const struct avow_isa *isa, const uint64_t *set)
{
  for (unsigned l = 0; l < isa->n_locs; l++)
    if (set[l / 64] >> (l % 64) & 1)
      printf (" %s", isa_str (isa, isa->locs[l].name));
}

static void
print_events (const struct test *t, const struct subject *s, const struct events *e, uint32_t kinds)
{
  static const char *const names[] = { "registers",
                                       "inputs",
                                       "results",
                                       "stores outside",
                                       "stores below the stack pointer",
                                       "stack pointer",
                                       "flags",
                                       "direction flag, MXCSR or x87" };
  for (unsigned i = 0; i < 8; i++)
    if (kinds >> i & 1)
      printf ("# %s", names[i]);
  print_names (t->arch->isa, e->regs);
  for (unsigned i = 0; i < s->body.n_vars; i++)
    if ((e->inputs | e->results) >> i & 1)
      printf (" %%%d", s->body.vars[i].number);
  printf (" (%u runs)\n", e->ran);
}

static void
report (struct test *t, const struct subject *found, const struct events *e, struct shared *shared)
{
  static struct subject s;
  uint32_t kinds = unexplained (found, e);
  static struct events was;
  was = *e;
  t->t.failures++;
  if (t->no_shrink || t->printed++ >= 20)
    return;
  s = *found;
  printf ("FAIL: seed %llu\n", (unsigned long long)found->seed);
  print_events (t, &s, &was, kinds);
  shrink (t, &s, shared, kinds);
  body_show (&s.body);
  for (unsigned v = 0; v < 2; v++)
    {
      static char text[MAX_TEXT];
      struct rng rng;
      struct placing p[2];
      rng_seed (&rng, s.seed, "place");
      for (unsigned k = 0; k <= v; k++)
        if (!body_place (&s.body, t->arch, k == 1, &rng, &p[k]))
          break;
      body_print (&s.body, t->arch, &p[v], text, sizeof text);
      for (char *c = text; *c; c++)
        if (*c == '\n')
          *c = ';';
      printf ("# as %s\n", text);
    }
  fflush (stdout);
}

/* ---- precision -------------------------------------------------------------------------- */

/* Was the defect by RULE seen to do harm?  */
static bool
witnessed (const struct subject *s, const struct events *e, enum avow_rule rule)
{
  const char *name = avow_rule_names[rule];
  if (!strcmp (name, "clobber-register"))
    {
      for (unsigned i = 0; i < 4; i++)
        if (e->regs[i] & s->found_regs[i])
          return true;
      return (e->kinds & (EVENT_STATE | EVENT_INPUT)) != 0;
    }
  if (!strcmp (name, "input-modified"))
    return e->kinds & (EVENT_INPUT | EVENT_MEMORY);
  if (!strcmp (name, "memory-write") || !strcmp (name, "memory-size"))
    return e->kinds & (EVENT_MEMORY | EVENT_RESULT);
  if (!strcmp (name, "red-zone"))
    return e->kinds & EVENT_BELOW;
  if (!strcmp (name, "stack-pointer"))
    return e->kinds & EVENT_SP;
  return e->kinds & EVENT_RESULT;
}

static void
count_findings (struct test *t, const struct subject *s, const struct events *e)
{
  for (unsigned rule = 0; rule < AVOW_N_RULES; rule++)
    {
      if (!(s->defects >> rule & 1))
        continue;
      bool seen = witnessed (s, e, rule);
      t->t.findings[rule]++;
      t->t.witnessed[rule] += seen;
      if (!seen && t->show && t->shown[rule]++ < 5)
        {
          printf ("# %s without a witness, seed %llu\n", avow_rule_names[rule],
                  (unsigned long long)s->seed);
          body_show (&s->body);
        }
    }
}

static void
add_up (struct test *t, struct subject *subjects, unsigned n, struct shared *shared)
{
  static struct events events[BATCH];
  memcpy (events, shared->events, n * sizeof *events);
  for (unsigned i = 0; i < n; i++)
    {
      struct subject *s = &subjects[i];
      t->t.bodies++;
      t->t.assembled += s->code[0].bytes != NULL;
      if (!s->code[0].bytes || !events[i].ran)
        continue;
      t->t.ran++;
      t->t.verified += s->verdict == AVOW_VERIFIED;
      t->t.violation += s->verdict == AVOW_VIOLATION;
      t->t.unverified += s->verdict == AVOW_UNVERIFIED;
      if (!s->gaps && events[i].ran > 2)
        count_findings (t, s, &events[i]);
      if (unexplained (s, &events[i]))
        report (t, s, &events[i], shared);
    }
}

static bool
batch (struct test *t, unsigned n, uint64_t first, struct shared *shared)
{
  struct subject *subjects = calloc (n, sizeof *subjects);
  for (unsigned i = 0; subjects && i < n; i++)
    {
      struct rng rng;
      subjects[i].seed = first + i;
      rng_seed (&rng, first + i, "body");
      body_random (&subjects[i].body, &t->pool, t->arch, &rng, &t->arena);
      avow_arena_reset (&t->arena);
      judge (t, &subjects[i]);
    }
  bool ok = subjects && run_all (t, subjects, n, shared->events, &shared->at);
  if (ok)
    add_up (t, subjects, n, shared);
  free (subjects);
  return ok;
}

static void
summary (const struct test *t, double seconds)
{
  const struct totals *n = &t->t;
  printf ("%lu bodies, %lu assembled, %lu ran to the end: %lu verified, %lu with defects, %lu "
          "unverified; %lu lost; %.0f s\n",
          n->bodies, n->assembled, n->ran, n->verified, n->violation, n->unverified, n->lost,
          seconds);
  printf ("%-18s %9s %9s %8s\n", "defects of rule", "bodies", "witnessed", "percent");
  for (unsigned i = 0; i < AVOW_N_RULES; i++)
    if (n->findings[i])
      printf ("%-18s %9lu %9lu %8.1f\n", avow_rule_names[i], n->findings[i], n->witnessed[i],
              100.0 * (double)n->witnessed[i] / (double)n->findings[i]);
  printf ("%lu passed, %lu failed\n", n->ran - n->failures, n->failures);
}

int
main (int argc, char **argv)
{
  static struct test t = { .seed = 1, .rounds = 3, .prefix = "/tmp/soundness" };
  unsigned long bodies = 10000, one = 0;
  const char *without = NULL;
  int i = 1;
  for (; i + 1 < argc && argv[i][0] == '-'; i++)
    if (!strcmp (argv[i], "--show"))
      t.show = true;
    else if (!strcmp (argv[i], "--no-shrink"))
      t.no_shrink = true;
    else if (!strcmp (argv[i], "--without"))
      without = argv[++i];
    else if (!strcmp (argv[i], "--bodies"))
      bodies = strtoul (argv[++i], NULL, 0);
    else if (!strcmp (argv[i], "--seed"))
      t.seed = strtoul (argv[++i], NULL, 0);
    else if (!strcmp (argv[i], "--rounds"))
      t.rounds = (unsigned)strtoul (argv[++i], NULL, 0);
    else if (!strcmp (argv[i], "--tmp"))
      t.prefix = argv[++i];
    else if (!strcmp (argv[i], "--one"))
      one = strtoul (argv[++i], NULL, 0);
  t.arch = avow_arch_by_name ("x86_64");
  t.options = avow_default_options;
  if (without)
    t.options.disabled = UINT64_C (1) << avow_rule_by_name (without, strlen (without));
  if (i + 1 != argc || !pool_load (&t.pool, argv[i], t.arch) || !exec_init ())
    {
      fprintf (stderr, "usage: soundness [--bodies N] [--seed N] [--rounds N] [--tmp PREFIX] "
                       "[--show] [--one SEED] POOL\n");
      return 2;
    }
  observe_init ();
  struct shared *shared = exec_shared (sizeof *shared);
  time_t start = time (NULL);
  bool ok = shared != NULL;
  if (one)
    ok = ok && batch (&t, 1, one, shared);
  for (unsigned long done = 0; ok && !one && done < bodies; done += BATCH)
    ok = batch (&t, bodies - done < BATCH ? (unsigned)(bodies - done) : BATCH,
                t.seed * 1000000000 + done, shared);
  summary (&t, difftime (time (NULL), start));
  avow_arena_free (&t.arena);
  return !ok || t.t.failures || !t.t.verified;
}
