/* sensitivity.c - see sensitivity.h.  */
#include "sensitivity.h"

#include <stdlib.h>
#include <string.h>

#include "mutate.h"

#define MAX_MUTATIONS 128
#define FORMS_PER_MUTATION 24

struct sampler
{
  const struct sensitivity_job *j;
  struct mutable_tables t;
  struct rng rng;
  uint32_t *first;  /* by row: its forms are order[first[row] .. first[row + 1] - 1] */
  uint32_t *order;
  struct probe probe;
};

/* Forms in the order of their rows.  */
static bool
sort_forms (struct sampler *s)
{
  const struct sensitivity_job *j = s->j;
  unsigned n_rows = j->arch->isa->n_rows;
  s->first = calloc (n_rows + 2, sizeof *s->first);
  s->order = calloc (j->n_forms + 1, sizeof *s->order);
  if (!s->first || !s->order)
    return false;
  for (unsigned i = 0; i < j->n_forms; i++)
    if (j->row_of[i] < n_rows)
      s->first[j->row_of[i] + 2]++;
  for (unsigned r = 2; r < n_rows + 2; r++)
    s->first[r] += s->first[r - 1];
  for (unsigned i = 0; i < j->n_forms; i++)
    if (j->row_of[i] < n_rows)
      s->order[s->first[j->row_of[i] + 1]++] = i;
  return true;
}

static bool
noticed (struct sampler *s, unsigned row)
{
  uint32_t lo = s->first[row], n = s->first[row + 1] - lo;
  for (unsigned k = 0; k < FORMS_PER_MUTATION; k++)
    {
      const struct form *f = &s->j->forms[s->order[lo + (n <= FORMS_PER_MUTATION ? k % n : rng_below (&s->rng, n))]];
      bool violation;
      enum verdict v = probe_form (&s->probe, f->text, f->bytes, f->len, &violation);
      avow_arena_reset (&s->probe.arena);
      if (violation || (v != FORM_RAN && v != FORM_UNKNOWN))
        return true;
      if (k + 1 >= n && n <= FORMS_PER_MUTATION)
        break;
    }
  return false;
}

static void
tell (const struct sampler *s, unsigned row, const struct mutation *m)
{
  const struct avow_isa *isa = &s->t.isa;
  const struct isa_row *r = &isa->rows[row];
  printf ("not noticed: isa/%s:%u %s %#x -> %#x, e.g. %s\n", isa_str (isa, isa->files[r->file]), r->line,
          mutation_names[m->kind], m->before, m->after, s->j->forms[s->order[s->first[row]]].text);
}

static bool
begin (struct sampler *s, const struct sensitivity_job *j)
{
  s->j = j;
  s->probe.arch = &s->t.arch;
  s->probe.seed = j->seed + 1;
  s->probe.pairs = j->pairs;
  return mutable_tables_init (&s->t, j->arch) && sort_forms (s) && s->first[j->arch->isa->n_rows] && exec_init ();
}

void
sensitivity_work (void *job, unsigned first)
{
  const struct sensitivity_job *j = job;
  static struct sampler s;
  static struct mutation m[MAX_MUTATIONS];
  if (!begin (&s, j))
    return;
  for (unsigned i = first; i < j->count; i++)
    {
      *j->at = i;
      rng_seed (&s.rng, j->seed * 1000003 + i, "mutation");
      unsigned row, n = 0;
      do
        row = rng_below (&s.rng, s.t.isa.n_rows);
      while (s.first[row + 1] == s.first[row] || !(n = mutations_of (&s.t, row, m, MAX_MUTATIONS)));
      const struct mutation *one = &m[rng_below (&s.rng, n)];
      mutation_apply (one);
      bool caught = noticed (&s, row);
      mutation_undo (one);
      j->result->tried[one->kind]++;
      j->result->caught[one->kind] += caught;
      if (!caught && j->list)
        tell (&s, row, one);
    }
  *j->at = j->count;
}

double
sensitivity_report (const struct sensitivity *s)
{
  unsigned tried = 0, caught = 0;
  for (unsigned k = 0; k < N_MUTATIONS; k++)
    if (s->tried[k])
      {
        printf ("wrong rows: %-22s %4u of %4u noticed\n", mutation_names[k], s->caught[k], s->tried[k]);
        tried += s->tried[k];
        caught += s->caught[k];
      }
  double percent = tried ? 100.0 * caught / tried : 0;
  printf ("wrong rows: %u of %u noticed, %.1f %%\n", caught, tried, percent);
  return percent;
}
