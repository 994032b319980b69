/* source.c - read an asm statement out of a source file, without a preprocessor.

   A small scanner passes over white space, comments and spliced lines and gives words, literals and single
   characters.  `::' is two colons here, whatever C++ thinks.  The statement is only believed when its literals,
   put together, are the template that the compiler has, and when constraints and clobbers agree
   too (avow_source_is): that is what ties the text to the statement.  */
#include "source.h"

#include <string.h>

/* ---- scanner ----------------------------------------------------------------------------- */

enum token_kind { TOKEN_END, TOKEN_WORD, TOKEN_STRING, TOKEN_CHAR };

struct token
{
  enum token_kind kind;
  struct avow_span span;
  char c; /* TOKEN_CHAR */
};

struct scanner
{
  const char *file;
  size_t len, pos;
  struct token now;
};

static bool
is_word (char c)
{
  unsigned char u = (unsigned char)c;
  return (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || (u >= '0' && u <= '9') || u == '_' || u == '$'
         || u >= 0x80;
}

static bool
looks_at (const struct scanner *s, const char *text)
{
  size_t n = strlen (text);
  return s->len - s->pos >= n && !memcmp (s->file + s->pos, text, n);
}

static void
skip_to (struct scanner *s, const char *end)
{
  while (s->pos < s->len && !looks_at (s, end))
    s->pos++;
}

static void
skip_blank (struct scanner *s)
{
  while (s->pos < s->len)
    if (strchr (" \t\n\r\f\v", s->file[s->pos]) && s->file[s->pos])
      s->pos++;
    else if (looks_at (s, "\\\n") || looks_at (s, "\\\r\n"))
      s->pos += 2;
    else if (looks_at (s, "//"))
      skip_to (s, "\n");
    else if (looks_at (s, "/*"))
      {
        s->pos += 2;
        skip_to (s, "*/");
        s->pos = s->pos + 2 < s->len ? s->pos + 2 : s->len;
      }
    else
      return;
}

static void
skip_literal (struct scanner *s, char quote)
{
  for (s->pos++; s->pos < s->len && s->file[s->pos] != quote; s->pos++)
    if (s->file[s->pos] == '\\')
      s->pos++;
  s->pos = s->pos < s->len ? s->pos + 1 : s->len;
}

static void
advance (struct scanner *s)
{
  skip_blank (s);
  s->now = (struct token){ TOKEN_END, { s->pos, s->pos }, 0 };
  if (s->pos >= s->len)
    return;
  char c = s->file[s->pos];
  if (is_word (c))
    {
      s->now.kind = TOKEN_WORD;
      while (s->pos < s->len && is_word (s->file[s->pos]))
        s->pos++;
    }
  else if (c == '"' || c == '\'')
    {
      s->now.kind = c == '"' ? TOKEN_STRING : TOKEN_CHAR;
      skip_literal (s, c);
    }
  else
    {
      s->now.kind = TOKEN_CHAR;
      s->now.c = c;
      s->pos++;
    }
  s->now.span.end = s->pos;
}

static bool
word_is (const struct scanner *s, const char *text)
{
  size_t n = strlen (text);
  return s->now.kind == TOKEN_WORD && s->now.span.end - s->now.span.start == n
         && !memcmp (s->file + s->now.span.start, text, n);
}

static bool
char_is (const struct scanner *s, char c)
{
  return s->now.kind == TOKEN_CHAR && s->now.c == c;
}

/* ---- statement ------------------------------------------------------------------------------ */

static bool
word_of (const struct scanner *s, const char *const *words)
{
  for (; *words; words++)
    if (word_is (s, *words))
      return true;
  return false;
}

static bool
head (struct scanner *s, struct avow_source_asm *out)
{
  static const char *const keywords[] = { "asm", "__asm", "__asm__", NULL };
  static const char *const volatiles[] = { "volatile", "__volatile", "__volatile__", NULL };
  static const char *const others[] = { "inline", "__inline", "__inline__", "goto", NULL };
  if (!word_of (s, keywords))
    return false;
  out->keyword = s->now.span;
  out->qualified = s->now.span.end;
  for (advance (s); word_of (s, volatiles) || word_of (s, others); advance (s))
    {
      if (word_of (s, volatiles))
        out->is_volatile = s->now.span;
      out->qualified = s->now.span.end;
    }
  out->open = s->now.span.start;
  return char_is (s, '(');
}

/* Literals next to each other.  */
static bool
literals (struct scanner *s, struct avow_span *span)
{
  if (s->now.kind != TOKEN_STRING)
    return false;
  span->start = s->now.span.start;
  for (; s->now.kind == TOKEN_STRING; advance (s))
    span->end = s->now.span.end;
  return true;
}

static bool balanced (struct scanner *s, struct avow_span *inside);

/* Literals, names of macros, with their arguments, and stringified parameters of one, next to each other.  */
static bool
template_text (struct scanner *s, struct avow_source_asm *out)
{
  struct avow_span inside;
  out->text = s->now.span;
  while (s->now.kind == TOKEN_STRING || s->now.kind == TOKEN_WORD || char_is (s, '#') || (char_is (s, '(') && out->partly_hidden))
    {
      out->partly_hidden |= s->now.kind != TOKEN_STRING;
      out->text.end = s->now.span.end;
      if (!char_is (s, '('))
        advance (s);
      else if (balanced (s, &inside))
        out->text.end = inside.end + 1;
      else
        return false;
    }
  return out->text.end > out->text.start;
}

/* Up to the parenthesis that closes the one the scanner is at.  */
static bool
balanced (struct scanner *s, struct avow_span *inside)
{
  int depth = 0;
  if (!char_is (s, '('))
    return false;
  inside->start = s->now.span.end;
  for (;; advance (s))
    {
      if (s->now.kind == TOKEN_END)
        return false;
      if (char_is (s, '(') || char_is (s, '[') || char_is (s, '{'))
        depth++;
      else if (char_is (s, ')') || char_is (s, ']') || char_is (s, '}'))
        if (--depth == 0)
          break;
    }
  inside->end = s->now.span.start;
  advance (s);
  return true;
}

static bool
one_operand (struct scanner *s, struct avow_source_operand *op)
{
  memset (op, 0, sizeof *op);
  op->all.start = s->now.span.start;
  if (char_is (s, '['))
    {
      advance (s);
      op->name = s->now.span;
      if (s->now.kind != TOKEN_WORD)
        return false;
      advance (s);
      if (!char_is (s, ']'))
        return false;
      advance (s);
    }
  if (!literals (s, &op->constraint) || !balanced (s, &op->expr))
    return false;
  op->all.end = op->expr.end + 1;
  return true;
}

static bool
operand_list (struct scanner *s, struct avow_source_asm *out)
{
  if (s->now.kind != TOKEN_STRING && !char_is (s, '['))
    return true;
  for (;; advance (s))
    {
      if (out->n_operands == AVOW_SOURCE_OPERANDS || !one_operand (s, &out->operands[out->n_operands]))
        return false;
      out->n_operands++;
      if (!char_is (s, ','))
        return true;
    }
}

/* The rest of the list, of which some comes out of a macro: "memory" XMM_CLOBBERS (, "xmm0").  */
static bool
hidden_clobbers (struct scanner *s, struct avow_source_asm *out)
{
  struct avow_span inside;
  out->more_clobbers = true;
  while (s->now.kind == TOKEN_WORD || s->now.kind == TOKEN_STRING || char_is (s, ',') || char_is (s, '('))
    if (!char_is (s, '('))
      advance (s);
    else if (!balanced (s, &inside))
      return false;
  return true;
}

static bool
clobber_list (struct scanner *s, struct avow_source_asm *out)
{
  if (s->now.kind != TOKEN_STRING)
    return true;
  for (;; advance (s))
    {
      if (out->n_clobbers && s->now.kind == TOKEN_WORD)
        return hidden_clobbers (s, out);
      if (out->n_clobbers == AVOW_SOURCE_CLOBBERS || !literals (s, &out->clobbers[out->n_clobbers]))
        return false;
      out->n_clobbers++;
      if (s->now.kind == TOKEN_WORD)
        return hidden_clobbers (s, out);
      if (!char_is (s, ','))
        return true;
    }
}

static bool
label_list (struct scanner *s)
{
  while (s->now.kind == TOKEN_WORD || char_is (s, ','))
    advance (s);
  return true;
}

static bool
section (struct scanner *s, struct avow_source_asm *out)
{
  switch (out->n_sections)
    {
    case 1:
      {
        bool ok = operand_list (s, out);
        out->n_outputs = out->n_operands;
        return ok;
      }
    case 2: return operand_list (s, out);
    case 3: return clobber_list (s, out);
    default: return label_list (s);
    }
}

bool
avow_source_parse (const char *file, size_t len, size_t at, struct avow_source_asm *out)
{
  struct scanner s = { .file = file, .len = len, .pos = at };
  memset (out, 0, sizeof *out);
  advance (&s);
  if (s.now.span.start != at || !head (&s, out))
    return false;
  advance (&s);
  if (!template_text (&s, out))
    return false;
  while (char_is (&s, ':') && out->n_sections < 4)
    {
      out->colons[out->n_sections++] = s.now.span.start;
      advance (&s);
      if (!section (&s, out))
        return false;
    }
  if (!char_is (&s, ')'))
    return false;
  out->close = s.now.span.start;
  advance (&s);
  out->semicolon = char_is (&s, ';') ? s.now.span.end : 0;
  return true;
}

/* ---- literals ------------------------------------------------------------------------------------ */

static int
hex_digit (char c)
{
  if (c >= '0' && c <= '9')
    return c - '0';
  c |= 32;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The escape behind the backslash at *P (C11 6.4.4.4); false for one that is not known.  */
static bool
escape (const char *file, size_t *p, size_t end, char *c)
{
  static const char from[] = "ntrabfve\\\"'?", to[] = "\n\t\r\a\b\f\v\33\\\"'?";
  const char *known = *p < end && file[*p] ? strchr (from, file[*p]) : NULL;
  unsigned v = 0, digits = 0;
  if (known)
    {
      *c = to[known - from];
      ++*p;
      return true;
    }
  bool hex = *p < end && file[*p] == 'x';
  for (*p += hex; *p < end && digits < (hex ? 2u : 3u); ++*p, digits++)
    {
      int d = hex_digit (file[*p]);
      if (d < 0 || (!hex && d > 7))
        break;
      v = v * (hex ? 16 : 8) + (unsigned)d;
    }
  *c = (char)v;
  return digits > 0;
}

/* One literal, opening quote at *P.  */
static bool
literal_chars (const char *file, size_t *p, size_t end, struct avow_source_char *chars, size_t *n)
{
  for (++*p; *p < end && file[*p] != '"';)
    {
      size_t start = *p;
      char c = file[(*p)++];
      if (c == '\\' && *p < end && (file[*p] == '\n' || file[*p] == '\r'))
        {
          *p += file[*p] == '\r' ? 2 : 1; /* a spliced line */
          continue;
        }
      if (c == '\\' && !escape (file, p, end, &c))
        return false;
      chars[(*n)++] = (struct avow_source_char){ c, (uint32_t)start, (uint32_t)(*p - start) };
    }
  ++*p;
  return true;
}

struct avow_source_char *
avow_source_text (const char *file, struct avow_span span, struct avow_arena *arena, size_t *n)
{
  struct avow_source_char *chars = avow_calloc (arena, span.end - span.start + 1, sizeof *chars);
  struct scanner s = { .file = file, .len = span.end, .pos = span.start };
  *n = 0;
  for (advance (&s); chars && s.now.kind == TOKEN_STRING; advance (&s))
    {
      size_t p = s.now.span.start;
      if (!literal_chars (file, &p, s.now.span.end, chars, n))
        return NULL;
    }
  return s.now.kind == TOKEN_END ? chars : NULL;
}

/* ---- is it the statement? -------------------------------------------------------------------------- */

static bool
span_is (const char *file, struct avow_span span, const char *text, size_t n)
{
  return span.end - span.start == n && !memcmp (file + span.start, text, n);
}

/* The number that the compiler has for operand or label NAME, or -1.  Labels are not looked up: their
   names in the template are followed by nothing that moves.  */
static int
number_of (const char *file, const struct avow_source_asm *source, const char *name, size_t n)
{
  for (unsigned i = 0; i < source->n_operands; i++)
    if (source->operands[i].name.end && span_is (file, source->operands[i].name, name, n))
      return (int)i;
  return -1;
}

/* Compare the reference behind a `%' in the source, CHARS[*I], with the one at *P of the template, where names
   have become numbers.  */
static bool
same_reference (const char *file, const struct avow_source_asm *source, const struct avow_source_char *chars,
                size_t n, size_t *i, const char **p, const char *end)
{
  char name[64];
  size_t len = 0;
  if (*i < n && *p < end && chars[*i].c != '[' && chars[*i].c == **p)
    ++*i, ++*p; /* a modifier, or the number itself, which goes on as text */
  if (*i >= n || chars[*i].c != '[')
    return true;
  for (++*i; *i < n && chars[*i].c != ']' && len < sizeof name; ++*i)
    name[len++] = chars[*i].c;
  ++*i;
  int k = number_of (file, source, name, len);
  unsigned long number = 0;
  if (*p == end || **p < '0' || **p > '9')
    return false;
  for (; *p < end && **p >= '0' && **p <= '9' && number < 1000; ++*p)
    number = number * 10 + (unsigned long)(**p - '0');
  return k < 0 || (unsigned long)k == number;
}

static bool
same_template (const char *file, const struct avow_source_asm *source, const struct avow_stmt *stmt,
               struct avow_arena *arena)
{
  size_t n;
  struct avow_source_char *chars = avow_source_text (file, source->text, arena, &n);
  const char *p = stmt->text, *end = p + stmt->len;
  if (!chars)
    return false;
  for (size_t i = 0; i < n;)
    {
      if (p == end || chars[i].c != *p)
        return false;
      i++;
      if (*p++ == '%' && !stmt->is_basic && !same_reference (file, source, chars, n, &i, &p, end))
        return false;
    }
  return p == end;
}

/* Whether literal LITERAL, of the N bytes at TEXT, may begin at AT there: as written, with numbers for names.  Sets *END.  */
static bool
piece_at (const char *file, const struct avow_source_asm *source, const struct avow_stmt *stmt,
          const struct avow_source_char *chars, size_t n, size_t at, size_t *end)
{
  const char *p = stmt->text + at, *stop = stmt->text + stmt->len;
  for (size_t i = 0; i < n;)
    {
      if (p == stop || chars[i].c != *p)
        return false;
      i++;
      if (*p++ == '%' && !stmt->is_basic && !same_reference (file, source, chars, n, &i, &p, stop))
        return false;
    }
  *end = (size_t)(p - stmt->text);
  return true;
}

/* Over the macro that the scanner is at, with its arguments.  */
static bool
skip_macro (struct scanner *s)
{
  struct avow_span inside;
  while (s->now.kind != TOKEN_STRING && s->now.kind != TOKEN_END)
    if (!char_is (s, '('))
      advance (s);
    else if (!balanced (s, &inside))
      return false;
  return true;
}

/* The literals of a template in which macros stand are found in it, in their order; the first and the last at its
   ends when no macro is there.  */
static bool
similar_template (const char *file, const struct avow_source_asm *source, const struct avow_stmt *stmt,
                  struct avow_arena *arena)
{
  struct scanner s = { .file = file, .len = source->text.end, .pos = source->text.start };
  struct avow_span piece;
  size_t at = 0, end = 0, n;
  bool anchored = true;
  for (advance (&s); s.now.kind != TOKEN_END; anchored = false)
    {
      if (literals (&s, &piece))
        {
          struct avow_source_char *chars = avow_source_text (file, piece, arena, &n);
          bool last = s.now.kind == TOKEN_END;
          while (chars && (!piece_at (file, source, stmt, chars, n, at, &end) || (last && end != stmt->len)))
            if (anchored || at++ >= stmt->len)
              return false;
          if (!chars)
            return false;
          at = end;
        }
      if (!skip_macro (&s))
        return false;
    }
  return true;
}

/* The same letters; "+r" of the source is "=r" and a matching input for the compiler.  */
static bool
same_constraint (const char *file, struct avow_span span, const char *constraint, struct avow_arena *arena)
{
  size_t n;
  struct avow_source_char *chars = avow_source_text (file, span, arena, &n);
  if (!chars || strlen (constraint) < n)
    return n && chars && chars[0].c == '['; /* "[name]" has become a number */
  for (size_t i = 0; i < n; i++)
    {
      bool inout = i == 0 && chars[i].c == '+' && constraint[0] == '=';
      if (chars[i].c != constraint[i] && !inout)
        return chars[0].c == '[';
    }
  return !constraint[n];
}

/* Does STMT clobber what the literals in SPAN say?  GCC keeps its list in another order.  */
static bool
has_clobber (const char *file, struct avow_span span, const struct avow_stmt *stmt, struct avow_arena *arena)
{
  size_t n;
  struct avow_source_char *chars = avow_source_text (file, span, arena, &n);
  for (unsigned i = 0; chars && i < stmt->n_clobbers; i++)
    {
      size_t k = 0;
      while (k < n && stmt->clobbers[i][k] == chars[k].c && chars[k].c)
        k++;
      if (k == n && !stmt->clobbers[i][k])
        return true;
    }
  return false;
}

bool
avow_source_is (const char *file, const struct avow_source_asm *source, const struct avow_stmt *stmt,
                struct avow_arena *arena)
{
  if (source->n_outputs != stmt->n_outputs || source->n_operands > stmt->n_operands
      || (source->more_clobbers ? source->n_clobbers > stmt->n_clobbers : source->n_clobbers != stmt->n_clobbers)
      || (source->n_sections == 0) != stmt->is_basic
      || !(source->partly_hidden ? similar_template : same_template) (file, source, stmt, arena))
    return false;
  for (unsigned i = 0; i < source->n_operands; i++)
    if (!same_constraint (file, source->operands[i].constraint, stmt->operands[i].constraint, arena))
      return false;
  for (unsigned i = 0; i < source->n_clobbers; i++)
    if (!has_clobber (file, source->clobbers[i], stmt, arena))
      return false;
  return true;
}
