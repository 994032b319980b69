/* trace.h - what each instruction used and set, for the pass backward.

   The recording pass of the execution writes one event per instruction, with the bytes that it used and
   those that it set, and the edges between blocks.  avow_live_resolve() then goes backward over
   the events, and a use only counts when something comes of it: see live.c.  */
#ifndef AVOW_TRACE_H
#define AVOW_TRACE_H

#include "lanes.h"
#include "state.h"

#define AVOW_NO_CELL 0xffff

/* How the bytes of a use depend on the bytes that the instruction sets.  */
enum avow_depend
{
  AVOW_DEP_ALWAYS, /* whatever becomes of the results: addresses, decisions, stores */
  AVOW_DEP_ANY,    /* all bytes matter for any byte of any result */
  AVOW_DEP_BYTE,   /* byte I for byte I of result DEF, counted from the first byte of each */
  AVOW_DEP_SIGN,   /* the same; the last byte also for all bytes behind (movsx) */
  AVOW_DEP_CARRY,  /* the bytes up to I for byte I (add) */
  AVOW_DEP_LANES,  /* those that LANES leads to, for byte I of result DEF */
  AVOW_DEP_PLACE,  /* byte I for byte I of the result's location */
  AVOW_DEP_SHIFT, /* bit I - SHIFT for bit I of result DEF (shl); a shift to the right copies no sign */
  AVOW_DEP_SAR,    /* the same, and the last byte for all bits above */
  AVOW_DEP_TURN,   /* the same, around the end (rol) */
  AVOW_DEP_SWAP,   /* the bytes in the other order */
  AVOW_DEP_NOTHING /* the result is the same whatever the bytes are */
};

enum avow_use_flags
{
  AVOW_USE_COPY = 1,    /* only copied: counts where the copy is used, unless nobody can tell whose it is */
  AVOW_USE_MAYBE = 2,   /* matters under a condition */
  AVOW_USE_TAINTED = 4, /* what is still the entry value is not certain: no read */
  AVOW_USE_SILENT = 8,  /* no read, but the value matters */
  AVOW_USE_AT_END = 16  /* by the code behind the statement */
};

struct avow_use
{
  uint16_t cell;         /* or AVOW_NO_CELL: only VAL */
  uint8_t depend;        /* enum avow_depend */
  uint8_t flags;         /* enum avow_use_flags */
  int8_t into;           /* operand of the instruction that it goes into */
  uint8_t span;          /* so many low bytes VAL is about */
  struct avow_lanes lanes;
  uint8_t n_pending;     /* sharings that exist if it counts: trace.pending[first_pending..] */
  uint32_t first_pending;
  int8_t shift;          /* AVOW_DEP_SHIFT, _SAR, _TURN: bits, upward */
  uint64_t mask;         /* bytes used */
  uint64_t moot; /* of these, those that cannot matter with the constants at hand (and $0xff) */
  uint64_t kept;         /* of these, bytes that perhaps were not written (bsf of zero) */
  uint64_t own;          /* of these, bytes that may be the cell's entry value */
  struct avow_value val; /* what the other bytes hold */
};

struct avow_def
{
  uint16_t cell;
  int8_t op;             /* operand of the instruction, -1 = implicit */
  bool cond;             /* perhaps not set */
  uint64_t mask;
};

struct avow_event
{
  uint32_t item;
  uint32_t first_use, first_def, first_edge;
  uint16_t n_uses, n_defs, n_edges;
  bool effect;           /* all sources matter: memory, ports, modes */
  bool hands_over;       /* other code goes on with all registers */
  bool exit;             /* the end of the statement, or a goto label */
};

struct avow_trace_block
{
  uint32_t first, n;     /* events */
  uint64_t *in;          /* liveness at its start: three masks per touched cell; see live.c */
};

struct avow_trace
{
  struct avow_event *events;
  struct avow_use *uses;
  struct avow_def *defs;
  int32_t *edges;        /* nodes that an event leads to, besides the next event */
  struct avow_trace_block *blocks;
  struct avow_sharing *pending;
  int32_t *block_of;     /* per node: block that begins there, or -1 */
  uint32_t n_events, n_uses, n_defs, n_edges, n_blocks, n_pending;
  size_t cap_events, cap_uses, cap_defs, cap_edges, cap_blocks, cap_pending;
};

struct avow_run;

/* Room for the trace of N instructions (more is made when needed); false when memory ran out.  */
bool avow_trace_init (struct avow_run *r, unsigned n);

/* In the recording pass only; all of them do nothing in others.  */
void avow_trace_block (struct avow_run *r, int32_t node);
/* A new event; what follows belongs to it.  */
struct avow_event *avow_trace_event (struct avow_run *r);
void avow_trace_use (struct avow_run *r, const struct avow_use *u);
void avow_trace_def (struct avow_run *r, unsigned cell, uint64_t mask, bool cond, int op);
void avow_trace_edge (struct avow_run *r, int32_t node);
/* Put SHARING behind the use that is traced next.  */
void avow_trace_pending (struct avow_run *r, const struct avow_sharing *sharing);
/* The current event, or NULL.  */
struct avow_event *avow_trace_current (struct avow_run *r);

/* Go backward over the trace and put what counts into the summary.  IN_ORDER: every edge goes to a
   block that was traced later.  */
void avow_live_resolve (struct avow_run *r, bool in_order, unsigned max_steps);

#endif
