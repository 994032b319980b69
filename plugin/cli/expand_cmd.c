/* expand_cmd.c - `avow expand': the plain statements that assembler text stands for.

   Reads a file of assembler text (basic asm: no operands) and prints what is left when macros,
   conditions and repetitions have been carried out, a statement on a line.  The assembler makes the
   same bytes of both; testsuite/isa/check-expand compares them.  What could not be decided
   is written to standard error, and makes the status 1.  */
#include <stdlib.h>
#include <string.h>

#include "../arena.h"
#include "../asm/insn.h"
#include "../avow.h"
#include "cli.h"

/* A line of the expansion; %= becomes a number.  */
static void
print_line (void *ctx, struct avow_slice line)
{
  (void)ctx;
  for (uint32_t i = 0; i < line.len; i++)
    if (line.p[i] == '%' && i + 1 < line.len && line.p[i + 1] == '=')
      {
        fputs ("9", stdout);
        i++;
      }
    else
      putchar (line.p[i]);
  putchar ('\n');
}

static char *
read_all (FILE *f, size_t *len)
{
  size_t cap = 1 << 16;
  char *s = malloc (cap);
  *len = 0;
  while (s)
    {
      size_t n = fread (s + *len, 1, cap - *len, f);
      *len += n;
      if (!n)
        return s;
      char *bigger = *len < cap ? s : realloc (s, cap *= 2);
      if (!bigger)
        free (s);
      s = bigger;
    }
  return NULL;
}

static int
expand (FILE *f, const struct avow_stmt *like)
{
  struct avow_arena arena;
  struct avow_body body;
  struct avow_stmt stmt = *like;
  char *text = read_all (f, &stmt.len);
  memset (&arena, 0, sizeof arena);
  stmt.text = text;
  if (!text
      || !avow_parse_listed (&stmt, avow_default_options.max_items, &arena, &body, print_line, NULL))
    {
      fputs ("avow: out of memory\n", stderr);
      return 2;
    }
  for (unsigned i = 0; i < body.n_gaps; i++)
    fprintf (stderr, "%s: %s\n", avow_reason_names[body.gaps[i].reason],
             body.gaps[i].detail ? body.gaps[i].detail : "");
  int status = body.n_gaps != 0;
  avow_arena_free (&arena);
  free (text);
  return status;
}

int
avow_cmd_expand (int argc, char **argv)
{
  struct avow_stmt stmt
      = { .is_basic = true, .is_toplevel = true, .target = { .arch = avow_arch_by_name ("x86_64") } };
  int i = 1;
  for (; i + 1 < argc && !strncmp (argv[i], "--", 2); i += 2)
    if (!strcmp (argv[i], "--arch") && avow_arch_by_name (argv[i + 1]))
      stmt.target.arch = avow_arch_by_name (argv[i + 1]);
    else if (!strcmp (argv[i], "--dialect"))
      stmt.target.dialect = !strcmp (argv[i + 1], "intel") ? AVOW_INTEL : AVOW_ATT;
  FILE *f = i < argc ? fopen (argv[i], "r") : stdin;
  if (!f)
    {
      perror (argv[i]);
      return 2;
    }
  int status = expand (f, &stmt);
  if (f != stdin)
    fclose (f);
  return fflush (stdout) || ferror (stdout) ? 2 : status;
}
