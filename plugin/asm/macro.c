/* macro.c - parameters, arguments and bodies of macros, as gas/macro.c of binutils 2.40 has them.

   %= and \@ are unknown numbers: both are the mark of the first, so that a name which holds
   one is a name of its own, and a text which holds one equals no other.  A token of the template is one
   piece, whatever GCC will print for it.  */
#include "macro.h"

#include <stdio.h>

#include "reader.h"
#include "split.h"

#define MAX_FORMALS 100

static bool
name_begins (const char *p, const char *end)
{
  return p < end && avow_is (*p, AVOW_CH_BEGIN) && *p != AVOW_MARK_TOKEN;
}

static bool
name_goes_on (const char *p, const char *end)
{
  return p < end && avow_is (*p, AVOW_CH_NAME) && *p != AVOW_MARK_TOKEN;
}

/* Behind the token or character at P.  */
static const char *
step (const char *p, const char *end)
{
  return *p == AVOW_MARK_TOKEN && end - p >= AVOW_TOKEN_BYTES ? p + AVOW_TOKEN_BYTES : p + 1;
}

static void
copy_step (struct avow_scan *s, struct avow_buf *out)
{
  const char *next = step (s->p, s->end);
  avow_buf_add (out, s->p, (size_t)(next - s->p));
  s->p = next;
}

static bool
at (const struct avow_scan *s, char c)
{
  return s->p < s->end && *s->p == c;
}

static bool
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

static void
skip_space (struct avow_scan *s)
{
  while (s->p < s->end && is_blank (*s->p))
    s->p++;
}

bool
avow_macro_comma (struct avow_scan *s)
{
  const char *start = s->p;
  skip_space (s);
  s->p += at (s, ',');
  skip_space (s);
  return s->p > start;
}

struct avow_slice
avow_macro_name (struct avow_scan *s)
{
  const char *start = s->p;
  if (name_begins (s->p, s->end))
    while (name_goes_on (s->p, s->end))
      s->p++;
  struct avow_slice name = { start, (uint32_t)(s->p - start) };
  if (s->alternate && at (s, '&'))
    s->p++;
  return name;
}

/* ---- one argument: get_any_string --------------------------------------------------- */

static bool
opens_string (const struct avow_scan *s)
{
  return at (s, '"') || (s->alternate && (at (s, '<') || at (s, '\'')));
}

/* <text>, where ! takes the next character as it is.  */
static void
angle_string (struct avow_scan *s, struct avow_buf *out)
{
  int nest = 0;
  for (s->p++; s->p < s->end && (*s->p != '>' || nest);)
    {
      if (*s->p == '!' && s->p + 1 < s->end)
        s->p++;
      else
        nest += (*s->p == '<') - (*s->p == '>');
      copy_step (s, out);
    }
  s->p += s->p < s->end;
}

/* "text", where "" stands for one quote.  */
static void
quoted_string (struct avow_scan *s, struct avow_buf *out)
{
  char quote = *s->p++;
  bool escaped = false;
  while (s->p < s->end)
    {
      escaped = s->p[-1] == '\\' && !escaped;
      if (s->alternate && *s->p == '!' && s->p + 1 < s->end)
        s->p++;
      else if (*s->p == quote && !escaped)
        {
          s->p++;
          if (!at (s, quote))
            return;
        }
      copy_step (s, out);
    }
}

static void
strings (struct avow_scan *s, struct avow_buf *out)
{
  while (opens_string (s))
    if (*s->p == '<')
      angle_string (s, out);
    else
      quoted_string (s, out);
}

/* %expr of .altmacro: its value in decimal.  */
static void
evaluated (struct avow_scan *s, struct avow_buf *out)
{
  struct avow_expr e;
  char digits[24];
  s->p++;
  if (!avow_expr_number (s->rd, &s->p, s->end, &e))
    {
      s->undecided = true;
      s->p = s->end;
      return;
    }
  int n = snprintf (digits, sizeof digits, "%lld", (long long)e.c);
  avow_buf_add (out, digits, (size_t)n);
}

/* A piece in quotes within a plain argument, quotes kept.  False when it does not end.  */
static bool
quoted_piece (struct avow_scan *s, struct avow_buf *out)
{
  char quote = *s->p;
  copy_step (s, out);
  while (s->p < s->end && *s->p != quote)
    copy_step (s, out);
  return s->p < s->end;
}

#define MAX_BRACKETS 64

/* Up to a blank outside brackets, or a comma anywhere.  */
static void
plain (struct avow_scan *s, struct avow_buf *out)
{
  char open[MAX_BRACKETS];
  unsigned depth = 0;
  while (s->p < s->end && *s->p != ',' && !(s->alternate && *s->p == '<')
         && (depth || !is_blank (*s->p)))
    {
      char c = *s->p;
      if ((c == '"' || c == '\'') && !quoted_piece (s, out))
        return;
      if ((c == '(' || c == '[') && depth < MAX_BRACKETS)
        open[depth++] = c;
      else if (depth && ((c == ')' && open[depth - 1] == '(') || (c == ']' && open[depth - 1] == '[')))
        depth--;
      copy_step (s, out);
    }
}

struct avow_slice
avow_macro_argument (struct avow_scan *s)
{
  struct avow_buf out = { .arena = s->rd->arena };
  skip_space (s);
  if (at (s, '%') && s->alternate)
    evaluated (s, &out);
  else if (opens_string (s))
    {
      bool keep = s->alternate && *s->p != '<';
      if (keep)
        avow_buf_put (&out, '"');
      strings (s, &out);
      if (keep)
        avow_buf_put (&out, '"');
    }
  else
    plain (s, &out);
  return avow_buf_slice (&out);
}

/* ---- the header: do_formals ------------------------------------------------------------ */

static int
find_formal (const struct avow_macro *m, struct avow_slice name)
{
  for (unsigned i = 0; i < m->n_formals; i++)
    if (m->formals[i].name.len == name.len && !memcmp (m->formals[i].name.p, name.p, name.len))
      return (int)i;
  return -1;
}

/* ":req" or ":vararg" behind a parameter's name.  */
static bool
read_qualifier (struct avow_scan *s, struct avow_formal *f)
{
  s->p++;
  skip_space (s);
  struct avow_slice word = avow_macro_name (s);
  bool required = word.len == 3 && !memcmp (word.p, "req", 3);
  if (!required && !(word.len == 6 && !memcmp (word.p, "vararg", 6)))
    return false;
  f->type = required ? AVOW_FORMAL_REQUIRED : AVOW_FORMAL_VARARG;
  skip_space (s);
  return true;
}

static bool
read_formal (struct avow_scan *s, struct avow_slice name, struct avow_formal *f)
{
  *f = (struct avow_formal){ .name = name };
  skip_space (s);
  if (at (s, ':') && !read_qualifier (s, f))
    return false;
  if (at (s, '='))
    {
      s->p++;
      f->standard = avow_macro_argument (s);
      skip_space (s);
      if (f->type == AVOW_FORMAL_REQUIRED)
        f->standard.len = 0;
    }
  return true;
}

bool
avow_macro_header (struct avow_scan *s, struct avow_slice *name, struct avow_macro *m)
{
  size_t cap = 0;
  skip_space (s);
  *name = avow_macro_name (s);
  if (!name->len)
    return false;
  avow_macro_comma (s);
  while (s->p < s->end)
    {
      struct avow_slice formal = avow_macro_name (s);
      if (!formal.len || find_formal (m, formal) >= 0 || m->n_formals == MAX_FORMALS)
        return false;
      m->formals = avow_grow (s->rd->arena, m->formals, m->n_formals, &cap, sizeof *m->formals);
      if (!m->formals)
        return false;
      struct avow_formal *f = &m->formals[m->n_formals++];
      if (!read_formal (s, formal, f))
        return false;
      if (f->type == AVOW_FORMAL_VARARG)
        break;
      if (avow_macro_comma (s) && s->p == s->end)
        return false; /* a comma and nothing behind it */
    }
  return s->p == s->end && !s->undecided;
}

/* ---- the arguments: macro_expand ---------------------------------------------------------- */

static bool
separates (const struct avow_scan *s, char c)
{
  return is_blank (c) || (c && strchr (",\";()", c))
         || (s->alternate && (c == '<' || c == '>'));
}

/* "name=" at S: the argument has a keyword.  */
static bool
has_keyword (const struct avow_scan *s)
{
  const char *p = s->p;
  while (!s->alternate && p < s->end && !separates (s, *p) && *p != '=')
    p = step (p, s->end);
  return !s->alternate && p < s->end && *p == '=';
}

static bool
keyword_argument (struct avow_scan *s, const struct avow_macro *m, struct avow_slice *actuals)
{
  struct avow_slice name = avow_macro_name (s);
  int i = find_formal (m, name);
  if (!at (s, '=') || i < 0)
    return false;
  s->p++;
  actuals[i] = avow_macro_argument (s);
  return true;
}

bool
avow_macro_arguments (struct avow_scan *s, const struct avow_macro *m, struct avow_slice *actuals)
{
  unsigned next = 0;
  bool keyword = false;
  skip_space (s);
  while (s->p < s->end)
    {
      const char *before = s->p;
      if (has_keyword (s))
        {
          keyword = true;
          if (!keyword_argument (s, m, actuals))
            return false;
        }
      else if (keyword || next == m->n_formals)
        return false;
      else if (m->formals[next].type == AVOW_FORMAL_VARARG)
        {
          actuals[next++] = (struct avow_slice){ s->p, (uint32_t)(s->end - s->p) };
          s->p = s->end;
        }
      else
        actuals[next++] = avow_macro_argument (s);
      avow_macro_comma (s);
      if (s->p == before)
        return false; /* a bracket that closes nothing: gas goes on for ever */
    }
  for (unsigned i = 0; i < m->n_formals; i++)
    if (m->formals[i].type == AVOW_FORMAL_REQUIRED && !actuals[i].len)
      return false;
  return true;
}

/* ---- the body: macro_expand_body ------------------------------------------------------------- */

#define MAX_LOCALS 64

struct expansion
{
  const struct avow_macro *m;
  const struct avow_slice *actuals;
  bool macro;
  struct avow_counters *count;
  struct avow_buf *out;
  struct avow_slice locals[MAX_LOCALS]; /* names of LOCAL, whose text is made of the first number on */
  unsigned n_locals, first_local;
};

static void
put_number (struct expansion *x, const char *format, unsigned n)
{
  char text[24];
  int len = snprintf (text, sizeof text, format, AVOW_MARK_UNIQUE, n);
  avow_buf_add (x->out, text, (size_t)len);
}

/* The text that NAME stands for, if it does.  */
static bool
put_actual (struct expansion *x, struct avow_slice name)
{
  int i = find_formal (x->m, name);
  if (i >= 0)
    {
      struct avow_slice a = x->actuals[i].len ? x->actuals[i] : x->m->formals[i].standard;
      avow_buf_add (x->out, a.p, a.len);
      return true;
    }
  for (unsigned k = 0; k < x->n_locals; k++)
    if (x->locals[k].len == name.len && !memcmp (x->locals[k].p, name.p, name.len))
      {
        put_number (x, ".LL%c%04x", x->first_local + k);
        return true;
      }
  return false;
}

/* A parameter behind LEAD, which stays when it is none; TAIL behind it belongs to it.  */
static void
substitute (struct avow_scan *s, struct expansion *x, char lead, char tail)
{
  struct avow_slice name = avow_macro_name (s);
  bool closed = at (s, tail);
  s->p += closed;
  if (put_actual (x, name))
    return;
  if (lead)
    avow_buf_put (x->out, lead);
  avow_buf_add (x->out, name.p, name.len);
  if (closed && lead == '&')
    avow_buf_put (x->out, '&');
}

/* What follows a backslash.  */
static bool
backslash (struct avow_scan *s, struct expansion *x)
{
  s->p++;
  if (at (s, '('))
    {
      for (s->p++; s->p < s->end && *s->p != ')';)
        copy_step (s, x->out);
      if (s->p == s->end)
        return false;
      s->p++;
    }
  else if (at (s, '@'))
    {
      s->p++;
      put_number (x, "%c%u", x->count->uses);
    }
  else if (at (s, '&'))
    {
      avow_buf_add (x->out, "\\&", 2);
      s->p++;
    }
  else
    substitute (s, x, '\\', '\'');
  return true;
}

/* LOCAL a, b: names that are new in each expansion.  */
static bool
local_names (struct avow_scan *s, struct expansion *x)
{
  s->p += 5;
  skip_space (s);
  while (s->p < s->end && *s->p != '\n')
    {
      struct avow_slice name = avow_macro_name (s);
      if (!name.len || x->n_locals == MAX_LOCALS || find_formal (x->m, name) >= 0)
        return false;
      x->locals[x->n_locals++] = name;
      x->count->locals++;
      avow_macro_comma (s);
    }
  return true;
}

static bool
says_local (const struct avow_scan *s, const struct expansion *x)
{
  return x->macro && s->end - s->p > 6 && avow_word_is (s->p, 5, "local")
         && is_blank (s->p[5]);
}

/* Copy up to what may stand for something else.  */
static void
copy_plain (struct avow_scan *s, struct avow_buf *out)
{
  const char *start = s->p;
  while (s->p < s->end && *s->p != '&' && *s->p != '\\' && *s->p != '"'
         && !(s->alternate && name_begins (s->p, s->end)))
    s->p = step (s->p, s->end);
  avow_buf_add (out, start, (size_t)(s->p - start));
}

bool
avow_macro_body (struct avow_scan *s, const struct avow_macro *m, const struct avow_slice *actuals,
                 bool macro, struct avow_counters *count, struct avow_buf *out)
{
  struct expansion x = { .m = m, .actuals = actuals, .macro = macro, .count = count, .out = out,
                         .first_local = count->locals };
  bool quoted = false;
  s->p = m->body.p;
  s->end = s->p + m->body.len;
  while (s->p < s->end)
    if (*s->p == '&')
      {
        s->p++;
        substitute (s, &x, '&', '&');
      }
    else if (*s->p == '\\')
      {
        if (!backslash (s, &x))
          return false;
      }
    else if (s->alternate && name_begins (s->p, s->end))
      {
        if (quoted || !says_local (s, &x))
          substitute (s, &x, 0, '\'');
        else if (!local_names (s, &x))
          return false;
      }
    else if (*s->p == '"')
      {
        quoted = !quoted;
        copy_step (s, out);
      }
    else
      copy_plain (s, out);
  count->uses += macro;
  return !s->rd->arena->failed;
}
