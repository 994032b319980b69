/* match.h - which row of the tables an instruction as written fits.  */
#ifndef AVOW_MATCH_H
#define AVOW_MATCH_H

#include "effect.h"

/* Everything that matching needs to know about one written operand.  */
struct avow_arg
{
  const struct avow_optext *text;
  uint16_t kinds;       /* AVOW_K_* bits it may be */
  int16_t regname;      /* hard register: index into regnames[], or -1 */
  uint16_t loc;         /* register or operand value */
  uint8_t cls;
  uint8_t size, shift;  /* view, as a register; 0 = not known */
  uint16_t mem_size;    /* size that the syntax gives a memory operand (Intel), 0 = none */
  int16_t port;         /* the register of (%dx), where that may be a port, or -1 */
  int16_t token;
  bool constant;        /* a token whose operand is a known constant */
  bool size_soft;       /* the size comes from the operand's type, not from the text */
};

struct avow_shape
{
  const struct isa_row *row;
  struct avow_arg args[ISA_MAX_OPERANDS]; /* Intel order */
  unsigned n_args;
  uint8_t cc;           /* the condition in the mnemonic: index into conds[] */
  uint8_t s, n;         /* operation size, vector length; 0 = none */
  bool size_defaulted, size_conflict;
  bool one_register; /* the row takes one of the registers that an operand may get, and no other */
};

enum avow_match avow_match_row (const struct avow_contract *c, const struct avow_item *item,
                                struct avow_shape *shape);

/* WIDTH (bytes or enum avow_width_code) under the sizes of SHAPE.  */
unsigned avow_width (const struct avow_contract *c, const struct avow_shape *shape,
                     uint16_t width);

#endif
