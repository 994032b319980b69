/* lanes.c - which bytes of a vector source the bytes of the result come from.

   Many vector instructions work element by element, or move elements: garbage in one element stays out of the others.  A
   row says so (lane=, op=), and the pass backward asks here.  Elements are moved within groups of 16 bytes, or 8 in an
   MMX register (Intel SDM vol. 2, the operations of PUNPCK, PSHUFD, SHUFPS, PALIGNR, PACKSSDW).  */
#include "lanes.h"

#include "isa.h"

/* The byte of source SOURCE that byte B of a group comes from; -1 = none, or of another source.  */
static int
moved_from (const struct avow_lanes *l, unsigned group, unsigned b)
{
  unsigned e = l->lane, k = b / e, at = b % e, imm = l->imm;
  int from = -1;
  switch (l->op)
    {
    case ISA_OP_UNPACKL: return k % 2 == l->source ? (int)(k / 2 * e + at) : -1;
    case ISA_OP_UNPACKH: return k % 2 == l->source ? (int)(group / 2 + k / 2 * e + at) : -1;
    case ISA_OP_SHUFFLE: return (int)((imm >> 2 * k & 3) * e + at);
    case ISA_OP_SHUFL: return (int)((k < 4 ? imm >> 2 * k & 3 : k) * e + at);
    case ISA_OP_SHUFH: return (int)((k < 4 ? k : 4 + (imm >> 2 * (k - 4) & 3)) * e + at);
    case ISA_OP_SHUF2: return k / 2 == l->source ? (int)((imm >> 2 * k & 3) * e + at) : -1;
    case ISA_OP_BYTESL: from = (int)b - (int)imm; break;
    case ISA_OP_BYTESR: from = (int)(b + imm); break;
    case ISA_OP_ALIGN: from = (int)(b + imm) - (l->source ? 0 : (int)group); break;
    case ISA_OP_HIGHLOW: from = (int)(b + 8); break;
    default: break;
    }
  return from >= 0 && from < (int)group ? from : -1;
}

/* All of the elements that the bytes WANTED touch.  */
static uint64_t
whole_lanes (unsigned lane, uint64_t wanted)
{
  uint64_t all = 0, one = lane < 64 ? ((uint64_t)1 << lane) - 1 : ~(uint64_t)0;
  for (unsigned i = 0; i < 64; i += lane)
    if (wanted >> i & one)
      all |= one << i;
  return all;
}

/* Wide elements of the first source become the narrow ones of the first half of each group, those of the second the
   others.  */
static uint64_t
packed (const struct avow_lanes *l, unsigned group, uint64_t wanted)
{
  uint64_t from = 0, half = ((uint64_t)1 << group / 2) - 1;
  for (unsigned g = 0; g < 64; g += group)
    {
      uint64_t narrow = wanted >> g >> (l->source ? group / 2 : 0) & half;
      for (unsigned b = 0; b < group / 2; b++)
        if (narrow >> b & 1)
          from |= (uint64_t)3 << (g + 2 * b);
    }
  return whole_lanes (l->lane, from);
}

/* Each element comes from one source or the other; the bits are used again for the ninth.  */
static uint64_t
blended (const struct avow_lanes *l, uint64_t wanted)
{
  uint64_t from = 0;
  for (unsigned i = 0; i < 64; i++)
    if (wanted >> i & 1 && (l->imm >> i / l->lane % 8 & 1) == l->source)
      from |= (uint64_t)1 << i;
  return from;
}

uint64_t
avow_lanes_source (const struct avow_lanes *l, unsigned group, uint64_t wanted)
{
  uint64_t from = 0;
  if (l->op == ISA_OP_PACK)
    return packed (l, group, wanted);
  if (l->op == ISA_OP_BLEND)
    return blended (l, wanted);
  if (l->op == ISA_OP_NONE || l->op == ISA_OP_VSHIFT)
    return whole_lanes (l->lane, wanted);
  for (unsigned i = 0; i < 64; i++)
    {
      int at = wanted >> i & 1 ? moved_from (l, group, i % group) : -1;
      if (at >= 0)
        from |= (uint64_t)1 << (i - i % group + (unsigned)at);
    }
  return from;
}
