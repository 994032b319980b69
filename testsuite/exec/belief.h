/* belief.h - the values that the abstract execution believes registers to hold behind an instruction.  */
#ifndef EXEC_BELIEF_H
#define EXEC_BELIEF_H

#include "image.h"
#include "model/exec.h"

struct belief
{
  uint16_t loc;
  struct avow_value value;
};

#define MAX_BELIEFS 24

struct beliefs
{
  struct belief b[MAX_BELIEFS];
  unsigned n;
  uint64_t flags, flag_values; /* RFLAGS bits that are known, and what they are */
};

/* Execute the first instruction of BODY abstractly, from the state at entry.  */
void beliefs_form (struct beliefs *b, const struct avow_contract *c, struct avow_body *body,
                   const struct avow_flow *f, struct avow_arena *arena);
/* Did they come true when ENTRY became END?  Else the name of the location, or NULL.  */
const char *beliefs_refuted (const struct beliefs *b, const struct avow_isa *isa, const image *entry,
                             const image *end);

#endif
