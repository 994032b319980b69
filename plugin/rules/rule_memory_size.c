/* rule_memory_size.c - memory-size: an access that leaves the object which an operand names or points to.
   "memory" does not excuse it: what lies beside an object is another one, or nothing.

   Where the unit does not show the object, or the operand names a part of it, the operand's type says how much is
   declared, and "memory" declares the rest.  An access that begins outside every operand is memory-read's or
   memory-write's.  Bit instructions take an index from a register as an offset from the operand, in both directions and as far as it goes
   (Intel SDM, "BT"), so the operand must be as large as the index allows.  */
#include "cover.h"

static void
outside_object (struct avow_check *ck, const struct avow_reached *m)
{
  unsigned k = (unsigned)m->operand;
  const struct avow_operand *op = &ck->stmt->operands[k];
  bool writes = m->role & (AVOW_ROLE_W | AVOW_ROLE_WCOND);
  struct avow_finding *f = avow_find (
      ck, AVOW_RULE_MEMORY_SIZE, AVOW_DEFECT, m->item, avow_printf (ck->arena, "%%%u", k),
      "%s %s %llu byte%s at offset %lld of the object of %s, which has %llu", avow_item_text (ck, m->item),
      writes ? "writes" : "reads", (unsigned long long)m->extent, m->extent == 1 ? "" : "s",
      (long long)(op->value_off + m->off), avow_operand_text (ck, k), (unsigned long long)op->object_size);
  avow_bytes_accessed (f, m);
  avow_fix (ck, f, "access less, or make the object larger");
}

/* An access that is wider than what operand K declares.  A part that is read and written is written.  */
static void
beyond_type (struct avow_check *ck, const struct avow_reached *m, unsigned k, bool writes)
{
  const struct avow_operand *op = &ck->stmt->operands[k];
  int64_t off = m->off;
  if (m->reach == AVOW_REACH_POINTER)
    off += ck->stmt->operands[m->operand].value_off - op->value_off;
  struct avow_finding *f = avow_find (
      ck, AVOW_RULE_MEMORY_SIZE, AVOW_DEFECT, m->item, avow_printf (ck->arena, "%%%u", k),
      "%s %s %llu byte%s at offset %lld of %s, which declares %llu, and \"memory\" is not in the clobber list",
      avow_item_text (ck, m->item), writes ? "writes" : "reads", (unsigned long long)m->extent,
      m->extent == 1 ? "" : "s", (long long)off, avow_operand_text (ck, k), (unsigned long long)op->size);
  avow_bytes_accessed (f, m);
  avow_fix (ck, f, "access less, declare all that is accessed (\"%sm\" (*(char (*)[%lld]) pointer)), or %s", writes ? "=" : "",
            (long long)off + (long long)m->extent > 0 ? (long long)off + (long long)m->extent : (long long)m->extent,
            writes ? avow_memory_text (ck) : "add \"memory\" to the clobber list");
  avow_edit_reached (ck, f, m, writes);
}

static void
judge_type (struct avow_check *ck, const struct avow_reached *m, uint64_t *said)
{
  int k = -1;
  bool writes = false;
  if (ck->c->memory || avow_is_stack_fence (m))
    return;
  if (m->role & (AVOW_ROLE_W | AVOW_ROLE_WCOND))
    writes = (k = avow_overrun (ck->c, m, true)) >= 0;
  if (k < 0 && m->role & (AVOW_ROLE_R | AVOW_ROLE_RCOND) && !m->own_store)
    k = avow_overrun (ck->c, m, false);
  if (k >= 0 && avow_first_said (m, said))
    beyond_type (ck, m, (unsigned)k, writes);
}

/* A bit instruction on memory operand M->operand.  An array says how far the index may go, and whether
   it does is not known.  Behind a pointer to a scalar there may be more of them, and the index is there to reach
   them; a variable or a member is one word, and its user knows that.  */
static void
bit_index (struct avow_check *ck, const struct avow_reached *m)
{
  unsigned k = (unsigned)m->operand;
  const struct avow_operand *op = &ck->stmt->operands[k];
  bool writes = m->role & (AVOW_ROLE_W | AVOW_ROLE_WCOND);
  if (ck->c->memory || (m->extent && (avow_within_operand (ck->c, m) || avow_cover (ck->c, m, writes) == AVOW_COVERED)))
    return;
  bool scalar = op->size && op->size <= 8 && (op->type == AVOW_TYPE_INT || op->type == AVOW_TYPE_POINTER);
  if (!scalar || m->index < 0)
    {
      avow_undecided (ck, AVOW_REASON_MEMORY_COVER, m->item, NULL);
      return;
    }
  struct avow_finding *f = avow_find (
      ck, AVOW_RULE_MEMORY_SIZE, op->is_single ? AVOW_FRAGILE : AVOW_DEFECT, m->item,
      avow_printf (ck->arena, "%%%u", k),
      "%s takes its bit number from %s and leaves %s when that is %u or more, or negative%s",
      avow_item_text (ck, m->item), avow_operand_text (ck, (unsigned)m->index), avow_operand_text (ck, k),
      8 * (unsigned)op->size, op->is_single ? "; it works as long as it is not" : "");
  avow_fix (ck, f, "mask the bit number in C (n & %u), or declare the whole array or \"memory\"",
            8 * (unsigned)op->size - 1);
  avow_edit (f, AVOW_EDIT_CLOBBER, -1, "memory");
}

/* "4%0": GCC prints the operand behind the digits.  */
static void
glued_number (struct avow_check *ck, const struct avow_reached *m)
{
  unsigned k = (unsigned)m->operand;
  struct avow_finding *f = avow_find (
      ck, AVOW_RULE_MEMORY_SIZE, AVOW_DEFECT, m->item, avow_printf (ck->arena, "%%%u", k),
      "%s has a number right before the text of %s: where that is 8(%%rsp), %lld8(%%rsp) is accessed",
      avow_item_text (ck, m->item), avow_operand_text (ck, k), (long long)m->off);
  avow_fix (ck, f, "write %lld+%%%u", (long long)m->off, k);
}

void
avow_rule_MEMORY_SIZE (struct avow_check *ck)
{
  uint64_t said = 0;
  for (unsigned i = 0; i < ck->s->n_mem; i++)
    {
      const struct avow_reached *m = &ck->s->mem[i];
      if (m->glued)
        glued_number (ck, m);
      else if (avow_outside_object (ck->c, m))
        outside_object (ck, m);
      else if (m->bit_string && m->reach == AVOW_REACH_OPERAND && !m->faultable)
        bit_index (ck, m);
      else
        judge_type (ck, m, &said);
    }
}
