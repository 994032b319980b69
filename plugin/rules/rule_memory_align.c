/* rule_memory_align.c - memory-align: an instruction that faults on an unaligned address is given an object whose
   type and declaration promise less.

   The address is certainly wrong when the object is aligned and the offset is not a multiple; and nobody gives
   a declared object more than it asks for.  Behind a pointer there may be more than its type says,
   by agreement of caller and callee: that is a note.  */
#include "cover.h"

struct promised
{
  uint64_t align; /* of the address with the offset, 0 = nothing is known */
  bool final;     /* and it cannot be more */
};

/* Byte OFF behind something that is aligned to ALIGN bytes.  */
static uint64_t
at_offset (uint64_t align, int64_t off)
{
  uint64_t low = (uint64_t)off & -(uint64_t)off;
  return off && low < align ? low : align;
}

static struct promised
promise (const struct avow_check *ck, const struct avow_reached *m)
{
  const struct avow_operand *op = &ck->stmt->operands[m->operand];
  uint64_t align = m->reach == AVOW_REACH_OPERAND ? op->align : op->reach_align;
  struct promised p = { align, op->align_final };
  if (!align || !m->off_known)
    return p;
  p.align
      = at_offset (align, m->off + (m->reach == AVOW_REACH_OPERAND ? (int64_t)op->align_off : 0));
  p.final |= p.align < align; /* an odd offset from an even address */
  return p;
}

/* A note about an operand is given once; NOTED has those that it was given for.  */
static void
judge (struct avow_check *ck, const struct avow_reached *m, uint64_t *noted)
{
  unsigned k = (unsigned)m->operand;
  struct promised p = promise (ck, m);
  if (p.align >= m->align || (!p.final && *noted >> k & 1))
    return;
  *noted |= (uint64_t)1 << k;
  struct avow_finding *f = avow_find (
      ck, AVOW_RULE_MEMORY_ALIGN, p.final ? AVOW_DEFECT : AVOW_FRAGILE, m->item,
      avow_printf (ck->arena, "%%%u", k), "%s needs an address that is a multiple of %u; %s %s%s",
      avow_item_text (ck, m->item), m->align, avow_operand_text (ck, k),
      p.align > 1 ? avow_printf (ck->arena, "promises a multiple of %u", (unsigned)p.align) : "promises nothing",
      p.final ? "" : "; it works as long as whoever made the object aligned it");
  avow_bytes_accessed (f, m);
  avow_fix (ck, f, "declare the object with __attribute__ ((aligned (%u))), or use an instruction for unaligned memory",
            m->align);
}

void
avow_rule_MEMORY_ALIGN (struct avow_check *ck)
{
  uint64_t noted = 0;
  for (unsigned i = 0; i < ck->s->n_mem; i++)
    {
      const struct avow_reached *m = &ck->s->mem[i];
      /* (no operand speaks of a symbol, the stack, a segment) */
      if (m->align > 1 && !(m->role & AVOW_ROLE_ADDR) && m->operand >= 0
          && (m->reach == AVOW_REACH_OPERAND || m->reach == AVOW_REACH_POINTER || m->reach == AVOW_REACH_SYMBOL))
        judge (ck, m, &noted);
    }
}
