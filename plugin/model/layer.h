/* layer.h - between effect.c and idiom.c: a row that is being laid over operands.  */
#ifndef AVOW_LAYER_H
#define AVOW_LAYER_H

#include "effect.h"
#include "match.h"

struct layer
{
  const struct avow_contract *c;
  const struct avow_item *item;
  struct avow_shape *shape;
  struct avow_effect *e;
};

/* The constant that the last operand is: false when it is not known.  */
bool avow_last_constant (const struct layer *l, unsigned *n);
/* Take away what does not matter because of equal sources or constants, once all else is laid.  */
void avow_lay_idioms (const struct layer *l);

static inline bool
is_source (uint8_t role)
{
  return role & (AVOW_ROLE_R | AVOW_ROLE_RCOND);
}

static inline bool
is_masked (const struct avow_optext *t)
{
  return t->mask.reg >= 0 || t->mask.operand >= 0;
}

#endif
