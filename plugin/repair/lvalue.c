/* lvalue.c - how the source names memory that a pointer operand leads to.

   `*p' where what p is declared to point to holds all the bytes; else an array of characters, "*(char (*)[16]) p", which
   may be part of any object (C11 6.5p7) - also where the pointer is cast, because a cast says that the type is not
   the object's.  The operand's text is written a second time for that.  So only text without side effects is taken: names, members,
   elements, casts, sums; no calls, no assignments, and in the body of a macro none of its parameters, since
   what they stand for is not seen.  */
#include "lvalue.h"

#include <string.h>

static bool
is_word (char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* ---- text without side effects ----------------------------------------------------------------------- */

/* The character before P that is not a blank, or 0.  */
static char
before (const char *text, const char *p)
{
  while (p > text && (p[-1] == ' ' || p[-1] == '\t' || p[-1] == '\n'))
    p--;
  return p > text ? p[-1] : 0;
}

static bool
is_harmless (const char *text)
{
  for (const char *p = text; *p; p++)
    {
      char last = before (text, p);
      if (!is_word (*p) && !strchr (" \t\n.&*+-<>[]()", *p))
        return false;
      if ((*p == '+' || *p == '-') && p[1] == *p)
        return false;
      if (*p == '>' && (p == text || p[-1] != '-'))
        return false;
      if (*p == '<' || (*p == '(' && (is_word (last) || last == ']' || last == ')')))
        return false;
    }
  return *text != 0;
}

/* A name with members and elements: nothing binds more tightly.  */
static bool
is_postfix (const char *text)
{
  int depth = 0;
  for (const char *p = text; *p; p++)
    {
      depth += *p == '[' ? 1 : *p == ']' ? -1 : 0;
      bool arrow = *p == '-' && p[1] == '>';
      p += arrow;
      if (!depth && !arrow && !is_word (*p) && *p != '.' && *p != ']')
        return false;
    }
  return true;
}

/* ---- macros ---------------------------------------------------------------------------------------------- */

/* The beginning of the line that AT is on, spliced lines taken together.  */
static size_t
line_start (const char *file, size_t at)
{
  while (at > 0)
    {
      if (file[at - 1] == '\n')
        {
          size_t eol = at - 1;
          eol -= eol > 0 && file[eol - 1] == '\r';
          if (eol == 0 || file[eol - 1] != '\\')
            break;
        }
      at--;
    }
  return at;
}

/* The parameters of the macro whose body AT is in, from behind the parenthesis on; empty when there are none.  */
static struct avow_span
parameters (const char *file, size_t at)
{
  struct avow_span none = { 0, 0 }, span;
  size_t p = line_start (file, at);
  p += strspn (file + p, " \t");
  if (file[p] != '#')
    return none;
  p++;
  p += strspn (file + p, " \t");
  if (strncmp (file + p, "define", 6))
    return none;
  p += 6;
  p += strspn (file + p, " \t");
  while (is_word (file[p]))
    p++;
  if (file[p] != '(')
    return none;
  span.start = span.end = p + 1;
  while (span.end < at && file[span.end] != ')')
    span.end++;
  return span;
}

/* Whether some word of TEXT is among the words of SPAN.  */
static bool
shares_word (const char *file, struct avow_span span, const char *text)
{
  for (size_t p = span.start, n; p < span.end; p += n ? n : 1)
    {
      for (n = 0; p + n < span.end && is_word (file[p + n]); n++)
        ;
      for (const char *t = n ? text : NULL; t && *t; t++)
        if (!strncmp (t, file + p, n) && !is_word (t[n]) && (t == text || !is_word (t[-1])))
          return true;
    }
  return false;
}

/* ---- the lvalue ---------------------------------------------------------------------------------------------- */

/* The operand of the source that operand K of the statement is: "+" makes two of one.  */
static unsigned
source_operand (const struct avow_source_asm *source, const struct avow_stmt *stmt, unsigned k)
{
  const struct avow_operand *op = &stmt->operands[k];
  if (k < source->n_operands)
    return k;
  if (op->same_object)
    return op->same_object - 1u;
  return op->constraint[0] >= '0' && op->constraint[0] <= '9' ? (unsigned)(op->constraint[0] - '0') : k;
}

static const char *
trimmed (const char *file, struct avow_span span, struct avow_arena *arena)
{
  while (span.start < span.end && strchr (" \t\n", file[span.start]))
    span.start++;
  while (span.start < span.end && strchr (" \t\n", file[span.end - 1]))
    span.end--;
  return avow_strndup (arena, file + span.start, span.end - span.start);
}

/* What pointer POINTER, an expression, points to.  */
static const char *
pointed (const char *pointer, struct avow_arena *arena)
{
  if (*pointer == '&' && is_postfix (pointer + 1))
    return pointer + 1;
  return avow_printf (arena, is_postfix (pointer) ? "*%s" : "*(%s)", pointer);
}

/* SIZE bytes FROM bytes behind POINTER.  */
static const char *
characters (const char *pointer, int64_t from, uint64_t size, bool written, struct avow_arena *arena)
{
  const char *type = written ? "char" : "const char";
  bool tight = is_postfix (pointer) || (*pointer == '&' && is_postfix (pointer + 1));
  const char *p = avow_printf (arena, tight ? "%s" : "(%s)", pointer);
  if (p && from)
    p = avow_printf (arena, "((%s *) %s %c %lld)", type, p, from < 0 ? '-' : '+', (long long)(from < 0 ? -from : from));
  return p ? avow_printf (arena, "*(%s (*)[%llu]) %s", type, (unsigned long long)size, p) : NULL;
}

/* The address of LVALUE, an expression.  */
static const char *
address (const char *lvalue, struct avow_arena *arena)
{
  if (*lvalue == '*' && is_postfix (lvalue + 1))
    return lvalue + 1;
  return avow_printf (arena, is_postfix (lvalue) ? "&%s" : "&(%s)", lvalue);
}

const char *
avow_lvalue (const char *file, const struct avow_source_asm *source, const struct avow_draft *d, unsigned i,
             struct avow_arena *arena, const char **constraint)
{
  const struct avow_operand *op = &d->operands[i];
  const struct avow_operand *of = &d->written->operands[d->origins[i].of];
  unsigned k = source_operand (source, d->written, (unsigned)d->origins[i].of);
  int64_t from = op->value_off - of->value_off;
  bool memory = of->constraint[strspn (of->constraint, "=+&")] == 'm';
  const char *text = k < source->n_operands ? trimmed (file, source->operands[k].expr, arena) : NULL;
  if (!text || !is_harmless (text) || shares_word (file, parameters (file, source->keyword.start), text))
    return NULL;
  if (memory)
    text = address (text, arena);
  else if (of->reach_size && *text != '(' && !(op->is_output && of->reach_const) && from >= 0
           && (uint64_t)from + op->size <= of->reach_size
           && (!of->object_size || (uint64_t)of->value_off + of->reach_size <= of->object_size))
    {
      if (op->is_output && op->size < of->reach_size)
        *constraint = "+m";
      return pointed (text, arena);
    }
  return text ? characters (text, from, op->size, op->is_output, arena) : NULL;
}
