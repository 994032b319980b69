/* walk.h - run a body with numbers instead of abstract values.

   The mutation test needs to know whether a promise that it took away matters, and must not ask
   the code under test.  A walk takes one path through the control-flow graph, with concrete
   numbers in all locations and in memory.  What an instruction reads and writes comes from the
   tables; moves, additions and their like are computed, every other result is a hash of all that was
   read.  Two walks that differ in one entry value and end with different results show
   that the value matters, a location that ends with another number than it began with was changed, an
   operand that was given another's register and made a difference needed its own.  No joins, no lattice,
   no rules: nothing of exec.c and what is behind it takes part.

   A branch goes where a hash of the flags and of the seed says, so several seeds walk several
   paths.  */
#ifndef WALK_H
#define WALK_H

#include "../../plugin/model/effect.h"
#include "../../plugin/model/flow.h"

#define WALK_MAX_ACCESSES 512
#define WALK_MEMORY 4096 /* bytes written or read in one walk; a power of two */

struct walk_access
{
  uint64_t address;
  uint32_t size; /* 0 = not known */
  uint32_t item, step;
  int16_t operand; /* the memory operand through which it went, or -1 */
  int16_t base;    /* location of the address register, or -1 */
  uint8_t role;    /* enum avow_role bits */
  bool segment;    /* %fs: or %gs: */
  bool symbol;     /* by a symbol alone */
  bool stack;      /* below the entry stack pointer, or by push and pop */
};

struct walk_byte
{
  uint64_t address;
  uint8_t value, first;
  uint8_t state; /* 0 free, 1 read, 2 written */
};

struct walk
{
  /* What to run: set by walk_init.  */
  const struct avow_contract *c;
  const struct avow_body *body;
  const struct avow_flow *f;
  uint8_t (*reg)[64], (*entry)[64]; /* [n_locs]; x87 registers by physical number */
  uint32_t *first_write;            /* [n_locs]: step at which it was written first, 0 = not */
  unsigned *visits;                 /* [n_nodes] */

  /* The experiment: set before walk_run.  */
  uint64_t seed;
  int twist_loc; /* its entry bytes TWIST_MASK are others than the seed says; -1 = none */
  uint64_t twist_mask;
  uint64_t twist_address, twist_size; /* the same for memory */
  int alias_from, alias_to;           /* location FROM has the register of location TO; -1 = none */
  int copy_from, copy_to; /* FROM begins with the number of TO, as if they shared; -1 = none */
  int numberless;         /* an operand whose number is not asserted, or -1 */

  /* What happened.  */
  int32_t exit; /* AVOW_TO_EXIT or a label; anything else: it did not end */
  bool lost;    /* something happened that a walk cannot follow */
  uint32_t steps;
  uint32_t props; /* ISA_* of the instructions met, or-ed; NONDET only without SERIAL */
  bool system_call;
  int x87_depth, x87_peak; /* registers pushed, and at most */
  unsigned top;            /* x87: physical number of st(0) */
  uint64_t flags, entry_flags;
  struct walk_access accesses[WALK_MAX_ACCESSES];
  unsigned n_accesses;
  struct walk_byte memory[WALK_MEMORY];
  unsigned n_memory;
};

/* Memory comes from ARENA; false when there is none.  */
bool walk_init (struct walk *w, const struct avow_contract *c, const struct avow_body *body,
                const struct avow_flow *f, struct avow_arena *arena);
/* Walk.  All but the experiment is set anew.  True when it came to an exit.  */
bool walk_run (struct walk *w);
/* Does memory from ADDRESS on, SIZE bytes, end with another content?  */
bool walk_memory_changed (const struct walk *w, uint64_t address, uint64_t size);
/* A hash of all that the compiler will look at: outputs, memory, the exit.  */
uint64_t walk_observe (const struct walk *w);
/* Where the object of memory operand K is.  */
uint64_t walk_object (const struct walk *w, unsigned k);
/* The bytes of hard location LOC that differ from entry; flag bits for `flags'.  */
uint64_t walk_changed (const struct walk *w, unsigned loc);

#endif
