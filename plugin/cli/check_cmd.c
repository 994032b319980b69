/* check_cmd.c - `avow check': judge statements without a compiler.

   Input is a list of stanzas, as the plugin's option capture= writes them or a person
   (report/stanza.c describes the language).  Each gives one line of JSON, the plugin's report
   format; with --summary they are counted, and with --defects, --notes and --gaps listed.  */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "summary.h"

struct check
{
  bool summary, full;
  struct summary_list list;
  bool violations;
  struct avow_arena arena; /* of a check */
  struct summary sum, total;
  unsigned n_files;
};

static int
complain (const char *file, unsigned line, const char *what)
{
  fprintf (stderr, "%s:%u: %s\n", file, line, what);
  return 2;
}

static bool
judge (struct check *c, const struct stanza *s)
{
  struct avow_result result;
  bool ok = true;

  avow_check (&s->stmt, &avow_default_options, &c->arena, &result);
  c->violations |= result.verdict == AVOW_VIOLATION;
  if (c->summary)
    ok = summary_add (&c->sum, s, &result, &c->list);
  else
    {
      struct avow_report_line line
          = avow_json_line (&s->site, &s->stmt, &result, "warning", &c->arena);
      ok = line.text && fwrite (line.text, 1, line.len, stdout) == line.len;
    }
  avow_arena_reset (&c->arena);
  return ok;
}

/* The name of the row of FILE: without folders and ".st".  */
static void
name_row (struct summary *sum, const char *file)
{
  const char *slash = strrchr (file, '/'), *name = slash ? slash + 1 : file,
             *dot = strrchr (name, '.');

  snprintf (sum->name, sizeof sum->name, "%.*s",
            (int)(dot && dot > name ? (size_t)(dot - name) : strlen (name)), name);
}

static int
finish_file (struct check *c, int status)
{
  if (c->summary && !status)
    {
      bool listed = c->list.defects || c->list.notes || c->list.gaps;
      if (!listed)
        summary_row (&c->sum);
      if (!listed && c->full && c->n_files > 1)
        summary_details (&c->sum, true);
      if (!summary_merge (&c->total, &c->sum))
        status = complain (c->sum.name, 0, "out of memory");
    }
  summary_free (&c->sum);
  return status;
}

static int
check_file (struct check *c, const char *file)
{
  struct stanza_reader r = { 0 };
  const struct stanza *s;
  char *text = stanza_load (file, &r.len);
  int status = 0;

  if (!text)
    {
      perror (file);
      return 2;
    }
  r.file = file;
  r.text = text;
  memset (&c->sum, 0, sizeof c->sum);
  name_row (&c->sum, file);
  while (!status && (s = stanza_next (&r)))
    if (!judge (c, s))
      status = complain (file, r.line, "out of memory, or the output cannot be written");
  if (r.error)
    status = complain (file, r.line, r.error);
  avow_arena_free (&r.arena);
  free (text);
  return finish_file (c, status);
}

static bool
option (struct check *c, const char *arg)
{
  if (!strcmp (arg, "--summary"))
    ;
  else if (!strcmp (arg, "--full"))
    c->full = true;
  else if (!strcmp (arg, "--defects"))
    c->list.defects = true;
  else if (!strcmp (arg, "--notes"))
    c->list.notes = true;
  else if (!strcmp (arg, "--gaps"))
    c->list.gaps = true;
  else if (!strncmp (arg, "--rule=", 7))
    return (c->list.rule = avow_rule_by_name (arg + 7, strlen (arg + 7))) >= 0;
  else
    return false;
  return c->summary = true;
}

/* The table's last part, and the totals.  */
static void
finish (struct check *c)
{
  if (!c->summary || c->list.defects || c->list.notes || c->list.gaps)
    return;
  strcpy (c->total.name, "all");
  if (c->n_files > 1)
    summary_row (&c->total);
  summary_details (&c->total, c->full);
}

int
avow_cmd_check (int argc, char **argv)
{
  static struct check c;
  int status = 0, first = 1;

  c.list.rule = -1;
  for (; first < argc && argv[first][0] == '-' && argv[first][1]; first++)
    if (!option (&c, argv[first]))
      {
        fprintf (stderr, "avow check: unknown option or rule '%s'\n", argv[first]);
        return 2;
      }
  c.n_files = first < argc ? (unsigned)(argc - first) : 1;
  if (c.summary && !c.list.defects && !c.list.notes && !c.list.gaps)
    summary_head ();
  if (first == argc)
    status = check_file (&c, "-");
  for (int i = first; i < argc; i++)
    status |= check_file (&c, argv[i]);
  finish (&c);
  summary_free (&c.total);
  tally_free (&c.list.said);
  avow_arena_free (&c.arena);
  if (fflush (stdout) || ferror (stdout))
    {
      perror ("avow: standard output");
      return 2;
    }
  return status ? status : c.violations;
}
