/* cover.c - lay memory accesses against the memory operands.

   The glue numbers addresses: equal numbers are equal values.  A pointer operand and a
   memory operand with one number speak of the same memory, and their offsets and
   sizes decide.  Where numbers are missing the answer is unknown, never no.  */
#include "cover.h"

static bool
declares (const struct avow_contract *c, unsigned k, bool write)
{
  const struct avow_operand *op = &c->stmt->operands[k];
  if (!avow_is_memory_operand (c, k) && !(c->places[k].kinds & AVOW_K_MEM))
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
  *off_known = m->off_known && m->size && !m->repeated;
  return op->value_id != 0;
}

static enum avow_cover
covers (const struct avow_operand *op, bool located, bool object, uint32_t id, int64_t off,
        bool off_known, uint32_t size)
{
  if (!located || !op->value_id)
    return AVOW_COVER_UNKNOWN;
  if (op->value_id != id)
    /* Two declared objects are two; a pointer may point to any of them.  */
    return op->value_is_object && object ? AVOW_UNCOVERED : AVOW_COVER_UNKNOWN;
  if (!op->size)
    return AVOW_COVERED; /* a type of variable size: what the operand names is meant */
  if (!off_known)
    return op->type == AVOW_TYPE_OTHER || op->type == AVOW_TYPE_VECTOR ? AVOW_COVER_UNKNOWN
                                                                       : AVOW_UNCOVERED;
  bool inside = off >= op->value_off && off + (int64_t)size <= op->value_off + (int64_t)op->size;
  return inside ? AVOW_COVERED : AVOW_UNCOVERED;
}

enum avow_cover
avow_cover (const struct avow_contract *c, const struct avow_reached *m, bool write)
{
  uint32_t id = 0;
  int64_t off = 0;
  bool off_known = false;
  bool located = (m->reach == AVOW_REACH_POINTER || m->reach == AVOW_REACH_SYMBOL || m->reach == AVOW_REACH_OPERAND)
                 && !m->bit_string && locate (c, m, &id, &off, &off_known);
  bool object = located && c->stmt->operands[m->operand].value_is_object;
  enum avow_cover best = AVOW_UNCOVERED;
  for (unsigned k = 0; k < c->stmt->n_operands; k++)
    {
      if (!declares (c, k, write))
        continue;
      enum avow_cover v = covers (&c->stmt->operands[k], located, object, id, off,
                                 off_known, m->size);
      if (v == AVOW_COVERED)
        return v;
      if (v == AVOW_COVER_UNKNOWN)
        best = v;
    }
  return best;
}
