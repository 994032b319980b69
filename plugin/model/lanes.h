/* lanes.h - see lanes.c.  */
#ifndef AVOW_LANES_H
#define AVOW_LANES_H

#include <stdint.h>

/* How one source of an instruction on vectors gets into the result.  */
struct avow_lanes
{
  uint8_t op;     /* enum isa_op: of those that move elements, or ISA_OP_NONE: each stays where it is */
  uint8_t lane;   /* bytes of an element */
  uint8_t source; /* 0 = the first of two sources, 1 = the second */
  uint8_t imm;    /* the immediate operand */
};

/* The bytes of the source on which the bytes WANTED of the result depend.  GROUP: bytes within which elements move.  */
uint64_t avow_lanes_source (const struct avow_lanes *l, unsigned group, uint64_t wanted);

#endif
