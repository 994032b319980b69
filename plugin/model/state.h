/* state.h - the abstract state between two instructions.

   One cell per location, plus eight for x87 registers that the body pushes itself.
   A cell's masks are over the bytes of its location (flag bits for `flags').  */
#ifndef AVOW_STATE_H
#define AVOW_STATE_H

#include "exec.h"

struct avow_cell
{
  uint64_t own;  /* may still hold its entry value */
  uint64_t lost; /* may not hold it any more; both after paths that differ met */
  uint64_t def;  /* certainly written */
  uint64_t cond; /* written only under a condition */
  uint64_t kept; /* of DEF: perhaps not written, as the source's value was (bsf of zero) */
  uint64_t kept_now; /* the same, and the flag kept_flag of the state still tells */
  uint8_t span;  /* so many low bytes VAL is about: its own, and zeroes */
  struct avow_value val;
};

/* Memory that the body has stored to: OFF bytes from the entry value of BASE, a pointer operand, the
   stack pointer, or what the body made of it by rounding down.  */
struct avow_slot
{
  int64_t off;
  uint16_t base;
  uint8_t size;
  struct avow_value val;
};

#define AVOW_FAR (INT64_C (1) << 40) /* bounds beyond are as good as none */

#define AVOW_MAX_SLOTS 48
#define AVOW_X87_SCRATCH 8
#define AVOW_MAX_CELLS (AVOW_MAX_LOCS + AVOW_MAX_OPERANDS + AVOW_X87_SCRATCH)

/* The cells that any state of an execution has looked at.  All others are as they were on entry, in every
   state: so states cost what the body touches, and not what the machine has.  */
struct avow_touched
{
  uint16_t cell[AVOW_MAX_CELLS];
  uint16_t index[AVOW_MAX_CELLS]; /* 1 + the place in CELL, 0 = not touched */
  unsigned n;
};

/* Flags of which the value is known.  */
struct avow_known_flags
{
  uint32_t known, value;
};

/* Operands that are gone if they share the register of an output that was written.  */
struct avow_damage
{
  uint64_t any;   /* nothing keeps the compiler from letting them share */
  uint64_t equal; /* they may share when their value is that of the output's own input */
  uint32_t item;  /* the instruction that did it */
  uint32_t over_item; /* ... that wrote an input again, and with it perhaps this output */
  uint64_t over;  /* those inputs */
};

/* A dump of register files in memory: where, and who held the entry value then; see dump.c.  */
struct avow_dump
{
  uint32_t size; /* 0 = there is none, or it was overwritten */
  uint8_t reach;
  int16_t operand;
  uint16_t loc;
  int64_t off;
  struct avow_locset own;
};

/* Merge FROM into TO; true when TO changed.  */
bool avow_dump_join (struct avow_dump *to, const struct avow_dump *from);

struct avow_state
{
  bool live;      /* some path reaches here */
  bool dirty;     /* (at a leader) changed since it was last run */
  bool tainted;   /* something not understood ran before: what is still own is not certain */
  bool fault;     /* only by way of an exception table */
  int8_t depth;   /* x87 registers pushed minus popped */
  uint8_t n_slots;
  bool mmx;       /* the x87 registers are MMX registers, on some path since MMX_ITEM */
  bool df_set;    /* the direction flag was set, on some path by DF_ITEM */
  uint8_t modes_used, modes_ever; /* bits of the control words that the body computed with while they were
                                     changed: since their last load, or at any time; see machine.c */
  uint32_t mmx_item, df_item;
  uint8_t joins;  /* how often the bounds below were widened */
  bool aligned;   /* the body rounded the stack pointer down: that value is the location loc_aligned_sp */
  int64_t aligned_mask;        /* with this mask, 0 = with several; ...  */
  int64_t aligned_top;         /* ... it is at most this far from the entry stack pointer */
  int64_t sp_min, sp_max;      /* the stack pointer less its entry value lies in between */
  struct avow_known_flags flags;
  /* Flags that lahf saved in these bytes of this cell (0 = none): bits of OWN as they were on entry.  */
  struct
  {
    uint64_t bytes;
    uint16_t cell;
    uint32_t own;
  } image;
  uint32_t kept_flag, kept_value; /* bytes kept_now were kept when this flag has this value ... */
  struct
  {
    uint16_t cell; /* bytes MASK of this cell were written when condition CC held, and not else */
    uint8_t cc;    /* (0 = none); the flags still tell */
    uint64_t mask;
  } half;
  bool sure;                   /* ... which it has not, on the edge that is being taken */
  struct avow_touched *touched; /* shared by all states of an execution */
  unsigned n_ready;            /* so many of these are valid in CELLS */
  struct avow_cell *cells;     /* [n_locs + AVOW_X87_SCRATCH]; see avow_cell */
  struct avow_damage *damage;  /* per output */
  struct avow_locset written;  /* undeclared hard registers that do not hold their own value */
  uint32_t written_item;       /* the instruction that wrote the last of them */
  struct avow_dump dump;
  struct avow_slot slots[AVOW_MAX_SLOTS];
};

/* The bytes that certainly hold their entry value.  */
static inline uint64_t
avow_cell_kept (const struct avow_cell *cell)
{
  return cell->own & ~(cell->lost | cell->cond);
}

/* Storage for a state of contract C; NULL when memory ran out.  */
struct avow_state *avow_state_new (const struct avow_contract *c, struct avow_touched *touched,
                                   struct avow_arena *arena);
/* The cell of LOC (or number n_locs + I: x87 scratch register I).  */
struct avow_cell *avow_cell (struct avow_state *s, const struct avow_contract *c, unsigned loc);
/* Has nothing ever looked at LOC?  Then it is as it was on entry.  */
static inline bool
avow_untouched (const struct avow_state *s, unsigned loc)
{
  return !s->touched->index[loc];
}
/* The state at entry.  */
void avow_state_enter (struct avow_state *s, const struct avow_contract *c);
void avow_state_copy (struct avow_state *to, const struct avow_state *from,
                      const struct avow_contract *c);
/* Merge FROM into TO; true when TO changed.  MISMATCH is set when the stacks differ.  */
bool avow_state_join (struct avow_state *to, struct avow_state *from,
                      const struct avow_contract *c, bool *mismatch);

/* The value of the low SIZE bytes of LOC.  */
struct avow_value avow_cell_value (struct avow_state *s, const struct avow_contract *c,
                                   unsigned loc, unsigned size);
/* Write MASK bytes of LOC, which then hold VAL (of the whole location) or something
   unknown.  COND: perhaps not.  */
void avow_cell_write (struct avow_state *s, const struct avow_contract *c, unsigned loc,
                      uint64_t mask, struct avow_value val, bool cond);

/* No flag tells of kept bytes any more.  */
void avow_kept_forget (struct avow_state *s);

/* Stack slots.  */
struct avow_value avow_slot_load (const struct avow_state *s, unsigned base, int64_t off,
                                  unsigned size);
/* Did the body itself store these bytes, on every path?  */
bool avow_slot_known (const struct avow_state *s, unsigned base, int64_t off, unsigned size);
/* Does S know SLOT, with its value?  */
bool avow_slot_kept (const struct avow_state *s, const struct avow_slot *slot);
/* A store through BASE may hit what other pointers point to: values there are lost.  */
void avow_slot_store (struct avow_state *s, const struct avow_contract *c, unsigned base,
                      int64_t off, unsigned size, struct avow_value val);
/* The values of all slots on the stack, or of all others, are lost.  */
void avow_slots_forget (struct avow_state *s, const struct avow_contract *c, bool stack);

/* Is LOC the stack pointer, or what a body made of it?  */
static inline bool
avow_is_stack_base (const struct avow_contract *c, unsigned loc)
{
  return loc == c->arch->isa->loc_sp || loc == c->arch->isa->loc_aligned_sp;
}

static inline struct avow_value
avow_unknown (void)
{
  struct avow_value v = { AVOW_V_UNKNOWN, 0, 0, 0 };
  return v;
}

static inline struct avow_value
avow_const (int64_t n, unsigned width)
{
  struct avow_value v = { AVOW_V_CONST, (uint8_t)width, 0, n };
  return v;
}

/* M and all bytes below its highest.  */
static inline uint64_t
avow_up_to_highest (uint64_t m)
{
  for (unsigned shift = 1; shift < 64; shift *= 2)
    m |= m >> shift;
  return m;
}

/* Where bytes of a result come from, whose N bytes were moved up by SHIFT bits.  */
enum avow_moved
{
  AVOW_DROP,
  AVOW_SIGN,
  AVOW_AROUND
};
uint64_t avow_shifted_from (uint64_t wanted, int shift, unsigned n, enum avow_moved how);
/* ... or were put into the other order.  */
uint64_t avow_swapped_from (uint64_t wanted, unsigned n);
/* Bytes of the entry value that V is made of, when the bytes WANTED of it matter.  */
uint64_t avow_entry_bytes (struct avow_value v, uint64_t wanted);

/* The address of something that has a name.  */
static inline bool
avow_is_symbol (struct avow_value v)
{
  return v.kind == AVOW_V_CODE || v.kind == AVOW_V_SYMBOL;
}

static inline bool
avow_from_entry (struct avow_value v)
{
  return v.kind == AVOW_V_ENTRY || v.kind == AVOW_V_BASED || v.kind == AVOW_V_ROTATED
         || v.kind == AVOW_V_FLIPPED || v.kind == AVOW_V_TURNED;
}

#endif
