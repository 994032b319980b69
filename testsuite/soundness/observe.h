/* observe.h - run a body and see what happens that its contract does not allow.  */
#ifndef OBSERVE_H
#define OBSERVE_H

#include "body.h"

enum event
{
  EVENT_REGISTER = 1, /* a register that nothing declares ends changed: REGS */
  EVENT_INPUT = 2,    /* ... one that holds an input: INPUTS */
  EVENT_RESULT = 4,   /* outputs or memory depend on something undeclared, or on the assignment */
  EVENT_MEMORY = 8,   /* a store outside of declared memory */
  EVENT_BELOW = 16,   /* a store below the stack pointer */
  EVENT_SP = 32,
  EVENT_FLAGS = 64, /* status flags without "cc" */
  EVENT_STATE = 128 /* direction flag, MXCSR, x87 control word or stack */
};

struct events
{
  uint32_t kinds;         /* enum event */
  uint32_t inputs;        /* variables */
  uint64_t regs[4];       /* locations */
  uint64_t input_regs[4]; /* ... that held the inputs */
  uint32_t results;       /* variables; bit 31: memory */
  uint32_t ran, stopped, endless;  /* runs that came to the end, and not */
};

/* The code of a variant of a body.  */
struct code
{
  const uint8_t *bytes;
  unsigned len;
  struct placing place;
};

void observe_init (void);
/* Run both variants of B ROUNDS times each and more, adding to E.  */
void observe (const struct body *b, const struct avow_arch *arch, const struct code variants[2],
              unsigned rounds, struct rng *rng, struct events *e);

#endif
