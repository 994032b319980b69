/* values.h - what the registers and the memory of a random state hold.  */
#ifndef EXEC_VALUES_H
#define EXEC_VALUES_H

#include "image.h"
#include "random.h"

/* Uniform bits hardly ever meet a condition (equal operands, a count of 0, a NaN), so states come in kinds.  */
enum value_kind
{
  VALUES_UNIFORM,
  VALUES_SPECIAL,  /* 0, -1, the largest, the smallest ...; infinities, NaNs */
  VALUES_FLOAT,
  VALUES_DOUBLE,
  VALUES_SMALL,    /* integers below 70 */
  VALUES_SAME,     /* every register and all memory hold one 64-bit value */
  VALUES_SAME32,   /* ... one 32-bit value */
  VALUES_SPARSE,   /* bytes and words of zero among others */
  N_VALUE_KINDS
};

struct values
{
  struct rng *rng;
  unsigned kind;
  uint64_t same;
};

void values_begin (struct values *v, struct rng *rng, unsigned kind);
void values_fill (struct values *v, void *at, unsigned bytes);
/* All registers.  Pointers and counts are set afterwards, where an instruction needs them.  */
void values_state (struct values *v, image *s);

#endif
