/* cover.c - lay memory accesses against the memory operands.

   The glue numbers addresses: equal numbers are equal values.  A pointer operand and a
   memory operand with one number speak of the same memory, and their offsets and
   sizes decide.  Where numbers are missing the answer is unknown, never no.  */
#include "cover.h"

#include <string.h>

/* An operand that may as well be in a register ("rm", "g") speaks of no memory but its own.  */
static bool
declares (const struct avow_contract *c, unsigned k, bool write, bool itself)
{
  const struct avow_operand *op = &c->stmt->operands[k];
  if (!avow_is_memory_operand (c, k) && !(itself && c->places[k].kinds & AVOW_K_MEM))
    return false;
  if (c->places[k].address)
    return false;
  if (op->same_object || op->constraint[0] == '+')
    return true;
  return op->is_output == write;
}

/* Address number and offset of what access M reaches; false when not known.  */
static bool
locate (const struct avow_contract *c, const struct avow_reached *m, uint32_t *id, int64_t *off,
        bool *off_known)
{
  if (m->operand < 0)
    return false;
  const struct avow_operand *op = &c->stmt->operands[m->operand];
  *id = op->value_id;
  *off = op->value_off + m->off;
  *off_known = m->off_known && m->extent;
  return op->value_id != 0;
}

/* An access that is located: the address number and the bytes from OFF on.  */
struct span
{
  bool located, object, off_known;
  uint32_t id;
  int64_t off;
  uint64_t size, covered; /* COVERED: of at most 64 bytes, those that some operand covers */
};

/* Operand OP covers bytes FROM to TO - 1 of the span.  */
static void
add_bytes (struct span *s, int64_t from, int64_t to)
{
  if (from < 0)
    from = 0;
  if (to > from && from < 64)
    s->covered |= avow_bytes ((uint64_t)to) & ~avow_bytes ((uint64_t)from);
}

static enum avow_cover
covers (const struct avow_operand *op, struct span *s)
{
  if (!s->located || !op->value_id)
    return AVOW_COVER_UNKNOWN;
  if (op->value_id != s->id)
    /* Two declared objects are two; a pointer may point to any of them.  */
    return op->value_is_object && s->object ? AVOW_UNCOVERED : AVOW_COVER_UNKNOWN;
  if (!op->size)
    return AVOW_COVERED; /* a type of variable size: what the operand names is meant */
  if (!s->off_known && s->object && op->object_size && !op->value_off && op->size >= op->object_size)
    return AVOW_COVERED; /* all of a declared object: there is nothing else that the address leads to */
  if (!s->off_known)
    return op->type == AVOW_TYPE_OTHER || op->type == AVOW_TYPE_VECTOR ? AVOW_COVER_UNKNOWN
                                                                       : AVOW_UNCOVERED;
  int64_t from = op->value_off - s->off, to = from + (int64_t)op->size;
  add_bytes (s, from, to);
  return from <= 0 && to >= (int64_t)s->size ? AVOW_COVERED : AVOW_UNCOVERED;
}

enum avow_cover
avow_cover (const struct avow_contract *c, const struct avow_reached *m, bool write)
{
  struct span s = { .size = m->extent };
  s.located = (m->reach == AVOW_REACH_POINTER || m->reach == AVOW_REACH_SYMBOL || m->reach == AVOW_REACH_OPERAND)
              && (!m->bit_string || m->extent) && locate (c, m, &s.id, &s.off, &s.off_known);
  s.object = s.located && c->stmt->operands[m->operand].value_is_object;
  enum avow_cover best = AVOW_UNCOVERED;
  uint64_t possible = 0; /* bytes of operands that may lie there */
  for (unsigned k = 0; k < c->stmt->n_operands; k++)
    {
      if (!declares (c, k, write, m->reach == AVOW_REACH_OPERAND && m->operand == (int)k))
        continue;
      enum avow_cover v = covers (&c->stmt->operands[k], &s);
      if (v == AVOW_COVERED)
        return v;
      if (v == AVOW_COVER_UNKNOWN)
        {
          uint64_t size = c->stmt->operands[k].size;
          best = v;
          possible = size && size < UINT32_MAX ? possible + size : UINT64_MAX / 2;
        }
    }
  for (unsigned i = 0; i < 64 && best == AVOW_COVER_UNKNOWN; i++)
    possible += s.covered >> i & 1;
  /* However they lie, they are too small.  */
  if (best == AVOW_COVER_UNKNOWN && m->extent && possible < m->extent)
    best = AVOW_UNCOVERED;
  /* Two members side by side cover what lies over both.  */
  if (s.off_known && s.size && s.size <= 64 && !(avow_bytes (s.size) & ~s.covered))
    return AVOW_COVERED;
  /* Elements that a mask may leave out: perhaps just those that the operand does not have.  */
  if (best == AVOW_UNCOVERED && m->reach == AVOW_REACH_OPERAND && m->repeated && !m->extent)
    return AVOW_COVER_UNKNOWN;
  return best;
}

int
avow_overrun (const struct avow_contract *c, const struct avow_reached *m, bool write)
{
  if (m->faultable || m->bit_string || m->role & AVOW_ROLE_ADDR || !m->off_known || !m->extent
      || avow_outside_object (c, m) || avow_cover (c, m, write) != AVOW_UNCOVERED)
    return -1;
  if (!write && m->operand >= 0 && c->stmt->operands[m->operand].object_const)
    return -1; /* what never changes need not be declared */
  if (m->reach == AVOW_REACH_OPERAND)
    return avow_within_operand (c, m) ? -1 : m->operand;
  struct avow_reached first = *m;
  first.extent = 1;
  for (unsigned k = 0; k < c->stmt->n_operands; k++)
    {
      struct span s = { .size = 1 };
      s.located = m->reach == AVOW_REACH_POINTER && declares (c, k, write, false)
                  && locate (c, &first, &s.id, &s.off, &s.off_known);
      if (s.located && covers (&c->stmt->operands[k], &s) == AVOW_COVERED)
        return (int)k;
    }
  return -1;
}

bool
avow_names_operand (const struct avow_contract *c, const struct avow_reached *m, bool write)
{
  for (unsigned k = 0; k < c->stmt->n_operands && m->sym.len; k++)
    {
      const struct avow_operand *op = &c->stmt->operands[k];
      if (op->name && declares (c, k, write, false) && strlen (op->name) == m->sym.len
          && !memcmp (op->name, m->sym.p, m->sym.len))
        return true;
    }
  return false;
}

enum avow_cover
avow_cover_pointer (const struct avow_contract *c, unsigned k, bool write)
{
  const struct avow_operand *ops = c->stmt->operands;
  enum avow_cover best = AVOW_UNCOVERED;
  for (unsigned j = 0; j < c->stmt->n_operands; j++)
    {
      if (!declares (c, j, write, false))
        continue;
      if (ops[k].value_id && ops[j].value_id == ops[k].value_id && ops[j].value_off == ops[k].value_off)
        return AVOW_COVERED;
      bool other = ops[k].value_id && ops[j].value_id && ops[k].value_is_object && ops[j].value_is_object
                   && ops[j].value_id != ops[k].value_id;
      if (!other)
        best = AVOW_COVER_UNKNOWN;
    }
  return best;
}

int
avow_handed_address (const struct avow_contract *c, unsigned k)
{
  const struct avow_operand *op = &c->stmt->operands[k];
  if (op->is_output || avow_is_memory_operand (c, k) || (op->const_known && !op->const_value))
    return 0;
  if (op->type == AVOW_TYPE_POINTER)
    return 1;
  if (op->type != AVOW_TYPE_INT || op->const_known || op->value_max || op->size < c->arch->ptr_bytes)
    return 0;
  return op->holds == AVOW_HOLDS_POINTER ? 1 : op->holds == AVOW_HOLDS_NUMBER ? 0 : -1;
}

bool
avow_first_said (const struct avow_reached *m, uint64_t *said)
{
  uint64_t bit = (uint64_t)1 << (m->operand >= 0 && m->operand < 63 ? m->operand : 63);
  bool first = !(*said & bit) || m->reach == AVOW_REACH_SYMBOL;
  *said |= bit;
  return first;
}

bool
avow_within_operand (const struct avow_contract *c, const struct avow_reached *m)
{
  uint64_t size = c->stmt->operands[m->operand].size;
  if (size && m->off_known && m->repeated && !m->extent && m->size > 1)
    return m->off >= 0 && (uint64_t)m->off + m->size <= size; /* a mask says which elements */
  return !size || !m->off_known || !m->extent || (m->off >= 0 && (uint64_t)m->off + m->extent <= size);
}

bool
avow_outside_object (const struct avow_contract *c, const struct avow_reached *m)
{
  bool certain = m->off_known && m->extent && !m->conditional && !m->faultable && !m->bit_string
                 && !(m->role & AVOW_ROLE_ADDR);
  if (!certain || m->operand < 0
      || (m->reach != AVOW_REACH_OPERAND && m->reach != AVOW_REACH_POINTER && m->reach != AVOW_REACH_SYMBOL))
    return false;
  const struct avow_operand *op = &c->stmt->operands[m->operand];
  int64_t at = op->value_off + m->off;
  return op->value_is_object && op->object_size
         && (at < 0 || (uint64_t)at + m->extent > op->object_size);
}
