/* record.h - what the runs of all forms of a row have shown, kept in memory that workers share.  */
#ifndef EXEC_RECORD_H
#define EXEC_RECORD_H

#include <stdint.h>

#include "subject.h"

/* Why a form was not run.  */
enum verdict
{
  FORM_RAN,
  FORM_UNKNOWN,     /* the core finds no row */
  FORM_LACKING,     /* SIGILL: not on this processor */
  FORM_PRIVILEGED,  /* general protection fault in every state */
  FORM_TRAPS,       /* another signal in every state */
  FORM_UNPLACED,    /* its memory cannot be where the test has memory */
  FORM_EXCLUDED,    /* would leave the test: system calls by sysenter, far jumps */
  FORM_LOST,        /* the worker died */
  N_VERDICTS
};

extern const char *const verdict_names[N_VERDICTS];

/* One declared effect: what, of which operand or location, which bytes.  */
enum { EFFECT_READ, EFFECT_WRITE, EFFECT_MEMORY_READ, EFFECT_MEMORY_WRITE };

struct effect_key
{
  uint8_t what;    /* enum */
  uint8_t op;      /* operand number, or 0xff: implicit */
  uint8_t loc;     /* implicit, or a mask register beside the operand: its location; else 0xff */
  uint8_t part;    /* bytes [2^(part-1), 2^part); of flags: the bit */
};

struct effect_seen
{
  struct effect_key key;
  uint32_t tried;  /* forms */
  bool used, seen;
};

#define MAX_EFFECTS 160

struct row_record
{
  uint32_t forms[N_VERDICTS];
  uint32_t states;            /* pairs of states that were run to the end */
  uint32_t violations;
  struct effect_seen effects[MAX_EFFECTS];
};

/* The slot of KEY in REC, made if need be; NULL when it is full.  */
struct effect_seen *record_effect (struct row_record *rec, struct effect_key key);
/* "operand 2 read bytes 8 to 15", in words.  */
void record_name (const struct effect_key *key, const struct avow_isa *isa, char *out, size_t size);

/* The declared effects of SUB that can be told apart, with the bits of each.  */
struct effect_part
{
  struct effect_key key;
  bool memory;
  image bits;             /* registers */
  unsigned mem, lo, hi;   /* memory operand MEM, bytes [LO, HI) */
};

/* Up to MAX parts; returns how many.  */
unsigned record_parts (const struct subject *sub, struct effect_part *parts, unsigned max);

#endif
