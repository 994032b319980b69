/* mutate.h - wrong rows: tables that can be altered in one place, to see whether the runs notice.  */
#ifndef EXEC_MUTATE_H
#define EXEC_MUTATE_H

#include "arch/arch.h"

enum mutation_kind
{
  MUTATE_READ,      /* an operand or register that is read is not */
  MUTATE_WRITE,     /* ... that is written is not */
  MUTATE_SURE,      /* ... that is perhaps written, surely is */
  MUTATE_WIDTH,     /* half or twice as many bytes */
  MUTATE_FLAG_READ, MUTATE_FLAG_WRITE,
  MUTATE_FLAG_SURE, /* a flag that is perhaps written, surely is */
  MUTATE_FLAG_VALUE, /* a flag that gets a value is always cleared, or set */
  MUTATE_X87, MUTATE_STACK,
  MUTATE_ALIGN,
  MUTATE_PROPERTY,  /* one of mxcsr mmx emms count nondet maskedmem bitbase kpair src4; or an idiom too many */
  N_MUTATIONS
};

extern const char *const mutation_names[N_MUTATIONS];

/* A change of SIZE bytes at AT.  */
struct mutation
{
  uint8_t kind;
  uint8_t size;
  void *at;
  uint32_t before, after;
};

/* Tables like those of ARCH that can be written to.  */
struct mutable_tables
{
  struct avow_arch arch;
  struct avow_isa isa;
  struct isa_row *rows;
  struct isa_operand *operands;
  struct isa_implicit *implicits;
};

bool mutable_tables_init (struct mutable_tables *t, const struct avow_arch *arch);
/* All mutations of row number ROW, up to MAX; returns how many.  */
unsigned mutations_of (struct mutable_tables *t, unsigned row, struct mutation *m, unsigned max);
void mutation_apply (const struct mutation *m);
void mutation_undo (const struct mutation *m);

#endif
