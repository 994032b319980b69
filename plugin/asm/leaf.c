/* leaf.c - what expressions are made of: numbers, characters, symbols, tokens, registers.

   Intel syntax has words besides: "dword ptr", "offset", "short", and a segment
   register with a colon.  They read what they apply to, and mark it.  */
#include <string.h>

#include "eval.h"

/* ---- numbers ----------------------------------------------------------------- */

int
avow_digit (char c)
{
  c = avow_lower (c);
  return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : 99;
}

/* Digits of BASE; a number of more than 64 bits is complex.  */
static void
read_digits (struct eval *v, int base, struct avow_expr *e)
{
  uint64_t n = 0;
  for (; v->p < v->end && avow_digit (*v->p) < base; v->p++)
    {
      if (n > (UINT64_MAX - (uint64_t)avow_digit (*v->p)) / (uint64_t)base)
        e->complex = true;
      n = n * (uint64_t)base + (uint64_t)avow_digit (*v->p);
    }
  e->c = e->complex ? 0 : (int64_t)n;
}

/* 1f or 1b at P: returns behind it, or NULL.  0b followed by a digit is binary.  */
static const char *
local_label_end (const char *p, const char *end)
{
  while (p < end && avow_is (*p, AVOW_CH_DIGIT))
    p++;
  if (p == end || (avow_lower (*p) != 'f' && avow_lower (*p) != 'b'))
    return NULL;
  p++;
  return p < end && avow_is (*p, AVOW_CH_NAME) ? NULL : p;
}

/* Two numbers pasted together cannot be told apart from one; a token that
   prints an address is added (8%0 for 8(%rax)), as it is meant.  memory-size says what it becomes.  */
static void
number_before_token (struct eval *v, struct avow_expr *e)
{
  if (v->p == v->end || *v->p != AVOW_MARK_TOKEN)
    return;
  const struct avow_token *t = avow_text_token (&v->rd->text, v->p);
  if (avow_bare_modifier (t->modifier) || t->modifier == 'l')
    e->pasted = true;
  e->glued = !e->pasted;
  struct avow_expr b;
  if (avow_eval_rank (v, RANK_ADD + 1, &b))
    avow_eval_add (e, &b);
  else
    e->pasted = true;
}

bool
avow_eval_number (struct eval *v, struct avow_expr *e)
{
  const char *label = local_label_end (v->p, v->end);
  if (label)
    {
      e->sym = (struct avow_slice){ v->p, (uint32_t)(label - v->p) };
      v->p = label;
      return true;
    }
  char second = v->end - v->p > 1 ? avow_lower (v->p[1]) : 0;
  bool prefixed = *v->p == '0' && (second == 'x' || second == 'b');
  if (prefixed)
    {
      v->p += 2;
      if (v->p == v->end || avow_digit (*v->p) >= (second == 'x' ? 16 : 2))
        return false;
    }
  read_digits (v, prefixed ? (second == 'x' ? 16 : 2) : *v->p == '0' ? 8 : 10, e);
  v->p += v->p < v->end && avow_lower (*v->p) == 'u'; /* as C has it (gas/expr.c) */
  while (v->p < v->end && avow_lower (*v->p) == 'l')
    v->p++;
  number_before_token (v, e);
  return v->p == v->end || !avow_is (*v->p, AVOW_CH_NAME);
}

/* 'c' or 'c: the closing quote is optional.  */
bool
avow_eval_char (struct eval *v, struct avow_expr *e)
{
  static const char from[] = "bfnrt\\'\"", to[] = "\b\f\n\r\t\\'\"";
  const char *p = v->p + 1;
  if (p == v->end)
    return false;
  char c = *p++;
  if (c == '\\')
    {
      if (p == v->end)
        return false;
      const char *known = *p ? strchr (from, *p) : NULL;
      if (!known)
        e->complex = true; /* octal and hexadecimal: nobody writes them */
      c = known ? to[known - from] : 0;
      p++;
    }
  if (p < v->end && *p == '\'')
    p++;
  e->c = (unsigned char)c;
  v->p = p;
  return true;
}

/* ---- names and tokens ----------------------------------------------------------- */

static void
set_term (const struct eval *v, struct avow_expr *e, struct avow_rref r)
{
  e->term[0] = (struct avow_term){ r, 1, v->bracket };
  e->n_terms = 1;
}

bool
avow_eval_token (struct eval *v, struct avow_expr *e)
{
  const struct avow_token *t = avow_text_token (&v->rd->text, v->p);
  v->p += AVOW_TOKEN_BYTES;
  if (v->p < v->end && avow_is (*v->p, AVOW_CH_NAME))
    {
      e->pasted = true;
      v->p = avow_name_end (v->p, v->end);
    }
  if (t->operand < 0)
    {
      v->rd->why = AVOW_N_REASONS; /* the expansion has reported it */
      return false;
    }
  struct avow_rref r = { -1, t->operand, t->modifier };
  if (avow_is_label (v->rd, r) && t->modifier != 'l')
    {
      v->rd->why = AVOW_REASON_BAD_OPERAND_NUMBER;
      return false;
    }
  set_term (v, e, r);
  return true;
}

/* A symbol with marks in it is a name of its own; the first operand token in it is kept
   as a term, so that the use is seen.  */
static bool
make_symbol (struct eval *v, const char *p, const char *end, struct avow_expr *e)
{
  bool token, unique;
  if (v->rd->names && avow_any_symbol (v->rd->names))
    {
      const struct avow_named *n = avow_name_find (
          v->rd->names, AVOW_NAME_SYMBOL, (struct avow_slice){ p, (uint32_t)(end - p) });
      if (n && n->state == AVOW_STATE_NUMBER)
        {
          e->c = n->value;
          return true;
        }
    }
  e->sym = avow_text_render (&v->rd->text, v->rd->arena, p, end, &token, &unique);
  if (!e->sym.p)
    {
      v->rd->no_memory = true;
      return false;
    }
  if (!token)
    return true;
  e->pasted = true;
  const struct avow_token *t
      = avow_text_token (&v->rd->text, memchr (p, AVOW_MARK_TOKEN, (size_t)(end - p)));
  struct avow_rref r = { -1, t->operand, t->modifier };
  if (t->operand >= 0 && !avow_is_label (v->rd, r))
    set_term (v, e, r);
  return true;
}

/* Behind a symbol and its @suffix.  */
static const char *
symbol_end (const char *p, const char *end)
{
  p = avow_name_end (p, end);
  while (end - p > 1 && *p == '@' && avow_is (p[1], AVOW_CH_NAME | AVOW_CH_DIGIT))
    p = avow_name_end (p + 1, end);
  return p;
}

bool
avow_eval_quoted (struct eval *v, struct avow_expr *e)
{
  const char *close = memchr (v->p + 1, '"', (size_t)(v->end - v->p - 1));
  if (!close || close == v->p + 1)
    return false;
  e->sym = (struct avow_slice){ v->p + 1, (uint32_t)(close - v->p - 1) };
  v->p = close + 1;
  return true;
}

/* ---- Intel words ------------------------------------------------------------------ */

static uint16_t
ptr_size (const char *s, size_t len)
{
  static const struct { const char *word; uint16_t bytes; } table[] = {
    { "byte", 1 },  { "word", 2 },    { "dword", 4 },    { "qword", 8 },    { "fword", 6 },
    { "tbyte", 10 }, { "oword", 16 }, { "xmmword", 16 }, { "ymmword", 32 }, { "zmmword", 64 },
    { "mmword", 8 },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    if (avow_word_is (s, len, table[i].word))
      return table[i].bytes;
  return 0;
}

/* Skip the word WORD at the reading position, if it stands there alone.  */
bool
avow_eval_skip_word (struct eval *v, const char *word)
{
  const char *p = avow_skip_space (v->p, v->end), *q = avow_name_end (p, v->end);
  if (!avow_word_is (p, (size_t)(q - p), word))
    return false;
  v->p = q;
  return true;
}

/* A word that says how to take what follows: "dword ptr X", "offset X", "short X".
   Returns false when [P, END) is none of them; else reads X into E.  */
static bool
read_qualified (struct eval *v, const char *p, const char *end, struct avow_expr *e, bool *ok)
{
  size_t len = (size_t)(end - p);
  uint16_t bytes = ptr_size (p, len);
  bool address = avow_word_is (p, len, "offset"), flat = avow_word_is (p, len, "flat");
  bool distance = avow_word_is (p, len, "short") || avow_word_is (p, len, "near")
                  || avow_word_is (p, len, "far");
  const char *start = v->p;
  v->p = end;
  bool bcst = bytes && avow_eval_skip_word (v, "bcst");
  if ((bytes || distance) && !bcst)
    {
      bool ptr = avow_eval_skip_word (v, "ptr");
      bytes = ptr ? bytes : 0;
      distance |= ptr && !bytes;
    }
  if (flat)
    {
      eval_skip_space (v);
      flat = v->p < v->end && *v->p == ':';
      v->p += flat;
    }
  if (!bytes && !address && !distance && !flat)
    {
      v->p = start;
      return false;
    }
  *ok = avow_eval_rank (v, address || flat ? RANK_ADD + 1 : RANK_ADD, e);
  e->address |= address;
  e->far_short |= distance;
  e->broadcast |= bcst;
  if (bytes)
    e->ptr_bytes = bytes;
  return true;
}

/* A register, maybe a segment override of what follows.  */
static bool
read_register (struct eval *v, int reg, struct avow_expr *e)
{
  struct avow_rref r = { (int16_t)reg, -1, 0 };
  eval_skip_space (v);
  if (v->p < v->end && *v->p == ':' && avow_reg_class_is (v->rd, reg, AVOW_RC_SEG))
    {
      v->p++;
      if (!avow_eval_rank (v, RANK_ADD, e))
        return false;
      e->seg = r;
      return true;
    }
  if (reg != AVOW_REG_ZERO_INDEX)
    set_term (v, e, r);
  return true;
}

bool
avow_eval_name (struct eval *v, struct avow_expr *e)
{
  const char *p = v->p, *end = symbol_end (p, v->end);
  bool ok, percent = v->percent;
  v->percent = false;
  if (eval_intel (v))
    {
      if (!percent && read_qualified (v, p, end, e, &ok))
        return ok;
      int reg = percent || v->rd->naked ? avow_reg_read (v->rd, &v->p, v->end) : AVOW_REG_NONE;
      if (reg != AVOW_REG_NONE)
        return read_register (v, reg, e);
    }
  v->p = end;
  return make_symbol (v, p, end, e);
}
