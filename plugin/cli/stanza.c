/* stanza.c - read the statements that report/stanza.c wrote, or a person.

   The language is described there.  What is only read, not written:

     count N                 the stanza stands for N equal ones (scripts/corpus leaves one of each)
     # ...                   a comment line

   A stanza without `arch' is for x86_64.  A statement without outputs, a goto and a basic one are
   volatile whether they say so or not.  An enum avow_type_class may be given by its name.  */
#include "stanza.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../report/fields.h"

static bool
wrong (struct stanza_reader *r, const char *what)
{
  r->error = r->arena.failed ? "out of memory" : what;
  return false;
}

/* ---- words ------------------------------------------------------------------------ */

static int
hex_digit (int c)
{
  return c >= '0' && c <= '9'   ? c - '0'
         : c >= 'a' && c <= 'f' ? c - 'a' + 10
         : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                : -1;
}

static int
escape (const char **p, const char *end)
{
  int c = *(*p)++, value = 0;

  if (c != 'x')
    return c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
  for (int i = 0; i < 2 && *p < end && hex_digit (**p) >= 0; i++)
    value = value * 16 + hex_digit (*(*p)++);
  return value;
}

/* The next word at *P, quoted or not, copied to the arena; NULL at the end of the line.  */
static char *
word (struct stanza_reader *r, const char **p, const char *end, size_t *len)
{
  char *out;
  size_t n = 0;

  while (*p < end && (**p == ' ' || **p == '\t'))
    ++*p;
  if (*p == end || !(out = avow_alloc (&r->arena, (size_t)(end - *p) + 1)))
    return NULL;
  if (**p == '"')
    {
      for (++*p; *p < end && **p != '"';)
        {
          char c = *(*p)++;
          out[n++] = c == '\\' && *p < end ? (char)escape (p, end) : c;
        }
      *p += *p < end;
    }
  else
    while (*p < end && **p != ' ' && **p != '\t')
      out[n++] = *(*p)++;
  if (len)
    *len = n;
  return out;
}

static uint64_t
number (const char *text)
{
  return *text == '-' ? (uint64_t)strtoll (text, NULL, 0) : strtoull (text, NULL, 0);
}

/* ---- fields ----------------------------------------------------------------------- */

static void
set_locations (const struct avow_field *f, void *base, const char *text)
{
  uint64_t set[4] = { 0 };
  char *end;

  for (unsigned i = 0; i < 4; i++)
    {
      set[i] = strtoull (text, &end, 16);
      text = *end == ':' ? end + 1 : end;
    }
  memcpy ((char *)base + f->offset, set, sizeof set);
}

static uint64_t
type_or_number (const char *text)
{
  static const char *const names[] = { "other", "int", "pointer", "float", "vector" };

  for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
    if (!strcmp (text, names[i]))
      return i;
  return number (text);
}

static void
set_field (const struct avow_field *f, void *base, const char *value)
{
  if (f->kind == AVOW_FIELD_TEXT || f->kind == AVOW_FIELD_NOTE)
    memcpy ((char *)base + f->offset, &value, sizeof value);
  else if (f->kind == AVOW_FIELD_SET)
    set_locations (f, base, value);
  else
    avow_field_put (f, base, strcmp (f->name, "type") ? number (value) : type_or_number (value));
}

/* Pairs of names and values up to the end of the line.  */
static bool
read_fields (struct stanza_reader *r, const char *p, const char *end,
             const struct avow_field *fields, void *base)
{
  const char *name, *value;

  while ((name = word (r, &p, end, NULL)))
    {
      const struct avow_field *f = fields;
      while (*f->name && strcmp (f->name, name))
        f++;
      if (!*f->name)
        return wrong (r, avow_printf (&r->arena, "no field is called '%s'", name));
      if (!(value = word (r, &p, end, NULL)))
        return wrong (r, "a field has no value");
      set_field (f, base, value);
    }
  return !r->arena.failed || wrong (r, "");
}

/* ---- lines ------------------------------------------------------------------------ */

static int
known_symbol (const struct avow_stmt *stmt, const char *name, size_t len)
{
  const struct stanza *s = stmt->symbols;

  for (size_t i = 0; i < s->n_symbols; i++)
    if (s->symbols[i].len == len && !memcmp (s->symbols[i].name, name, len))
      return s->symbols[i].is;
  return AVOW_SYMBOL_UNKNOWN;
}

static bool
asm_line (struct stanza_reader *r, const char *p, const char *end)
{
  struct stanza *s = &r->s;

  s->open = true;
  s->count = 1;
  s->site.file = r->file;
  s->site.line = r->line;
  s->stmt.symbol = known_symbol;
  s->stmt.symbols = s;
  s->stmt.target.arch = avow_arch_by_name ("x86_64");
  avow_fields_usual (avow_target_fields, &s->stmt.target);
  avow_fields_usual (avow_stmt_fields, &s->stmt);
  s->stmt.text = word (r, &p, end, &s->stmt.len);
  if (!s->stmt.text)
    return wrong (r, "a template is missing");
  return read_fields (r, p, end, avow_stmt_fields, &s->stmt);
}

static bool
operand_line (struct stanza_reader *r, const char *p, const char *end, bool output)
{
  struct stanza *s = &r->s;
  struct avow_operand *op;

  if (output && s->stmt.n_outputs < s->stmt.n_operands)
    return wrong (r, "an output behind an input");
  s->operands = avow_grow (&r->arena, s->operands, s->stmt.n_operands, &s->cap_operands,
                           sizeof *s->operands);
  if (!s->operands)
    return wrong (r, "");
  op = &s->operands[s->stmt.n_operands++];
  memset (op, 0, sizeof *op);
  avow_fields_usual (avow_operand_fields, op);
  op->is_output = output;
  s->stmt.n_outputs += output;
  op->constraint = word (r, &p, end, NULL);
  if (!op->constraint)
    return wrong (r, "a constraint is missing");
  return read_fields (r, p, end, avow_operand_fields, op);
}

static bool
clobber_line (struct stanza_reader *r, const char *p, const char *end)
{
  struct stanza *s = &r->s;
  const char *name = word (r, &p, end, NULL);

  s->clobbers = avow_grow (&r->arena, s->clobbers, s->stmt.n_clobbers, &s->cap_clobbers,
                           sizeof *s->clobbers);
  if (!name || !s->clobbers)
    return wrong (r, "a register is missing");
  s->clobbers[s->stmt.n_clobbers++] = name;
  return true;
}

static bool
symbol_line (struct stanza_reader *r, const char *p, const char *end)
{
  struct stanza *s = &r->s;
  struct stanza_symbol symbol = { NULL, 0, 0 };
  const char *is;

  symbol.name = word (r, &p, end, &symbol.len);
  is = word (r, &p, end, NULL);
  s->symbols = avow_grow (&r->arena, s->symbols, s->n_symbols, &s->cap_symbols, sizeof *s->symbols);
  if (!is || !s->symbols)
    return wrong (r, "a symbol's name or kind is missing");
  symbol.is = (int)number (is);
  s->symbols[s->n_symbols++] = symbol;
  return true;
}

static bool
names_line (struct stanza_reader *r, const char *p, const char *end, bool behind)
{
  struct stanza *s = &r->s;
  struct avow_stmt text = { .is_basic = true, .is_toplevel = true, .target = s->stmt.target };

  text.text = word (r, &p, end, &text.len);
  if (!text.text)
    return wrong (r, "a text is missing");
  s->names.arena = &r->arena;
  if (behind)
    avow_names_add_statement (&s->names, &text, &r->arena);
  else
    avow_names_add_toplevel (&s->names, &text);
  s->stmt.names = &s->names;
  return true;
}

static bool
at_line (struct stanza_reader *r, const char *p, const char *end)
{
  const char *file = word (r, &p, end, NULL), *line = word (r, &p, end, NULL);

  if (!line)
    return wrong (r, "a place is a file and a line");
  r->s.site.file = file;
  r->s.site.line = (unsigned)number (line);
  r->s.site.function = word (r, &p, end, NULL);
  return true;
}

static bool
end_line (struct stanza *s)
{
  s->open = false;
  s->stmt.operands = s->operands;
  s->stmt.clobbers = s->clobbers;
  if (!s->stmt.n_outputs || s->stmt.is_goto || s->stmt.is_basic)
    s->stmt.is_volatile = true;
  return true;
}

static bool
stanza_line (struct stanza_reader *r, const char *p, const char *end)
{
  struct stanza *s = &r->s;
  const char *key, *value;

  while (p < end && (*p == ' ' || *p == '\t'))
    p++;
  if (p == end || *p == '#')
    return true;
  if (!(key = word (r, &p, end, NULL)))
    return wrong (r, "");
  if (!strcmp (key, "asm") != !s->open)
    return wrong (r, s->open ? "the stanza before has no 'end'" : "a stanza begins with 'asm'");
  if (!s->open)
    return asm_line (r, p, end);
  if (!strcmp (key, "end"))
    return end_line (s);
  if (!strcmp (key, "out") || !strcmp (key, "in"))
    return operand_line (r, p, end, *key == 'o');
  if (!strcmp (key, "clobber"))
    return clobber_line (r, p, end);
  if (!strcmp (key, "symbol"))
    return symbol_line (r, p, end);
  if (!strcmp (key, "toplevel") || !strcmp (key, "behind"))
    return names_line (r, p, end, *key == 'b');
  if (!strcmp (key, "at"))
    return at_line (r, p, end);
  if (!strcmp (key, "target"))
    return read_fields (r, p, end, avow_target_fields, &s->stmt.target);
  value = word (r, &p, end, NULL);
  if (!strcmp (key, "count") && value)
    return s->count = (unsigned long)number (value), true;
  if (!strcmp (key, "arch") && value)
    return (s->stmt.target.arch = avow_arch_by_name (value)) || wrong (r, "no such architecture");
  return wrong (r, "line not understood");
}

struct stanza *
stanza_next (struct stanza_reader *r)
{
  avow_arena_reset (&r->arena);
  memset (&r->s, 0, sizeof r->s);
  while (r->at < r->len)
    {
      const char *p = r->text + r->at, *end = memchr (p, '\n', r->len - r->at);
      if (!end)
        end = r->text + r->len;
      r->at = (size_t)(end - r->text) + 1;
      r->line++;
      if (!stanza_line (r, p, end))
        return NULL;
      if (!r->s.open && r->s.count)
        return &r->s;
    }
  if (r->s.open)
    wrong (r, "the last stanza has no 'end'");
  return NULL;
}

char *
stanza_load (const char *file, size_t *len)
{
  FILE *f = strcmp (file, "-") ? fopen (file, "rb") : stdin;
  size_t cap = 1 << 16, n;
  char *text = f ? malloc (cap) : NULL;

  *len = 0;
  while (text && (n = fread (text + *len, 1, cap - *len, f)) > 0)
    if ((*len += n) == cap)
      {
        char *bigger = realloc (text, cap *= 2);
        if (!bigger)
          free (text);
        text = bigger;
      }
  if (text && ferror (f))
    {
      free (text);
      text = NULL;
    }
  if (f && f != stdin)
    fclose (f);
  return text;
}
