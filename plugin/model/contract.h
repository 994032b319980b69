/* contract.h - the promise: what a statement's operands and clobbers declare.

   Every operand gets a *place* for one alternative of its constraints: the
   kinds of thing that its token may turn into (register, memory, constant) and
   the location that holds its value.  A constraint that allows one register
   only makes that hard register the place; otherwise the operand gets a
   virtual location of its own, numbered behind the hard ones.  Operands tied by a
   digit share a location.  Memory operands have a virtual location too: the
   bytes of the object that they name.

   Over the locations the contract says which bytes may be read (they are
   inputs) and which may end changed (outputs and clobbers).  */
#ifndef AVOW_CONTRACT_H
#define AVOW_CONTRACT_H

#include "../arena.h"
#include "../arch/arch.h"
#include "../avow.h"
#include "locset.h"

#define AVOW_NO_LOC 0xffff
#define AVOW_MAX_OPERANDS 62 /* GCC allows 30; "+" operands count twice */

struct avow_place
{
  uint16_t kinds;          /* enum avow_okind bits; 0 = nothing understood */
  uint16_t loc[2];         /* location of the value; the second for a pair (i386 "A") */
  uint8_t n_locs;
  uint8_t cls;             /* enum avow_regclass of the register, when it may be one */
  bool fixed;              /* a register, and always that hard register */
  bool early;              /* "&" */
  bool is_flag;            /* =@cc output: FLAG_MASK of the location `flags' */
  bool unknown;            /* the constraint was not understood */
  bool address;            /* "p": the operand is an address, not a value in a register */
  int16_t tied;            /* input: number of the output that it matches, or -1 */
  uint32_t flag_mask;
  struct avow_locset regs; /* hard registers that the operand may be given */
};

/* What is declared about one location; bytes as in isa.h.  */
struct avow_promise
{
  uint64_t in;      /* bytes that hold a declared input */
  uint64_t out;     /* bytes that hold an output on exit */
  uint64_t clobber; /* bytes whose value on exit does not matter */
  int16_t input;    /* the operand that is read there, or -1 */
  int16_t output;   /* the operand that is written there, or -1 */
};

struct avow_contract
{
  const struct avow_stmt *stmt;
  const struct avow_arch *arch;
  struct avow_place *places;      /* [stmt->n_operands] */
  struct avow_promise *promises;  /* [n_locs] */
  unsigned n_locs;                /* hard locations + one per operand */
  unsigned n_hard;
  unsigned vec_bytes;             /* of a vector register, as far as this function's code uses them */
  bool memory;                    /* "memory" is clobbered */
  bool cc;                        /* "cc" is clobbered, or a flag output exists */
  bool flag_output;               /* some output is =@cc */
  const char *calls;              /* descriptions of called routines, or NULL */
  bool redzone;                   /* "redzone" (GCC 15) is clobbered */
};

/* Constraint alternatives of STMT (1 when none has a comma).  */
unsigned avow_n_alternatives (const struct avow_stmt *stmt);

/* Fill C for alternative ALT.  What is not understood is reported through
   GAP (CTX, reason, detail).  Returns false when memory ran out.  */
typedef void avow_gap_fn (void *ctx, enum avow_reason reason, const char *detail);
bool avow_contract_build (struct avow_contract *c, const struct avow_stmt *stmt, unsigned alt,
                          struct avow_arena *arena, avow_gap_fn *gap, void *ctx);

/* The location's bytes 0..N-1; everything for N > 64.  */
static inline uint64_t
avow_bytes (uint64_t n)
{
  return n >= 64 ? ~(uint64_t)0 : ((uint64_t)1 << n) - 1;
}

/* How many bytes location LOC has (at most 64): hard register or operand; and they as a mask, which for
   `flags' holds all bits.  */
unsigned avow_loc_width (const struct avow_contract *c, unsigned loc);
static inline uint64_t
avow_loc_bytes (const struct avow_contract *c, unsigned loc)
{
  return avow_bytes (avow_loc_width (c, loc));
}
/* The operand whose virtual location LOC is, or -1.  */
int avow_loc_operand (const struct avow_contract *c, unsigned loc);
/* How messages call LOC: "rbx", "%1".  */
const char *avow_loc_name (const struct avow_contract *c, unsigned loc, struct avow_arena *arena);
/* May operands A and B be given the same register (or B live in A's)?  */
bool avow_may_share (const struct avow_contract *c, unsigned a, unsigned b);
/* May the address of memory operand J be formed from hard register LOC?  */
bool avow_address_in (const struct avow_contract *c, unsigned j, unsigned loc);
/* May a register in the address of memory operand J be the one that operand K has?  */
bool avow_may_address (const struct avow_contract *c, unsigned j, unsigned k);
/* Does some input operand declare the value of output K as read ("+", a
   digit, or the same memory object as an input)?  */
bool avow_output_readable (const struct avow_contract *c, unsigned k);

/* The number that operand OP is, or that its variable was given.  */
static inline bool
avow_operand_number (const struct avow_operand *op, int64_t *number)
{
  *number = op->const_value;
  return op->const_known || op->holds_const;
}

#endif
