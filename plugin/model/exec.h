/* exec.h - abstract execution of a body, and the summary that the rules read.

   A state says for every location which of its bytes may still hold what they
   held on entry (own), which were certainly written (def), and, where it can be
   followed, the value (val).  The body's graph is executed to a fixpoint; a last
   pass over the final states writes the summary.

   Own, def and val together make save and restore visible: a register that is
   pushed, changed and popped ends with all bytes own again.  */
#ifndef AVOW_EXEC_H
#define AVOW_EXEC_H

#include "call.h"
#include "effect.h"
#include "flow.h"

enum avow_value_kind
{
  AVOW_V_UNKNOWN,
  AVOW_V_CONST,   /* the number OFF, with its sign in all of WIDTH bytes */
  AVOW_V_ENTRY,   /* the entry value of LOC, plus OFF */
  AVOW_V_ROTATED, /* the entry value of LOC, rotated left by OFF bits in WIDTH bytes */
  AVOW_V_FLIPPED, /* the entry value of LOC exclusive-or OFF */
  AVOW_V_TURNED,  /* the entry value of LOC after the operation OFF (enum isa_op), which undoes itself */
  AVOW_V_XOR,     /* the exclusive-or of the entry values of LOC and of location OFF */
  AVOW_V_CODE,    /* the address of node OFF (or AVOW_TO_LABEL0 - label, or AVOW_TO_EXIT) */
  AVOW_V_SYMBOL,  /* the address of a symbol, plus something; see symbol.c */
  AVOW_V_BASED    /* the entry value of LOC plus something unknown: still a pointer into what
                    LOC pointed to.  For the flags: their image, in which the bits OFF (as the
                    location numbers them) are those of the entry */
};

struct avow_value
{
  uint8_t kind;
  uint8_t width;  /* low bytes that the value describes; the bytes above are zero */
  uint16_t loc;
  int64_t off;
};

/* What a memory access reaches.  */
enum avow_reach
{
  AVOW_REACH_OPERAND,  /* the object of memory operand OPERAND, at OFF */
  AVOW_REACH_POINTER,  /* what the entry value of LOC points to, at OFF */
  AVOW_REACH_STACK,    /* the stack, OFF bytes from the entry stack pointer, or from what the body made of it
                          by rounding down, which is LOC and at most TOP above the former */
  AVOW_REACH_SYMBOL,   /* a symbol that the template names */
  AVOW_REACH_SEGMENT,  /* %fs: or %gs: without a pointer: thread or processor data */
  AVOW_REACH_ABSOLUTE, /* a constant address */
  AVOW_REACH_UNKNOWN
};

struct avow_reached
{
  uint8_t reach;       /* enum avow_reach */
  uint8_t role;        /* enum avow_role bits; ADDR: its cache line is written back or dropped */
  bool off_known;
  bool repeated;       /* more than SIZE bytes may be touched */
  bool own_store;      /* reads only what the body itself stored before */
  bool no_change;      /* an atomic operation that changes nothing: lock; addl $0 */
  bool x87;            /* by an x87 instruction */
  bool bit_string;     /* a bit instruction whose index is in a register: anywhere around ... */
  int16_t index;       /* ... the operand that is the index, or -1 */
  uint64_t extent;     /* bytes from OFF on that may be touched, all repetitions taken together; 0 = not known */
  uint16_t align;      /* alignment that the instruction needs, 0 = none */
  bool conditional;    /* behind a branch: perhaps it never happens with these operands */
  bool glued;          /* OPERAND: a number stands right before its token in the text */
  bool own_data;       /* SYMBOL: the template's own data, or the linker's table of addresses */
  bool faultable;      /* by an instruction with an exception table entry */
  int16_t operand;     /* OPERAND, or the operand whose value LOC is; -1 = none */
  uint16_t loc;        /* POINTER, STACK */
  int64_t off;
  int64_t top;         /* STACK */
  int64_t below;       /* STACK: by how much OFF is below the stack pointer of the moment; 0 = it is not, or
                          not known */
  uint32_t size;       /* 0 = not known */
  uint32_t item;       /* the instruction */
  struct avow_slice sym;
};

#define AVOW_KEPT_IN_MEMORY 0xffff

/* What happened to one location, over all paths.  */
struct avow_fate
{
  uint64_t read;       /* bytes of the entry value that matter */
  uint64_t sure_read;  /* of those, read under no condition */
  uint64_t exact_read; /* of those, read for what is known to depend on these very bytes */
  uint64_t snapshot;   /* bytes of the entry value that only end up, as they are, in an output */
  uint64_t stored;     /* bytes of the entry value that were stored to memory of which it is not followed whether it
                          keeps them: a saved register, or a value for the program */
  uint64_t wrote;      /* bytes written by some instruction, restored or not */
  uint64_t changed;    /* bytes that may differ from entry on some exit */
  uint64_t unset;      /* bytes not certainly written on some exit that counts */
  uint64_t cond;       /* bytes written only under a condition on some exit that counts */
  uint64_t unset_goto; /* bytes not certainly written where a goto label is reached */
  uint64_t maybe;      /* bytes that an instruction may have left as they were, depending on its
                          source (bsf of zero) */
  bool dumped;         /* an instruction that saves all registers saw it (fxsave) */
  bool spread;         /* the snapshot ends in more than one place */
  uint16_t kept_in;    /* the first: 1 + an output's location, AVOW_KEPT_IN_MEMORY, or 0 */
  uint32_t maybe_item;
  bool beyond;         /* BEYOND_ITEM, the first that reads bytes of a register outside the operand in it */
  uint32_t beyond_item;
  uint32_t read_item, write_item, cond_item; /* first instruction of each kind (item index) */
};

/* Two things may be given one register and do not get along: WRITE_ITEM writes a register that
   operand INPUT may live in while READ_ITEM still needs it.  */
struct avow_sharing
{
  int16_t output;  /* the output whose register is written, or -1 */
  int16_t hard;    /* else the hard register */
  uint16_t input;  /* the operand that is lost; an output when it is lost after it was set */
  uint32_t write_item, read_item;
  bool address;    /* the operand is needed as the address of a memory operand */
  bool equal;      /* only if the compiler finds that INPUT and what OUTPUT comes in with are equal */
};

/* Control leaves the statement by another way than falling through or a goto label.  */
enum avow_leave_how
{
  AVOW_LEAVE_JUMP,     /* a branch to TARGET, which is no label of the statement */
  AVOW_LEAVE_FALL,     /* code of another section runs off its end */
  AVOW_LEAVE_COMPUTED, /* a jump or return to an address that is not understood */
  AVOW_LEAVE_RETURN,   /* returns from the function */
  AVOW_LEAVE_SYSRET,   /* iret, sysexit ... */
  AVOW_LEAVE_FAULT     /* an exception table resumes at TARGET, which is no label of the statement */
};

struct avow_leave
{
  uint8_t how;              /* enum avow_leave_how */
  bool tainted;             /* behind something that was not understood and may never go on */
  uint32_t item;            /* the instruction */
  struct avow_slice target; /* a name as written, when there is one */
};

/* The memory operand OPERAND is used by ITEM while the stack pointer is certainly, or only perhaps, not where it
   was on entry.  */
struct avow_moved_use
{
  uint16_t operand;
  bool certain;
  uint32_t item;
};

/* The stack pointer at the exits, as far as it certainly is not what it was.  */
enum avow_sp_exit
{
  AVOW_SP_KEPT,
  AVOW_SP_OFF,   /* its entry value plus something */
  AVOW_SP_OTHER  /* another value */
};

struct avow_summary
{
  const struct avow_contract *c;
  const struct avow_body *body;
  struct avow_fate *fates;      /* [c->n_locs] */
  struct avow_reached *mem;
  unsigned n_mem;
  struct avow_sharing *sharing;
  unsigned n_sharing;
  uint64_t may_share;           /* outputs whose register an input may share, or could without "&" */
  uint64_t early_needed;        /* outputs for which "&" forbids a sharing that would matter */
  struct avow_leave *leaves;    /* one for each instruction that does, in no order */
  unsigned n_leaves;
  struct avow_call *calls;      /* that leave the template, but for unknown ones */
  unsigned n_calls;
  struct avow_moved_use *moved;
  unsigned n_moved;
  bool sp_moved;                /* some instruction writes the stack pointer; SP_ITEM is the first */
  uint32_t sp_item;
  uint8_t sp_exit;              /* enum avow_sp_exit, on some exit, behind SP_EXIT_ITEM */
  bool sp_off_exact;
  int64_t sp_off;               /* by how much; when not exact, by at least that much */
  uint32_t sp_exit_item;
  uint64_t props;               /* ISA_* of all reached instructions, or-ed */
  uint32_t nondet_item, effect_item, priv_item; /* first instruction with such a property */
  bool fences, orders;          /* a fence (FENCE_ITEM), another instruction that orders what is
                                   done to memory around it (ORDER_ITEM) */
  uint32_t fence_item, order_item;
  bool flags_loaded;            /* popf of flags that are not those of this body (LOADED_ITEM), and no
                                   restoring popf behind it */
  uint32_t loaded_item;
  bool branches;                /* a conditional branch was met */
  bool jumps;                   /* some instruction may lead elsewhere than to the next */
  bool tables;                  /* an exception table or an alternative speaks of the body */
  bool decides;                 /* a status flag is read */
  bool
      other_code; /* a call, a system call, a return or a trap; a label whose address is taken; or a place where
                                   something may be put */
  bool computes;                /* some instruction does more than move values */
  bool any_exit;                /* some path reaches the end or a goto label */
  bool writes_flags;
  uint32_t flags_item;
  bool lacking;                 /* LACKING_ITEM belongs to ISA extension LACKING_EXT, which the
                                   function is not compiled for */
  uint8_t lacking_ext;
  uint32_t lacking_item;
  bool size_defaulted, size_conflict;
  uint32_t size_item, conflict_item;
  bool system_call;
  uint32_t system_item;
  int x87_peak;                 /* most x87 registers pushed at a time, by instruction X87_ITEM */
  uint32_t x87_item;
  int x87_low, x87_high;        /* x87 pushes minus pops at the exits */
  bool x87_in_mmx;              /* X87_IN_MMX_ITEM uses x87 registers behind an MMX instruction */
  uint32_t x87_in_mmx_item;
  bool mmx_left, df_left;       /* on some exit the x87 registers are MMX registers since MMX_ITEM; the
                                   direction flag is set since DF_ITEM */
  uint32_t mmx_item, df_item;
  uint8_t modes_left, modes_doubtful; /* control words (bit 0 MXCSR, 1 x87) that the body computed with and
                                         left changed; that it loaded again afterwards with who knows what */
  uint32_t section_named;       /* the text ends in what it calls .text: 1 + the item that does */
  bool section_left;            /* the text ends in another section than it began */
  bool tainted;                 /* something on the way to some exit was not understood */
  unsigned steps;
};

/* Execute.  Gaps go to BODY.  False when memory ran out.  */
bool avow_exec (struct avow_summary *s, const struct avow_contract *c, struct avow_body *body,
                const struct avow_flow *f, unsigned max_steps, struct avow_arena *arena);

#endif
