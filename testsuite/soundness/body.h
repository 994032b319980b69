/* body.h - a random statement: a body over variables, and a contract for it.

   Variables become operands.  The body's lines name them by a mark, so that one body can be printed as
   a template, and as assembler text for any assignment of registers.  */
#ifndef BODY_H
#define BODY_H

#include "avow.h"
#include "pool.h"
#include "random.h"

enum var_kind
{
  VAR_GPR,
  VAR_VEC,
  VAR_MEM
};

struct var
{
  uint8_t kind;   /* enum var_kind */
  uint8_t size;   /* of the C type */
  bool pointer;   /* holds the address of its window plus OFFSET */
  uint8_t window; /* pointers and memory */
  uint16_t offset;
  bool counter; /* holds a small number */
  /* The contract.  */
  bool out, in, early;
  int16_t hard;        /* the location that it is bound to, or -1 */
  bool same_value_id;  /* memory: the object that the pointer of this window points to */
  int8_t number, tied; /* operand number; of the input that goes with an output, or -1 */
};

#define MAX_VARS 12
#define MAX_LINES 40
#define MARK '\1' /* then 'A' + variable, then a modifier or '.' */

struct line
{
  char text[80];
  bool label; /* no instruction; stays when bodies shrink */
};

struct body
{
  struct var vars[MAX_VARS];
  unsigned n_vars;
  struct line lines[MAX_LINES];
  unsigned n_lines;
  bool memory, cc, red_zone, x87;
  bool saves;           /* registers are saved and restored */
  uint64_t clobbers[4]; /* locations */

  /* Made from these by body_finish: what avow is asked.  */
  char text[MAX_LINES * 88];
  struct avow_operand operands[2 * MAX_VARS];
  const char *clobber_names[64];
  struct avow_stmt stmt;
};

/* Random lines and a contract that mostly fits them.  ARENA is for questions to the tables.  */
void body_random (struct body *b, const struct pool *pool, const struct avow_arch *arch,
                  struct rng *rng, struct avow_arena *arena);
/* STMT from the rest, with numbers for operands.  */
void body_finish (struct body *b, const struct avow_arch *arch);

/* Registers for the variables: locations of general or vector registers (the base, for memory).  */
struct placing
{
  int16_t reg[MAX_VARS];
};

/* Registers as GCC might choose them; SHARE: inputs live with outputs wherever that is allowed.  False when
   there are not enough.  */
bool body_place (const struct body *b, const struct avow_arch *arch, bool share, struct rng *rng,
                 struct placing *p);
/* The assembler text of B under P, at OUT; its length.  */
unsigned body_print (const struct body *b, const struct avow_arch *arch, const struct placing *p,
                     char *out, unsigned size);
/* The statement for a person.  */
void body_show (const struct body *b);

#endif
