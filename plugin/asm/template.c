/* template.c - %-escapes and dialect alternatives, as output_asm_insn does them.

   One pass over the template.  read_escape() takes a %-sequence apart without
   meaning, so that the skipping of the other dialect's alternative and the
   measuring of a token in the template share it.  What a sequence prints follows
   gcc/final.cc and ix86_print_operand of GCC 12 to 16: operands become tokens;
   opcode suffixes (%z0) are letters as soon as the operand's size is known.  */
#include "template.h"

#include <stdio.h>
#include <string.h>

#include "reader.h"

enum escape_kind { ESC_LITERAL, ESC_UNIQUE, ESC_OPERAND, ESC_NAMED, ESC_PUNCT, ESC_BAD };

struct escape
{
  uint8_t kind;    /* enum escape_kind */
  char ch;         /* literal or punctuation; operand: modifier or 0 */
  uint32_t number; /* operand */
  uint32_t len;    /* bytes in the template */
};

struct expander
{
  const struct avow_stmt *stmt;
  struct avow_arena *arena;
  struct avow_body *body;
  struct avow_text *text;
  uint32_t *off;
  size_t tokens_cap;
  unsigned n_gaps;
  bool ok;
};

#define MAX_GAPS 32      /* reported; a text with more errors is no more unverified */
#define MAX_NAME_LEN 256 /* %[name]: bounds the search for the bracket */

static bool
is_digit (char c)
{
  return avow_is (c, AVOW_CH_DIGIT);
}

/* The number at P; saturates, as no statement has that many operands.  */
static const char *
read_number (const char *p, const char *end, uint32_t *number)
{
  uint32_t n = 0;
  for (; p < end && is_digit (*p); p++)
    n = n < 100000 ? n * 10 + (uint32_t)(*p - '0') : n;
  *number = n;
  return p;
}

/* The operand reference behind a modifier (or behind the %): a number or [name].  */
static const char *
read_reference (const char *p, const char *end, struct escape *e)
{
  if (p < end && is_digit (*p))
    {
      e->kind = ESC_OPERAND;
      return read_number (p, end, &e->number);
    }
  size_t left = (size_t)(end - p);
  const char *close = NULL;
  if (left && *p == '[')
    close = memchr (p, ']', left < MAX_NAME_LEN ? left : MAX_NAME_LEN);
  e->kind = close ? ESC_NAMED : ESC_BAD;
  return close ? close + 1 : p;
}

/* The escape at P, which points at a '%'.  */
static struct escape
read_escape (const char *p, const char *end)
{
  struct escape e = { ESC_BAD, 0, 0, 1 };
  const char *q = p + 1;
  if (q == end)
    return e;
  e.ch = *q;
  if (strchr ("%{}|", *q) && *q)
    e.kind = ESC_LITERAL, q++;
  else if (*q == '=')
    e.kind = ESC_UNIQUE, q++;
  else if (is_digit (*q) || *q == '[')
    {
      e.ch = 0;
      q = read_reference (q, end, &e);
    }
  else if (avow_is (*q, AVOW_CH_ALNUM))
    {
      q++;
      if (e.ch == 'c' && q < end && *q == 'c') /* %cc0 (GCC 15): %c0 without PIC decoration */
        q++;
      q = read_reference (q, end, &e);
    }
  else if (strchr ("*&+;!@^~<", *q) && *q)
    e.kind = ESC_PUNCT, q++;
  e.len = (uint32_t)(q - p);
  return e;
}

static void
gap (struct expander *x, enum avow_reason reason, const char *p, uint32_t len)
{
  if (x->n_gaps++ >= MAX_GAPS)
    return;
  uint32_t shown = len < 40 ? len : 40;
  const char *detail = avow_strndup (x->arena, p, shown);
  uint32_t off = (uint32_t)(p - x->stmt->text);
  x->ok = x->ok && detail && avow_body_gap (x->body, x->arena, reason, detail, 0, off, len);
}

/* Append C, which stands at SRC in the template.  The marks themselves cannot be
   written by the programmer: such a byte becomes one that means nothing.  */
static void
put (struct expander *x, char c, const char *src)
{
  struct avow_text *t = x->text;
  x->off[t->len] = (uint32_t)(src - x->stmt->text);
  t->s[t->len++] = c == AVOW_MARK_TOKEN || c == AVOW_MARK_UNIQUE ? '\177' : c;
}

/* Append what stands at P up to the next character with a meaning; returns that.  */
static const char *
put_plain (struct expander *x, const char *p, const char *end)
{
  char *to = x->text->s + x->text->len;
  uint32_t *off = x->off + x->text->len, at = (uint32_t)(p - x->stmt->text);
  const char *start = p;
  while (p < end && !avow_is (*p, AVOW_CH_ESCAPE))
    {
      *to++ = *p++;
      *off++ = at++;
    }
  x->text->len += (uint32_t)(p - start);
  return p;
}

static void
put_mark (struct expander *x, char mark, const char *src)
{
  put (x, mark, src);
  x->text->s[x->text->len - 1] = mark;
  x->text->marks = true;
}

static void
put_token (struct expander *x, int operand, char modifier, const char *src, uint32_t len)
{
  struct avow_text *t = x->text;
  struct avow_token *tokens
      = avow_grow (x->arena, t->tokens, t->n_tokens, &x->tokens_cap, sizeof *tokens);
  if (!tokens)
    {
      x->ok = false;
      return;
    }
  t->tokens = tokens;
  tokens[t->n_tokens] = (struct avow_token){ (int16_t)operand, modifier,
                                             (uint32_t)(src - x->stmt->text), len };
  put_mark (x, AVOW_MARK_TOKEN, src);
  for (int shift = 21; shift >= 0; shift -= 7)
    put (x, (char)(0x80 | ((t->n_tokens >> shift) & 0x7f)), src);
  t->n_tokens++;
}

static uint32_t
n_references (const struct avow_stmt *stmt)
{
  uint32_t n = stmt->n_operands + stmt->n_labels;
  return n < INT16_MAX ? n : INT16_MAX;
}

static void
count_use (struct expander *x, const struct escape *e)
{
  if (e->kind == ESC_OPERAND && e->number < n_references (x->stmt))
    x->body->token_uses[e->number]++;
}

/* The opcode suffix that %z (FLOAT: %Z) prints for operand OP, or 0 when that
   depends on the machine mode and cannot be told here.  */
static char
size_suffix (const struct avow_operand *op, bool x87)
{
  if (op->type == AVOW_TYPE_FLOAT)
    return op->size == 4 ? 's' : op->size == 8 ? 'l' : op->size > 8 ? 't' : 0;
  if (op->type != AVOW_TYPE_INT && op->type != AVOW_TYPE_POINTER)
    return 0;
  switch (op->size)
    {
    case 1: return x87 ? 0 : 'b';
    case 2: return x87 ? 's' : 'w';
    case 4: return 'l';
    case 8: return 'q';
    default: return 0;
    }
}

/* Print a modifier that stands for a suffix letter; Intel mnemonics have none.
   Returns false when E is no such modifier.  */
static bool
put_suffix (struct expander *x, const struct escape *e, const char *src)
{
  char c = 0;
  switch (e->ch)
    {
    case 'L': c = 'l'; break;
    case 'W': c = 'w'; break;
    case 'B': c = 'b'; break;
    case 'Q': c = 'q'; break;
    case 'S': c = 's'; break;
    case 'T': c = 't'; break;
    case 'z': case 'Z':
      if (e->number < x->stmt->n_operands)
        c = size_suffix (&x->stmt->operands[e->number], e->ch == 'Z');
      break;
    default: return false;
    }
  if (x->stmt->target.dialect == AVOW_INTEL)
    return true;
  if (!c)
    return false;
  put (x, c, src);
  return true;
}

/* Modifiers that print no register, constant or address: conditions, rounding,
   duplicated operands ... GCC rejects most of them in an asm.  */
static bool
modifier_known (char m)
{
  return m == 0 || strchr ("AEHPVXabcghklnpqtwxyzZ", m) != NULL;
}

/* A constant glued to the word before it (__get_user_%P4, .L%c0) prints digits of
   that word.  Returns false when it is none, or its value is not known.  */
static bool
put_glued_constant (struct expander *x, const struct escape *e, const char *src)
{
  char before = x->text->len ? x->text->s[x->text->len - 1] : 0;
  if (!avow_bare_modifier (e->ch) || e->ch == 'n' || e->number >= x->stmt->n_operands
      || !(avow_is (before, AVOW_CH_ALNUM) || before == '_'))
    return false;
  const struct avow_operand *op = &x->stmt->operands[e->number];
  if (!op->const_known || op->const_value < 0 || op->const_value > 9999)
    return false;
  char digits[8];
  int n = snprintf (digits, sizeof digits, "%d", (int)op->const_value);
  for (int i = 0; i < n; i++)
    put (x, digits[i], src);
  return true;
}

static void
expand_operand (struct expander *x, const struct escape *e, const char *src)
{
  if (e->number >= n_references (x->stmt))
    {
      gap (x, AVOW_REASON_BAD_OPERAND_NUMBER, src, e->len);
      put_token (x, -1, e->ch, src, e->len);
      return;
    }
  count_use (x, e);
  if (put_suffix (x, e, src) || put_glued_constant (x, e, src))
    return;
  if (!modifier_known (e->ch))
    {
      gap (x, AVOW_REASON_UNKNOWN_MODIFIER, src, e->len);
      put_token (x, -1, e->ch, src, e->len);
      return;
    }
  put_token (x, (int)e->number, e->ch, src, e->len);
}

/* The register that holds the thread pointer's segment: %@.  */
static void
put_thread_segment (struct expander *x, const char *src)
{
  const struct avow_target *target = &x->stmt->target;
  bool fs = target->arch && target->arch->mode == AVOW_MODE64 && !target->kernel_model;
  if (target->dialect == AVOW_ATT)
    put (x, '%', src);
  put (x, fs ? 'f' : 'g', src);
  put (x, 's', src);
}

/* %+ %; %! %^ print nothing in an asm statement with a current assembler.  */
static void
expand_punct (struct expander *x, const struct escape *e, const char *src)
{
  switch (e->ch)
    {
    case '*':
      if (x->stmt->target.dialect == AVOW_ATT)
        put (x, '*', src);
      break;
    case '@': put_thread_segment (x, src); break;
    case '+': case ';': case '!': case '^': break;
    default:
      gap (x, AVOW_REASON_UNKNOWN_MODIFIER, src, e->len);
      put_token (x, -1, e->ch, src, e->len);
      break;
    }
}

static void
expand_escape (struct expander *x, const struct escape *e, const char *src)
{
  switch (e->kind)
    {
    case ESC_LITERAL: put (x, e->ch, src); break;
    case ESC_UNIQUE: put_mark (x, AVOW_MARK_UNIQUE, src); break;
    case ESC_OPERAND: expand_operand (x, e, src); break;
    case ESC_PUNCT: expand_punct (x, e, src); break;
    case ESC_NAMED: /* GCC has numbered every name that exists */
      gap (x, AVOW_REASON_BAD_OPERAND_NUMBER, src, e->len);
      put_token (x, -1, e->ch, src, e->len);
      break;
    default:
      gap (x, AVOW_REASON_SYNTAX, src, e->len);
      put (x, '%', src);
      break;
    }
}

/* Skip an alternative that is not ours: to behind the next '|' (when BAR) or to
   the closing '}'.  Returns where that character stands, or END.  */
static const char *
skip_alternative (struct expander *x, const char *p, const char *end, bool bar)
{
  while (p < end && *p != '}' && !(bar && *p == '|'))
    if (*p == '%')
      {
        struct escape e = read_escape (p, end);
        count_use (x, &e);
        p += e.len;
      }
    else
      p++;
  return p;
}

/* Enter the alternatives that open at P: go to the one of our dialect.  */
static const char *
open_alternatives (struct expander *x, const char *p, const char *end)
{
  p++;
  if (x->stmt->target.dialect == AVOW_INTEL)
    {
      p = skip_alternative (x, p, end, true);
      if (p < end && *p == '|')
        p++;
    }
  return p;
}

static void
expand_extended (struct expander *x, const char *p, const char *end)
{
  bool inside = false; /* in our alternative of { | } ... */
  const char *open = p; /* ... which begins here */
  while (p < end && x->ok)
    if (*p == '%')
      {
        struct escape e = read_escape (p, end);
        expand_escape (x, &e, p);
        p += e.len;
      }
    else if (*p == '{')
      {
        if (inside)
          gap (x, AVOW_REASON_SYNTAX, p, 1);
        inside = true;
        open = p;
        p = open_alternatives (x, p, end);
      }
    else if (*p == '|' && inside)
      p = skip_alternative (x, p, end, false);
    else if (*p == '}' && inside)
      inside = false, p++;
    else
      {
        put (x, *p, p); /* a character that means nothing here */
        p = put_plain (x, p + 1, end);
      }
  if (inside)
    gap (x, AVOW_REASON_SYNTAX, open, (uint32_t)(end - open));
}

/* An upper bound of the expanded length: a token may be longer than it is written.  */
static size_t
expanded_size (const struct avow_stmt *stmt)
{
  size_t n = stmt->len;
  if (!stmt->is_basic)
    for (size_t i = 0; i < stmt->len; i++)
      if (stmt->text[i] == '%')
        n += AVOW_TOKEN_BYTES;
  return n;
}

bool
avow_expand (const struct avow_stmt *stmt, struct avow_arena *arena, struct avow_body *body,
             struct avow_text *text)
{
  size_t size = expanded_size (stmt);
  *text = (struct avow_text){ .stmt = stmt };
  text->s = avow_alloc (arena, size + 1);
  uint32_t *off = avow_calloc (arena, size + 1, sizeof *off);
  if (!text->s || !off)
    return false;
  text->off = off;
  struct expander x = { stmt, arena, body, text, off, 0, 0, true };
  const char *end = stmt->text + stmt->len;
  if (stmt->is_basic)
    for (const char *p = put_plain (&x, stmt->text, end); p < end; p = put_plain (&x, p + 1, end))
      put (&x, *p, p);
  else
    expand_extended (&x, put_plain (&x, stmt->text, end), end);
  off[text->len] = (uint32_t)stmt->len;
  text->s[text->len] = 0;
  return x.ok;
}

const struct avow_token *
avow_text_token (const struct avow_text *text, const char *p)
{
  uint32_t i = 0;
  for (int k = 1; k < AVOW_TOKEN_BYTES; k++)
    i = i << 7 | ((unsigned char)p[k] & 0x7f);
  return &text->tokens[i];
}

void
avow_text_span (const struct avow_text *text, const char *p, const char *end, uint32_t *off,
                uint32_t *len)
{
  if (!text->off)
    {
      *off = text->at;
      *len = text->at_len;
      return;
    }
  *off = text->off[p - text->s];
  *len = 0;
  if (p >= end)
    return;
  const struct avow_stmt *stmt = text->stmt;
  uint32_t last = text->off[end - 1 - text->s], n = 1;
  if (stmt->text[last] == '%' && !stmt->is_basic)
    n = read_escape (stmt->text + last, stmt->text + stmt->len).len;
  *len = last + n - *off;
}

/* Copy the token or %= at P as the template writes it; returns the bytes written.  */
static size_t
render_mark (const struct avow_text *text, const char *p, char *to)
{
  if (*p == AVOW_MARK_UNIQUE)
    {
      memcpy (to, "%=", 2);
      return 2;
    }
  const struct avow_token *t = avow_text_token (text, p);
  memcpy (to, text->stmt->text + t->off, t->len);
  return t->len;
}

struct avow_slice
avow_text_render (const struct avow_text *text, struct avow_arena *arena, const char *p,
                  const char *end, bool *has_token, bool *has_unique)
{
  size_t len = (size_t)(end - p), size = 0;
  *has_token = *has_unique = false;
  bool marked = text->marks && (memchr (p, AVOW_MARK_TOKEN, len) || memchr (p, AVOW_MARK_UNIQUE, len));
  for (const char *q = p; marked && q < end; q++)
    if (*q == AVOW_MARK_TOKEN)
      {
        *has_token = true;
        size += avow_text_token (text, q)->len;
        q += AVOW_TOKEN_BYTES - 1;
      }
    else
      {
        *has_unique |= *q == AVOW_MARK_UNIQUE;
        size += *q == AVOW_MARK_UNIQUE ? 2 : 1;
      }
  if (!*has_token && !*has_unique)
    return (struct avow_slice){ p, (uint32_t)len };

  char *s = avow_alloc (arena, size + 1), *to = s;
  if (!s)
    return (struct avow_slice){ NULL, 0 };
  while (p < end)
    {
      bool token = *p == AVOW_MARK_TOKEN;
      if (token || *p == AVOW_MARK_UNIQUE)
        to += render_mark (text, p, to);
      else
        *to++ = *p;
      p += token ? AVOW_TOKEN_BYTES : 1;
    }
  return (struct avow_slice){ s, (uint32_t)size };
}
