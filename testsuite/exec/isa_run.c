/* isa_run.c - run forms of instructions natively against what the effect tables say of them.

     isa_run [--seed N] [--pairs N] [--filter TEXT] [--rows FILE] [--mutate N [--least P] [--list 1]] FORMS

   FORMS has one form per line: its bytes in hexadecimal, a tab, its AT&T text.  ROWS gets one line per row and
   kind of thing that the runs have shown.  With --mutate N, N places of the tables are made wrong afterwards, one at a time;
   fewer than P percent noticed is a failure, and --list names the others.  Violations go to standard output.  The last line is "N passed, N failed".  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "sensitivity.h"

/* What the children leave behind.  */
struct shared
{
  volatile unsigned at;
  uint32_t verdicts[N_VERDICTS];
  uint32_t violations, forms_failed; /* forms that ran */
  uint64_t executions, microseconds;
  struct sensitivity sensitivity;
  struct row_record rows[];
};

struct job
{
  struct form *forms;
  unsigned n;
  uint64_t seed;
  unsigned pairs;
  const char *filter, *rows_file;
  const struct avow_arch *arch;
  struct shared *shared;
  uint16_t *row_of;     /* by form, shared */
  unsigned mutations, least;
  bool list;
};

/* ---- reading ------------------------------------------------------------------------------ */

static char *
read_file (const char *name)
{
  FILE *f = fopen (name, "rb");
  char *text = NULL;
  long n = 0;
  if (f && !fseek (f, 0, SEEK_END) && (n = ftell (f)) >= 0 && !fseek (f, 0, SEEK_SET)
      && (text = malloc ((size_t)n + 1)) && fread (text, 1, (size_t)n, f) == (size_t)n)
    text[n] = 0;
  else
    {
      perror (name);
      exit (2);
    }
  fclose (f);
  return text;
}

static bool
read_form (char *line, struct form *f)
{
  char *tab = strchr (line, '\t');
  unsigned byte;
  if (!tab || (tab - line) / 2 > (long)sizeof f->bytes)
    return false;
  f->len = 0;
  for (char *p = line; p < tab; p += 2)
    {
      if (sscanf (p, "%2x", &byte) != 1)
        return false;
      f->bytes[f->len++] = (uint8_t)byte;
    }
  f->text = tab + 1;
  return true;
}

static void
read_forms (struct job *j, const char *name)
{
  char *text = read_file (name);
  unsigned cap = 0;
  for (char *line = strtok (text, "\n"); line; line = strtok (NULL, "\n"))
    {
      if (j->n == cap && !(j->forms = realloc (j->forms, (cap = cap * 2 + 1024) * sizeof *j->forms)))
        exit (2);
      if (!read_form (line, &j->forms[j->n]))
        {
          fprintf (stderr, "%s: bad line: %s\n", name, line);
          exit (2);
        }
      if (!j->filter || strstr (j->forms[j->n].text, j->filter))
        j->n++;
    }
}

/* ---- working -------------------------------------------------------------------------------- */

static void
one_form (struct probe *p, struct shared *sh, const struct form *f, uint16_t *row_of)
{
  bool violation;
  enum verdict v = probe_form (p, f->text, f->bytes, f->len, &violation);
  sh->verdicts[v]++;
  sh->violations += violation;
  sh->forms_failed += violation && v == FORM_RAN;
  *row_of = 0xffff;
  if (v == FORM_UNKNOWN)
    printf ("no row: %s\n", f->text);
  else
    {
      struct row_record *r = &sh->rows[p->sub.e.row - p->arch->isa->rows];
      r->forms[v]++;
      r->violations += violation;
      if (v == FORM_RAN && !violation)
        *row_of = (uint16_t)(p->sub.e.row - p->arch->isa->rows);
    }
  avow_arena_reset (&p->arena);
}

static void
work (void *ctx, unsigned first)
{
  struct job *j = ctx;
  struct shared *sh = j->shared;
  static struct probe p;
  p.arch = j->arch;
  p.seed = j->seed;
  p.pairs = j->pairs;
  p.out = stdout;
  p.rows = sh->rows;
  p.observe = true;
  if (!exec_init ())
    return;
  for (unsigned i = first; i < j->n; i++)
    {
      clock_t start = clock ();
      sh->at = i;
      p.executions = 0;
      one_form (&p, sh, &j->forms[i], &j->row_of[i]);
      sh->executions += p.executions;
      sh->microseconds += (uint64_t)((double)(clock () - start) * 1e6 / CLOCKS_PER_SEC);
    }
  sh->at = j->n;
}

static void
lost (void *ctx, unsigned item, int status)
{
  struct job *j = ctx;
  if (item >= j->n)
    return;
  printf ("lost the process (status %#x) at: %s\n", (unsigned)status, j->forms[item].text);
  j->shared->verdicts[FORM_LOST]++;
  j->shared->violations++;
}

/* A mutated row may make the harness itself go wrong; that is noticing, too.  */
static void
lost_mutation (void *ctx, unsigned item, int status)
{
  struct sensitivity_job *m = ctx;
  (void)item, (void)status;
  m->result->tried[15]++;
}

static void
measure_sensitivity (struct job *j)
{
  struct sensitivity_job m = { j->arch, j->forms, j->row_of, j->n, j->mutations, j->pairs, j->seed, j->list,
                               &j->shared->at, &j->shared->sensitivity };
  exec_worker (sensitivity_work, lost_mutation, &m, &j->shared->at, m.count, 10);
  if (sensitivity_report (m.result) >= j->least)
    return;
  printf ("fewer than %u %% of the wrong rows were noticed\n", j->least);
  j->shared->violations++;
}

/* ---- reporting -------------------------------------------------------------------------------- */

static void
write_rows (const struct job *j)
{
  const struct avow_isa *isa = j->arch->isa;
  FILE *f = fopen (j->rows_file, "w");
  if (!f)
    {
      perror (j->rows_file);
      exit (2);
    }
  for (unsigned i = 0; i < isa->n_rows; i++)
    {
      const struct isa_row *row = &isa->rows[i];
      const struct row_record *r = &j->shared->rows[i];
      const char *file = isa_str (isa, isa->files[row->file]), *ext = isa_str (isa, isa->exts[row->ext]);
      for (unsigned v = 0; v < N_VERDICTS; v++)
        if (r->forms[v])
          fprintf (f, "%s:%u\t%s\t%s\t%u\t%u\n", file, row->line, ext, verdict_names[v], r->forms[v],
                   v == FORM_RAN ? r->states : 0);
      for (unsigned k = 0; k < MAX_EFFECTS && r->effects[k].used; k++)
        {
          char name[160];
          record_name (&r->effects[k].key, isa, name, sizeof name);
          fprintf (f, "%s:%u\t%s\t%s\t%u\t%s\n", file, row->line, ext, r->effects[k].seen ? "seen" : "unseen",
                   r->effects[k].tried, name);
        }
    }
  fclose (f);
}

static int
report (const struct job *j)
{
  const struct shared *sh = j->shared;
  double seconds = (double)sh->microseconds / 1e6;
  for (unsigned v = FORM_UNKNOWN; v < N_VERDICTS; v++)
    if (sh->verdicts[v])
      printf ("not run: %u (%s)\n", sh->verdicts[v], verdict_names[v]);
  printf ("%s: %u forms run, %llu executions in %.1f s: %.0f forms/s, %.0f executions/s, seed %llu\n", j->arch->name,
          sh->verdicts[FORM_RAN], (unsigned long long)sh->executions, seconds,
          seconds > 0 ? j->n / seconds : 0, seconds > 0 ? (double)sh->executions / seconds : 0,
          (unsigned long long)j->seed);
  printf ("%u passed, %u failed\n", sh->verdicts[FORM_RAN] - sh->forms_failed, sh->violations);
  return sh->violations != 0;
}

int
main (int argc, char **argv)
{
  struct job j = { .seed = 1, .pairs = 24 };
  int i = 1;
  for (; i + 1 < argc && !strncmp (argv[i], "--", 2); i += 2)
    {
      if (!strcmp (argv[i], "--seed"))
        j.seed = strtoull (argv[i + 1], NULL, 0);
      else if (!strcmp (argv[i], "--pairs"))
        j.pairs = (unsigned)strtoul (argv[i + 1], NULL, 0);
      else if (!strcmp (argv[i], "--filter"))
        j.filter = argv[i + 1];
      else if (!strcmp (argv[i], "--mutate"))
        j.mutations = (unsigned)strtoul (argv[i + 1], NULL, 0);
      else if (!strcmp (argv[i], "--least"))
        j.least = (unsigned)strtoul (argv[i + 1], NULL, 0);
      else if (!strcmp (argv[i], "--list"))
        j.list = argv[i + 1][0] == '1';
      else if (!strcmp (argv[i], "--rows"))
        j.rows_file = argv[i + 1];
      else
        break;
    }
  if (i + 1 != argc)
    {
      fputs ("usage: isa_run [--seed N] [--pairs N] [--filter TEXT] [--rows FILE] [--mutate N] FORMS\n", stderr);
      return 2;
    }
  read_forms (&j, argv[i]);
  j.arch = avow_arch_by_name (sizeof (void *) == 8 ? "x86_64" : "i386");
  j.shared = exec_shared (sizeof *j.shared + j.arch->isa->n_rows * sizeof (struct row_record));
  j.row_of = exec_shared (j.n * sizeof *j.row_of + 1);
  if (!j.shared || !j.row_of)
    return 2;
  exec_worker (work, lost, &j, &j.shared->at, j.n, 10);
  if (j.rows_file)
    write_rows (&j);
  if (j.mutations)
    measure_sensitivity (&j);
  return report (&j);
}
