/* expr.c - precedence climbing over the operators of gas, values being linear forms.

   gas binds * / % << >> tightest, then | & ^ !, then + and -, then comparisons,
   then &&, then || (op_rank, gas/expr.c).  Values have 64 bits, as its offsetT; a longer number is no
   operand there either.  Anything that leaves the linear forms (a product of
   symbols, a difference of labels) is marked complex: syntactically fine,
   value unknown.  A token whose operand is a known constant is folded where
   arithmetic needs its value.  */
#include "expr.h"

#include <string.h>

#include "eval.h"

#define MAX_DEPTH 60 /* nesting; deeper text is not understood */

enum op
{
  OP_NONE, OP_MUL, OP_DIV, OP_MOD, OP_SHL, OP_SHR,
  OP_OR, OP_AND, OP_XOR, OP_ORNOT,
  OP_ADD, OP_SUB, OP_INDEX, /* Intel: a[b] adds */
  OP_EQ, OP_NE, OP_LT, OP_LE, OP_GT, OP_GE,
  OP_LAND, OP_LOR
};

static const uint8_t rank[] = {
  [OP_MUL] = RANK_MULTIPLY, [OP_DIV] = RANK_MULTIPLY, [OP_MOD] = RANK_MULTIPLY,
  [OP_SHL] = RANK_MULTIPLY, [OP_SHR] = RANK_MULTIPLY,
  [OP_OR] = RANK_BITS, [OP_AND] = RANK_BITS, [OP_XOR] = RANK_BITS, [OP_ORNOT] = RANK_BITS,
  [OP_ADD] = RANK_ADD, [OP_SUB] = RANK_ADD, [OP_INDEX] = RANK_ADD,
  [OP_EQ] = RANK_COMPARE, [OP_NE] = RANK_COMPARE, [OP_LT] = RANK_COMPARE,
  [OP_LE] = RANK_COMPARE, [OP_GT] = RANK_COMPARE, [OP_GE] = RANK_COMPARE,
  [OP_LAND] = RANK_AND, [OP_LOR] = RANK_OR,
};

bool
avow_bare_modifier (char modifier)
{
  return modifier == 'c' || modifier == 'P' || modifier == 'p' || modifier == 'n';
}

static void
clear (struct avow_expr *e)
{
  memset (e, 0, sizeof *e);
  e->seg = AVOW_NO_RREF;
}

/* ---- values ------------------------------------------------------------------ */

static bool
is_number (const struct avow_expr *e)
{
  return !e->complex && !e->n_terms && !e->sym.len;
}

/* Keep the syntax facts of a value that is no linear form.  */
static void
make_complex (struct avow_expr *e)
{
  e->complex = true;
  e->sym = (struct avow_slice){ NULL, 0 };
  e->c = 0;
}

/* Replace the tokens of E that are known constants by their values.  */
static void
fold_tokens (const struct eval *v, struct avow_expr *e)
{
  const struct avow_stmt *stmt = v->rd->stmt;
  uint8_t kept = 0;
  for (uint8_t i = 0; i < e->n_terms; i++)
    {
      struct avow_term t = e->term[i];
      bool known = t.r.operand >= 0 && (unsigned)t.r.operand < stmt->n_operands
                   && stmt->operands[t.r.operand].const_known
                   && avow_bare_modifier (t.r.modifier);
      if (!known)
        {
          e->term[kept++] = t;
          continue;
        }
      uint64_t value = (uint64_t)stmt->operands[t.r.operand].const_value * (uint64_t)t.coef;
      e->c = (int64_t)(t.r.modifier == 'n' ? (uint64_t)e->c - value : (uint64_t)e->c + value);
    }
  e->n_terms = kept;
}

static void
merge_syntax (struct avow_expr *a, const struct avow_expr *b)
{
  a->bracket |= b->bracket;
  a->address |= b->address;
  a->far_short |= b->far_short;
  a->pasted |= b->pasted;
  a->glued |= b->glued;
  a->broadcast |= b->broadcast;
  a->complex |= b->complex;
  if (b->ptr_bytes)
    a->ptr_bytes = b->ptr_bytes;
  if (b->seg.reg >= 0 || b->seg.operand >= 0)
    a->seg = b->seg;
}

void
avow_eval_add (struct avow_expr *a, const struct avow_expr *b)
{
  merge_syntax (a, b);
  a->c = (int64_t)((uint64_t)a->c + (uint64_t)b->c);
  if (a->sym.len && b->sym.len)
    make_complex (a);
  else if (b->sym.len)
    a->sym = b->sym;
  for (uint8_t i = 0; i < b->n_terms; i++)
    if (a->n_terms < AVOW_MAX_TERMS)
      a->term[a->n_terms++] = b->term[i];
    else
      make_complex (a);
}

static void
subtract (const struct eval *v, struct avow_expr *a, struct avow_expr *b)
{
  fold_tokens (v, b);
  merge_syntax (a, b);
  if (is_number (b))
    a->c = (int64_t)((uint64_t)a->c - (uint64_t)b->c);
  else
    make_complex (a);
}

/* A times the number B.  */
static void
scale (struct avow_expr *a, const struct avow_expr *b)
{
  merge_syntax (a, b);
  if (a->sym.len || b->sym.len)
    make_complex (a);
  a->c = (int64_t)((uint64_t)a->c * (uint64_t)b->c);
  for (uint8_t i = 0; i < a->n_terms; i++)
    a->term[i].coef = (int64_t)((uint64_t)a->term[i].coef * (uint64_t)b->c);
}

static void
multiply (const struct eval *v, struct avow_expr *a, struct avow_expr *b)
{
  if (a->n_terms && b->n_terms)
    {
      fold_tokens (v, a);
      fold_tokens (v, b);
    }
  if (is_number (b))
    scale (a, b);
  else if (is_number (a))
    {
      scale (b, a);
      *a = *b;
    }
  else
    {
      merge_syntax (a, b);
      make_complex (a);
    }
}

static int64_t
shift (int64_t a, uint64_t n, bool left)
{
  if (n >= 64)
    return 0;
  return (int64_t)(left ? (uint64_t)a << n : (uint64_t)a >> n);
}

/* The operators that need two numbers; false when gas has no value for them either.  It
   warns of a division by zero, and divides by one.  */
static bool
compute (enum op op, int64_t a, int64_t b, int64_t *r)
{
  switch (op)
    {
    case OP_DIV: case OP_MOD:
      b = b ? b : 1;
      if (a == INT64_MIN && b == -1)
        return false;
      *r = op == OP_DIV ? a / b : a % b;
      return true;
    case OP_EQ: *r = -(a == b); return true;
    case OP_NE: *r = -(a != b); return true;
    case OP_LT: *r = -(a < b); return true;
    case OP_LE: *r = -(a <= b); return true;
    case OP_GT: *r = -(a > b); return true;
    case OP_GE: *r = -(a >= b); return true;
    case OP_LAND: *r = a && b; return true;
    case OP_LOR: *r = a || b; return true;
    case OP_SHL: *r = shift (a, (uint64_t)b, true); return true;
    case OP_SHR: *r = shift (a, (uint64_t)b, false); return true;
    case OP_OR: *r = a | b; return true;
    case OP_AND: *r = a & b; return true;
    case OP_XOR: *r = a ^ b; return true;
    case OP_ORNOT: *r = a | ~b; return true;
    default: return false;
    }
}

static void
combine (const struct eval *v, enum op op, struct avow_expr *a, struct avow_expr *b)
{
  if (op == OP_ADD || op == OP_INDEX)
    avow_eval_add (a, b);
  else if (op == OP_SUB)
    subtract (v, a, b);
  else if (op == OP_MUL)
    multiply (v, a, b);
  else
    {
      fold_tokens (v, a);
      fold_tokens (v, b);
      merge_syntax (a, b);
      if (!is_number (a) || !is_number (b) || !compute (op, a->c, b->c, &a->c))
        make_complex (a);
    }
}

/* ---- primaries ----------------------------------------------------------------------- */

static bool
read_closed (struct eval *v, char close, struct avow_expr *e)
{
  bool outer = v->bracket;
  v->bracket |= close == ']';
  v->p++;
  bool ok = avow_eval_rank (v, 1, e);
  v->bracket = outer;
  eval_skip_space (v);
  if (!ok || v->p == v->end || *v->p != close)
    return false;
  v->p++;
  e->bracket |= close == ']';
  return true;
}

static bool
read_unary (struct eval *v, char op, struct avow_expr *e)
{
  struct avow_expr b;
  if (!avow_eval_rank (v, RANK_UNARY, &b))
    return false;
  if (op == '+')
    *e = b;
  else if (op == '-')
    subtract (v, e, &b);
  else
    {
      fold_tokens (v, &b);
      *e = b;
      if (is_number (e))
        e->c = op == '~' ? ~e->c : !e->c;
      else
        make_complex (e);
    }
  return true;
}

static bool
read_primary (struct eval *v, struct avow_expr *e)
{
  clear (e);
  eval_skip_space (v);
  if (v->p == v->end)
    return false;
  char c = *v->p;
  if (c == AVOW_MARK_TOKEN)
    return avow_eval_token (v, e);
  if (avow_is (c, AVOW_CH_DIGIT))
    return avow_eval_number (v, e);
  switch (c)
    {
    case '\'': return avow_eval_char (v, e);
    case '"': return avow_eval_quoted (v, e);
    case '(': return read_closed (v, ')', e);
    case '[': return eval_intel (v) && read_closed (v, ']', e);
    case '-': case '+': case '~': case '!':
      v->p++;
      return read_unary (v, c, e);
    case '%': /* Intel with prefixed registers */
      v->p++;
      v->percent = true;
      return eval_intel (v) && v->p < v->end && avow_is (*v->p, AVOW_CH_BEGIN)
             && avow_eval_name (v, e);
    default: break;
    }
  if (!avow_is (c, AVOW_CH_BEGIN))
    return false;
  const char *word = v->p;
  if (eval_intel (v) && avow_eval_skip_word (v, "not"))
    return read_unary (v, '~', e);
  v->p = word;
  return avow_eval_name (v, e);
}

/* ---- operators ------------------------------------------------------------------------- */

static enum op
two_char_op (char a, char b)
{
  if (a == '<' && b == '<')
    return OP_SHL;
  if (a == '>' && b == '>')
    return OP_SHR;
  if (a == b && (a == '&' || a == '|' || a == '!'))
    return a == '&' ? OP_LAND : a == '|' ? OP_LOR : OP_XOR;
  if (a == '<' && b == '>')
    return OP_NE;
  if (b != '=')
    return OP_NONE;
  return a == '=' ? OP_EQ : a == '!' ? OP_NE : a == '<' ? OP_LE : a == '>' ? OP_GE : OP_NONE;
}

static enum op
word_op (const char *p, size_t len)
{
  static const struct { const char *word; uint8_t op; } table[] = {
    { "shl", OP_SHL }, { "shr", OP_SHR }, { "mod", OP_MOD }, { "and", OP_AND },
    { "or", OP_OR },   { "xor", OP_XOR }, { "eq", OP_EQ },   { "ne", OP_NE },
    { "lt", OP_LT },   { "le", OP_LE },   { "gt", OP_GT },   { "ge", OP_GE },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    if (avow_word_is (p, len, table[i].word))
      return (enum op)table[i].op;
  return OP_NONE;
}

static enum op
char_op (char c)
{
  static const char chars[] = "*/|&^!+-<>";
  static const uint8_t ops[] = { OP_MUL,   OP_DIV, OP_OR,  OP_AND,     OP_XOR,
                                 OP_ORNOT, OP_ADD, OP_SUB, OP_LT, OP_GT };
  const char *at = c ? strchr (chars, c) : NULL;
  return at ? (enum op)ops[at - chars] : OP_NONE;
}

/* The binary operator at the reading position, which moves to it; LEN is its length.  */
static enum op
peek_op (struct eval *v, size_t *len)
{
  eval_skip_space (v);
  size_t left = (size_t)(v->end - v->p);
  if (!left)
    return OP_NONE;
  enum op op = left > 1 ? two_char_op (v->p[0], v->p[1]) : OP_NONE;
  *len = 2;
  if (op)
    return op;
  *len = 1;
  if (*v->p == '%') /* else a register that a comma is missing before */
    {
      const char *next = avow_skip_space (v->p + 1, v->end);
      bool modulus = next < v->end && (avow_is (*next, AVOW_CH_DIGIT) || *next == '(');
      return modulus || v->rd->absolute ? OP_MOD : OP_NONE;
    }
  if (!eval_intel (v))
    return char_op (*v->p);
  if (*v->p == '[')
    {
      *len = 0;
      return OP_INDEX;
    }
  if (!avow_is (*v->p, AVOW_CH_BEGIN))
    return char_op (*v->p);
  *len = (size_t)(avow_name_end (v->p, v->end) - v->p);
  return word_op (v->p, *len);
}

bool
avow_eval_rank (struct eval *v, int min, struct avow_expr *e)
{
  clear (e);
  if (++v->depth > MAX_DEPTH || !read_primary (v, e))
    return false;
  size_t len;
  enum op op;
  while ((op = peek_op (v, &len)) != OP_NONE && rank[op] >= min)
    {
      struct avow_expr b;
      v->p += len;
      if (!avow_eval_rank (v, rank[op] + 1, &b))
        return false;
      combine (v, op, e, &b);
    }
  v->depth--;
  return true;
}

/* A multiple of a token that prints a constant is a number, or unknown.  */
static void
settle (const struct eval *v, struct avow_expr *e)
{
  for (uint8_t i = 0; i < e->n_terms; i++)
    if (e->term[i].coef != 1 && avow_bare_modifier (e->term[i].r.modifier))
      {
        uint8_t before = e->n_terms;
        fold_tokens (v, e);
        if (e->n_terms == before)
          {
            e->term[i] = e->term[--e->n_terms];
            make_complex (e);
          }
        i = (uint8_t)-1; /* the terms have moved: look again */
      }
}

bool
avow_expr_read (struct avow_reader *rd, const char **p, const char *end, struct avow_expr *e)
{
  struct eval v = { .rd = rd, .p = *p, .end = end };
  bool ok = avow_eval_rank (&v, 1, e);
  if (ok)
    settle (&v, e);
  *p = v.p;
  return ok;
}

bool
avow_expr_number (struct avow_reader *rd, const char **p, const char *end, struct avow_expr *e)
{
  struct eval v = { .rd = rd, .p = *p, .end = end };
  bool outer = rd->absolute;
  rd->absolute = true;
  bool ok = avow_eval_rank (&v, 1, e);
  rd->absolute = outer;
  if (ok)
    fold_tokens (&v, e);
  *p = v.p;
  return ok && is_number (e) && !e->pasted && !e->bracket && !e->ptr_bytes;
}
