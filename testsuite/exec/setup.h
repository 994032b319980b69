/* setup.h - a random state in which an instruction under test can run: its pointers lead into memory.  */
#ifndef EXEC_SETUP_H
#define EXEC_SETUP_H

#include "random.h"
#include "subject.h"
#include "values.h"

/* Where memory operands lie in their page.  */
enum placement
{
  PLACE_INSIDE,      /* anywhere that the alignment allows, away from the ends */
  PLACE_FIRST,       /* at the first byte of the page: before it nothing is mapped */
  PLACE_LAST,        /* up to the last byte */
  PLACE_OVER,        /* one byte over the end */
  PLACE_UNDER,       /* one byte before the start */
  PLACE_ALIGNED,     /* to 64 bytes */
  PLACE_HALF,        /* at half of the alignment */
  PLACE_MISALIGNED   /* one byte beside what the alignment asks for */
};

/* Bytes of memory that the instruction may touch.  */
struct range
{
  uint64_t lo, hi;   /* [LO, HI) */
  bool read, sure, cond;
};

#define MAX_RANGES 8
#define STACK_WINDOW 3
#define MEMORY_SIZE (EXEC_N_WINDOWS * EXEC_PAGE)

struct setup
{
  image s;                     /* x87 registers in slots */
  image fixed;                 /* bits that have to be as they are: pointers, counts */
  unsigned used;               /* bit set of windows */
  struct range r[MAX_RANGES];
  unsigned n_ranges;
  uint8_t memory[EXEC_N_WINDOWS][EXEC_PAGE]; /* last: only the used ones are copied */
};

/* False when the instruction cannot be run in any such state.  EXIT1: the code address that branches go to.  */
bool setup_make (struct setup *su, const struct subject *sub, struct rng *rng, unsigned kind,
                 enum placement place, uint64_t exit1);
/* Another state that is the same in all that the claims call read.  */
void setup_vary (struct setup *to, const struct setup *from, const struct subject *sub, struct rng *rng);
/* N random bytes.  */
void setup_noise (struct rng *rng, uint8_t *to, unsigned n);

#endif
