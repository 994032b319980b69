/* subject.h - an instruction under test: its bytes, and what the tables and effect.c say of it.

   The text is parsed and laid over its row by the plugin's own core, as a basic asm
   statement with hard registers; nothing here interprets a row.  */
#ifndef EXEC_SUBJECT_H
#define EXEC_SUBJECT_H

#include "arena.h"
#include "belief.h"
#include "model/effect.h"

struct subject
{
  const char *text;
  uint8_t bytes[16];
  unsigned len;

  struct avow_stmt stmt;
  struct avow_contract c;
  struct avow_body body;
  struct avow_effect e;
  const struct avow_item *item;

  /* The claims, bit by bit.  */
  image reads;      /* may matter */
  image sure;       /* written on every path, with a value that only what is read decides */
  image cond;       /* perhaps written: else the old value stays */
  image undefined;  /* anything afterwards */
  image valued;     /* sure, or perhaps written and else read: comes from what is read in any case */
  uint64_t zero_flags, one_flags;
  bool x87;         /* works on the x87 stack or its state */
  bool physical;    /* x87 slots are physical registers (MMX), not counted from the top */
  bool nondet;
  struct beliefs beliefs; /* what the abstract execution makes of it */
};

enum subject_status { SUBJECT_OK, SUBJECT_NO_PARSE, SUBJECT_NO_NAME, SUBJECT_NO_FORM };

/* Fill S for TEXT, BYTES being filled already.  Memory is ARENA's; ARCH may be one with altered tables.  */
enum subject_status subject_parse (struct subject *s, const struct avow_arch *arch, const char *text,
                                   struct avow_arena *arena);

static inline bool
has (const struct subject *s, uint32_t prop)
{
  return (s->e.row->props & prop) != 0;
}

/* Does the instruction touch the memory of M (not only form its address)?  */
static inline bool
touches (const struct avow_memref *m)
{
  return !(m->role & AVOW_ROLE_ADDR)
         && m->role & (AVOW_ROLE_R | AVOW_ROLE_W | AVOW_ROLE_RCOND | AVOW_ROLE_WCOND | AVOW_ROLE_TARGET);
}

/* The alignment that M must have, 1 = none.  */
unsigned subject_align (const struct subject *s, const struct avow_memref *m);

#endif
