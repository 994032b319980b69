/* stanza.c - a statement with all that is known about it, as text.

   What the plugin captured can be judged again without a compiler (cli/stanza.c reads it): the
   statements of a whole source tree in a second.  One directive per line, fields as pairs of name
   and value; those that have their usual value (fields.def) are left out:

     asm "addl %1, %0" [FIELD VALUE ...]      the template, struct avow_stmt
     at "FILE" LINE "FUNCTION"                where the compiler found it; the function may be missing
     arch x86_64
     target [FIELD VALUE ...]                 struct avow_target
     out "=r" [FIELD VALUE ...]               struct avow_operand, outputs first
     in "r" [FIELD VALUE ...]
     clobber "memory"
     toplevel "TEXT"                          what toplevel asm tells the assembler, if it matters
     behind "TEXT"                            the macros that other statements leave behind
     symbol "NAME" N                          enum avow_symbol, for names that the template mentions
     end

   Text is in double quotes with C escapes, all of it ASCII; numbers are decimal, or hexadecimal
   with 0x; a set of locations is four hexadecimal numbers joined by colons.  */
#include "stanza.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "../asm/names.h"
#include "fields.h"
#include "text.h"

static void
put_quoted (struct avow_text *t, const char *s, size_t n)
{
  avow_text_puts (t, "\"");
  for (size_t i = 0; i < n; i++)
    {
      unsigned char c = (unsigned char)s[i];
      char buf[8];
      if (c == '"' || c == '\\')
        snprintf (buf, sizeof buf, "\\%c", c);
      else if (c == '\n' || c == '\t')
        snprintf (buf, sizeof buf, "\\%c", c == '\n' ? 'n' : 't');
      else
        snprintf (buf, sizeof buf, c < 0x20 || c >= 0x7f ? "\\x%02x" : "%c", c);
      avow_text_puts (t, buf);
    }
  avow_text_puts (t, "\"");
}

static void
put_word (struct avow_text *t, const char *key)
{
  avow_text_puts (t, " ");
  avow_text_puts (t, key);
}

static void
put_number (struct avow_text *t, uint64_t value, const char *format)
{
  char buf[32];

  snprintf (buf, sizeof buf, format, value);
  avow_text_puts (t, buf);
}

static void
put_text_field (struct avow_text *t, const struct avow_field *f, const void *base)
{
  const char *text = avow_field_text (f, base);

  if (!text)
    return;
  put_word (t, f->name);
  avow_text_puts (t, " ");
  put_quoted (t, text, strlen (text));
}

static void
put_set_field (struct avow_text *t, const struct avow_field *f, const void *base)
{
  const uint64_t *set = avow_field_set (f, base);

  if (!(set[0] | set[1] | set[2] | set[3]))
    return;
  put_word (t, f->name);
  for (unsigned i = 0; i < 4; i++)
    put_number (t, set[i], i ? ":%" PRIx64 : " %" PRIx64);
}

static void
put_fields (struct avow_text *t, const struct avow_field *f, const void *base)
{
  for (; *f->name; f++)
    if (f->kind == AVOW_FIELD_TEXT || f->kind == AVOW_FIELD_NOTE)
      put_text_field (t, f, base);
    else if (f->kind == AVOW_FIELD_SET)
      put_set_field (t, f, base);
    else if (avow_field_get (f, base) != f->usual)
      {
        put_word (t, f->name);
        put_number (t, avow_field_get (f, base),
                    f->kind == AVOW_FIELD_INTEGER ? " %" PRId64 : " %" PRIu64);
      }
  avow_text_puts (t, "\n");
}

static void
put_place (struct avow_text *t, const struct avow_site *place)
{
  if (!place->file)
    return;
  avow_text_puts (t, "at ");
  put_quoted (t, place->file, strlen (place->file));
  put_number (t, place->line, " %" PRIu64);
  if (place->function)
    {
      avow_text_puts (t, " ");
      put_quoted (t, place->function, strlen (place->function));
    }
  avow_text_puts (t, "\n");
}

static void
put_operands (struct avow_text *t, const struct avow_stmt *stmt)
{
  for (unsigned i = 0; i < stmt->n_operands; i++)
    {
      const struct avow_operand *op = &stmt->operands[i];
      avow_text_puts (t, op->is_output ? "out " : "in ");
      put_quoted (t, op->constraint, strlen (op->constraint));
      put_fields (t, avow_operand_fields, op);
    }
}

/* ---- symbols ------------------------------------------------------------------- */

static bool
in_name (char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
         || c == '.' || c == '$';
}

/* Behind the name at P, which is P when none begins there: "$" before a name makes its address of it.  */
static const char *
name_end (const char *p, const char *end)
{
  if (p < end && *p == '$')
    return p;
  while (p < end && in_name (*p))
    p++;
  return p;
}

/* Whether the name at NAME was seen at START or later: a name is asked for once.  */
static bool
seen_before (const char *start, const char *name, size_t len)
{
  const char *p = start;

  while (p < name)
    {
      const char *word = p;
      p = name_end (p, name);
      if ((size_t)(p - word) == len && memcmp (word, name, len) == 0)
        return true;
      if (p == word)
        p++;
    }
  return false;
}

static void
put_symbol (struct avow_text *t, const char *name, size_t len, int symbol)
{
  avow_text_puts (t, "symbol ");
  put_quoted (t, name, len);
  put_number (t, (uint64_t)symbol, " %" PRIu64 "\n");
}

/* Symbols that operands stand for.  */
static void
put_operand_symbols (struct avow_text *t, const struct avow_stmt *stmt)
{
  for (unsigned i = 0; stmt->symbol && i < stmt->n_operands; i++)
    {
      const char *name = stmt->operands[i].symbol;
      int symbol = name ? stmt->symbol (stmt, name, strlen (name)) : AVOW_SYMBOL_UNKNOWN;
      if (symbol != AVOW_SYMBOL_UNKNOWN)
        put_symbol (t, name, strlen (name), symbol);
    }
}

/* Every word is asked for, be it a mnemonic: the unit knows no symbol of such a name, or it may be
   one.  */
static void
put_symbols (struct avow_text *t, const struct avow_stmt *stmt)
{
  const char *p = stmt->text, *end = p + stmt->len;

  while (stmt->symbol && p < end)
    {
      const char *word = p;
      int symbol;
      p = name_end (p, end);
      if (p == word)
        {
          p++;
          continue;
        }
      if (seen_before (stmt->text, word, (size_t)(p - word))
          || (symbol = stmt->symbol (stmt, word, (size_t)(p - word))) == AVOW_SYMBOL_UNKNOWN)
        continue;
      put_symbol (t, word, (size_t)(p - word), symbol);
    }
}

/* Macros and symbols from elsewhere, when the template has a word that is one.  */
static void
put_toplevel (struct avow_text *t, const struct avow_stmt *stmt)
{
  if (!avow_names_used (stmt))
    return;
  for (int part = 0; part < 3; part++)
    {
      struct avow_slice text = avow_names_text (stmt->names, part, t->arena);
      if (!text.len)
        continue;
      avow_text_puts (t, part ? "behind " : "toplevel ");
      put_quoted (t, text.p, text.len);
      avow_text_puts (t, "\n");
    }
}

struct avow_report_line
avow_stanza (const struct avow_site *place, const struct avow_stmt *stmt, struct avow_arena *arena)
{
  struct avow_text t = avow_text_new (arena, 512 + 2 * stmt->len);
  struct avow_report_line line;

  avow_text_puts (&t, "asm ");
  put_quoted (&t, stmt->text, stmt->len);
  put_fields (&t, avow_stmt_fields, stmt);
  put_place (&t, place);
  if (stmt->target.arch)
    {
      avow_text_puts (&t, "arch ");
      avow_text_puts (&t, avow_arch_name (stmt->target.arch));
      avow_text_puts (&t, "\n");
    }
  avow_text_puts (&t, "target");
  put_fields (&t, avow_target_fields, &stmt->target);
  put_operands (&t, stmt);
  for (unsigned i = 0; i < stmt->n_clobbers; i++)
    {
      avow_text_puts (&t, "clobber ");
      put_quoted (&t, stmt->clobbers[i], strlen (stmt->clobbers[i]));
      avow_text_puts (&t, "\n");
    }
  put_toplevel (&t, stmt);
  put_symbols (&t, stmt);
  put_operand_symbols (&t, stmt);
  avow_text_puts (&t, "end\n");

  line.text = arena->failed ? NULL : t.s;
  line.len = t.len;
  return line;
}
