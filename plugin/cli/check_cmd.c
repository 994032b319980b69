/* check_cmd.c - `avow check': judge statements without a compiler.

   Input is a list of stanzas, one directive per line; text in double quotes has C escapes:

     asm "addl %1, %0" [volatile] [goto N] [basic]
     arch i386              (default x86_64)
     dialect intel          (default att: how operands are printed)
     no-red-zone
     out "=r" size 4 [type int|pointer|float|vector|other] [reg rbx] [id N] [off N]
         [object N] [const N] [name TEXT] [same N]
     in "r" ...             (the same words)
     clobber "memory"
     end

   Each stanza gives one line of JSON, the plugin's report format.  Meant for tests and
   experiments; the plugin never uses it.  */
#include <stdlib.h>
#include <string.h>

#include "../arena.h"
#include "../report/json.h"
#include "cli.h"

#define MAX_LIST 64

struct stanza
{
  struct avow_stmt stmt;
  struct avow_operand operands[MAX_LIST];
  const char *clobbers[MAX_LIST];
  unsigned n_out, n_in;
  bool open;
};

struct reader
{
  const char *file;
  unsigned line;
  struct stanza s;
  struct avow_arena arena;
  bool violations;
};

static int
complain (const struct reader *r, const char *what)
{
  fprintf (stderr, "%s:%u: %s\n", r->file, r->line, what);
  return 2;
}

/* ---- words ------------------------------------------------------------------------ */

static int
escape (const char **p)
{
  int c = *(*p)++;
  switch (c)
    {
    case 'n': return '\n';
    case 't': return '\t';
    case 'r': return '\r';
    case 'x':
      {
        char hex[3] = { 0 };
        for (int i = 0; i < 2 && strchr ("0123456789abcdefABCDEF", **p) && **p; i++)
          hex[i] = *(*p)++;
        return (int)strtol (hex, NULL, 16);
      }
    default: return c;
    }
}

/* The next word at *P, quoted or not, copied to the arena; NULL at the end of the line.  */
static char *
word (struct reader *r, const char **p, size_t *len)
{
  while (**p == ' ' || **p == '\t')
    ++*p;
  if (!**p || **p == '\n')
    return NULL;
  char *out = avow_alloc (&r->arena, strlen (*p) + 1);
  size_t n = 0;
  if (!out)
    return NULL;
  if (**p == '"')
    {
      for (++*p; **p && **p != '"';)
        {
          char c = *(*p)++;
          out[n++] = c == '\\' && **p ? (char)escape (p) : c;
        }
      *p += **p == '"';
    }
  else
    while (**p && !strchr (" \t\n", **p))
      out[n++] = *(*p)++;
  if (len)
    *len = n;
  return out;
}

static uint8_t
type_of (const char *name)
{
  static const char *const names[] = { "other", "int", "pointer", "float", "vector" };
  for (uint8_t i = 0; i < 5; i++)
    if (!strcmp (name, names[i]))
      return i;
  return AVOW_TYPE_OTHER;
}

static bool
operand_word (struct avow_operand *op, const char *key, char *value)
{
  long long n = strtoll (value, NULL, 0);
  if (!strcmp (key, "size"))
    op->size = (uint64_t)n;
  else if (!strcmp (key, "align"))
    op->align = (uint64_t)n;
  else if (!strcmp (key, "type"))
    op->type = type_of (value);
  else if (!strcmp (key, "reg"))
    op->hard_reg = value;
  else if (!strcmp (key, "id"))
    op->value_id = (uint32_t)n;
  else if (!strcmp (key, "off"))
    op->value_off = n;
  else if (!strcmp (key, "object"))
    op->value_is_object = true, op->object_size = (uint64_t)n;
  else if (!strcmp (key, "const"))
    op->const_known = true, op->const_value = n;
  else if (!strcmp (key, "name"))
    op->name = value;
  else if (!strcmp (key, "same"))
    op->same_object = (uint8_t)(n + 1);
  else
    return false;
  return true;
}

static int
operand_line (struct reader *r, const char *p, bool output)
{
  struct stanza *s = &r->s;
  if (s->n_out + s->n_in >= MAX_LIST || (output && s->n_in))
    return complain (r, "too many operands, or an output behind an input");
  struct avow_operand *op = &s->operands[s->n_out + s->n_in];
  memset (op, 0, sizeof *op);
  op->is_output = output;
  op->type = AVOW_TYPE_INT;
  op->size = 4;
  char *key = word (r, &p, NULL), *value;
  if (!key)
    return complain (r, "a constraint is missing");
  op->constraint = key;
  while ((key = word (r, &p, NULL)))
    if (!(value = word (r, &p, NULL)) || !operand_word (op, key, value))
      return complain (r, "operand words come in pairs: size 4, type int, reg rbx ...");
  if (output)
    s->n_out++;
  else
    s->n_in++;
  return 0;
}

static int
asm_line (struct reader *r, const char *p)
{
  struct stanza *s = &r->s;
  char *w;
  memset (s, 0, sizeof *s);
  s->open = true;
  s->stmt.target.arch = avow_arch_by_name ("x86_64");
  s->stmt.target.red_zone = true;
  s->stmt.text = word (r, &p, &s->stmt.len);
  if (!s->stmt.text)
    return complain (r, "a template is missing");
  while ((w = word (r, &p, NULL)))
    if (!strcmp (w, "volatile"))
      s->stmt.is_volatile = true;
    else if (!strcmp (w, "basic"))
      s->stmt.is_basic = s->stmt.is_volatile = true;
    else if (!strcmp (w, "goto") && (w = word (r, &p, NULL)))
      s->stmt.is_goto = s->stmt.is_volatile = true, s->stmt.n_labels = (unsigned)atoi (w);
    else
      return complain (r, "unknown word behind the template");
  return 0;
}

/* ---- stanzas ------------------------------------------------------------------------ */

static int
judge (struct reader *r)
{
  struct stanza *s = &r->s;
  s->open = false;
  s->stmt.operands = s->operands;
  s->stmt.n_outputs = s->n_out;
  s->stmt.n_operands = s->n_out + s->n_in;
  s->stmt.clobbers = s->clobbers;
  if (!s->n_out)
    s->stmt.is_volatile = true;
  struct avow_result result;
  avow_check (&s->stmt, &avow_default_options, &r->arena, &result);
  struct avow_site site = { r->file, r->line, 0, NULL };
  struct avow_report_line line = avow_json_line (&site, &s->stmt, &result, "warning", &r->arena);
  if (!line.text)
    return complain (r, "out of memory");
  r->violations |= result.verdict == AVOW_VIOLATION;
  fwrite (line.text, 1, line.len, stdout);
  avow_arena_reset (&r->arena);
  return 0;
}

static int
stanza_line (struct reader *r, const char *p)
{
  struct stanza *s = &r->s;
  char *key = word (r, &p, NULL), *w;
  if (!key || *key == '#')
    return 0;
  if (!strcmp (key, "asm"))
    return asm_line (r, p);
  if (!s->open)
    return complain (r, "a stanza begins with 'asm'");
  if (!strcmp (key, "end"))
    return judge (r);
  if (!strcmp (key, "out") || !strcmp (key, "in"))
    return operand_line (r, p, *key == 'o');
  if (!strcmp (key, "no-red-zone"))
    return s->stmt.target.red_zone = false, 0;
  w = word (r, &p, NULL);
  if (!strcmp (key, "clobber") && w && s->stmt.n_clobbers < MAX_LIST)
    return s->clobbers[s->stmt.n_clobbers++] = w, 0;
  if (!strcmp (key, "arch") && w && (s->stmt.target.arch = avow_arch_by_name (w)))
    return 0;
  if (!strcmp (key, "dialect") && w)
    return s->stmt.target.dialect = !strcmp (w, "intel") ? AVOW_INTEL : AVOW_ATT, 0;
  return complain (r, "line not understood");
}

static int
read_stanzas (struct reader *r, FILE *f)
{
  char *line = NULL;
  size_t cap = 0, n = 0;
  int c, status = 0;
  while (!status)
    {
      c = getc (f);
      if (n + 1 >= cap)
        {
          char *bigger = realloc (line, cap = cap ? cap * 2 : 4096);
          if (!bigger)
            {
              status = complain (r, "out of memory");
              break;
            }
          line = bigger;
        }
      if (c != EOF && c != '\n')
        {
          line[n++] = (char)c;
          continue;
        }
      line[n] = 0;
      n = 0;
      r->line++;
      status = stanza_line (r, line);
      if (c == EOF)
        break;
    }
  free (line);
  return status;
}

int
avow_cmd_check (int argc, char **argv)
{
  static struct reader r;
  int status = 0;
  for (int i = 1; i < argc || i == 1; i++)
    {
      FILE *f = i < argc ? fopen (argv[i], "r") : stdin;
      r.file = i < argc ? argv[i] : "<stdin>";
      r.line = 0;
      if (!f)
        {
          perror (r.file);
          return 2;
        }
      status |= read_stanzas (&r, f);
      if (f != stdin)
        fclose (f);
    }
  avow_arena_free (&r.arena);
  if (fflush (stdout) || ferror (stdout))
    {
      perror ("avow: standard output");
      return 2;
    }
  return status ? status : r.violations;
}
