/* step.h - what one instruction does to a state; see step.c.  */
#ifndef AVOW_STEP_H
#define AVOW_STEP_H

#include "state.h"
#include "call.h"
#include "trace.h"

/* One abstract execution in progress.  */
struct avow_run
{
  struct avow_summary *s;
  const struct avow_contract *c;
  struct avow_body *body;
  const struct avow_flow *f;
  struct avow_arena *arena;
  struct avow_state *st;     /* the current state */
  struct avow_touched touched;
  struct avow_trace trace;   /* what the recording pass saw */
  struct avow_effect e;      /* of the current instruction */
  int32_t node;              /* the current instruction */
  uint32_t item;             /* its item */
  uint8_t flow;              /* enum isa_flow, after the step */
  bool takes_back;           /* it loads registers that were stored, and nothing changed them there */
  bool kernel;               /* it enters the kernel and comes back */
  int taken;                 /* of a conditional branch: 1 always, 0 never, -1 not known */
  int32_t target;            /* of a branch, call or return: node or AVOW_TO_* */
  struct avow_callee callee; /* of a call that leaves the template */
  uint8_t how;               /* enum avow_leave_how, when TARGET is outside */
  struct avow_damage *shares; /* per output, two for its registers: operands that may share it */
  size_t cap_mem, cap_sharing, cap_leaves, cap_moved, cap_calls;
  bool faultable;            /* the current instruction has an exception table entry */
  bool conditional_read;     /* what is being read matters only under a condition */
  bool stores_expected;      /* a compare-exchange that cannot change memory; see step.c */
  bool record;               /* write the summary */
  bool ok;                   /* memory did not run out */
  bool out_of_budget;
};

bool avow_run_init (struct avow_run *r, struct avow_summary *s, const struct avow_contract *c,
                    struct avow_body *body, const struct avow_flow *f, struct avow_arena *arena);
/* Execute the instruction at NODE on R->st; sets R->flow and R->target.  */
void avow_run_step (struct avow_run *r, int32_t node);
/* The current instruction leaves the statement as R->how says.  */
void avow_run_leave (struct avow_run *r);
/* The current instruction makes the statement unverified.  Recorded once per reason
   and instruction, and only in the recording pass.  */
void avow_run_gap (struct avow_run *r, enum avow_reason reason);
/* CELL is the final value of output location LOC: note whose entry value it is.  */
void avow_run_snapshot (struct avow_run *r, const struct avow_cell *cell, unsigned loc);
/* V is in memory that outlives the statement: whose entry value is it?  */
void avow_run_escape (struct avow_run *r, struct avow_value v);
/* Of the N slots WAS, those that NOW does not know any more; their values are in memory still, unless
   the store OVER (or NULL) went over them.  */
void avow_run_escape_lost (struct avow_run *r, const struct avow_slot *was, unsigned n,
                           const struct avow_state *now, const struct avow_reached *over);
/* V is in memory, and may be taken back.  */
void avow_run_maybe_escape (struct avow_run *r, struct avow_value v);

/* Between the parts of a step: read.c, access.c, value.c, write.c, unicity.c, stack.c.  */

/* The values that an instruction computes for its first operands, and which of its reads are
   mere copies.  */
struct outcome
{
  struct avow_value val[2];   /* for operands 0 and 1 */
  bool copies[ISA_MAX_OPERANDS]; /* operand is not consumed */
  bool copies_implicit;
  struct avow_known_flags flags; /* what it leaves in the flags, as far as that follows from the values */
  struct avow_value sources[2];  /* of arithmetic: the first and the last source */
  struct avow_value state;       /* for the one implicit state register that is loaded, STATE_LOC */
  unsigned state_loc;
};

/* fold.c.  Constants: fills O's value and flags.  */
void avow_run_fold (struct avow_run *r, const struct avow_reached *refs, struct outcome *o);
/* The flags are written.  */
void avow_run_know_flags (struct avow_run *r, const struct outcome *o);
/* Does condition CC (of isa->conds) hold?  1, 0, or -1 = not known.  */
int avow_decide (const struct avow_isa *isa, unsigned cc, const struct avow_known_flags *f);
/* What condition CC, when it holds (or not), tells of the flags goes into the state; true when it
   says that kept bytes were written, which avow_kept_written () then does.  */
bool avow_run_assume (struct avow_run *r, unsigned cc, bool holds);
void avow_kept_written (struct avow_state *s);
/* MASK bytes of CELL were perhaps kept; the row says by which flag one can tell.  */
void avow_run_keep (struct avow_run *r, struct avow_cell *cell, uint64_t mask);
/* A cmov writes MASK bytes of CELL: does it do so exactly when the one before did not?  */
bool avow_run_complete (struct avow_run *r, unsigned cell, uint64_t mask);
/* A cmov that writes exactly when the bytes were kept.  */
void avow_run_repair (struct avow_run *r, struct avow_cell *cell, uint64_t mask);
/* branch.c: where the instruction leads; REFS is what its memory references reach.  */
void avow_run_branch (struct avow_run *r, const struct avow_reached *refs);
/* The value that is the address of the label that T names; unknown when it is none.  */
struct avow_value avow_run_code (struct avow_run *r, const struct avow_optext *t);
/* symbol.c: the address that T names, of code of the template or of anything else; what that place of the linker's table holds
   which T names; V (avow_is_symbol) plus something.  */
struct avow_value avow_run_symbol (struct avow_run *r, const struct avow_optext *t);
struct avow_value avow_run_from_table (struct avow_run *r, const struct avow_optext *t);
struct avow_value avow_run_beside (const struct avow_run *r, struct avow_value v);
/* V came in as an operand that C calls a pointer.  */
bool avow_run_is_pointer (const struct avow_run *r, struct avow_value v);
/* An access whose address is V, or is written as EA: fill in OUT when a symbol is reached so, and return true.  */
bool avow_run_reach_symbol (const struct avow_run *r, struct avow_value v,
                            struct avow_reached *out);
bool avow_run_reach_name (const struct avow_run *r, const struct avow_ea *ea,
                          struct avow_reached *out);
/* dump.c: registers go into memory at REFS; does the instruction take back what is there, and which value has register access A then?
   The store A may go over it.  */
void avow_run_dump (struct avow_run *r, const struct avow_reached *refs);
bool avow_run_takes_back (const struct avow_run *r, const struct avow_reached *refs);
struct avow_value avow_run_taken_back (const struct avow_run *r, const struct avow_access *a);
void avow_run_overwrite_dump (struct avow_run *r, const struct avow_reached *a);
/* What a call pushes.  */
struct avow_value avow_run_return_address (const struct avow_run *r);
/* The value of operand I of the instruction before it is executed.  */
struct avow_value avow_run_operand_value (struct avow_run *r, unsigned i,
                                          const struct avow_reached *refs);
int64_t avow_run_wrap (const struct avow_run *r, int64_t off);
bool avow_run_advance (const struct avow_run *r, int64_t *n);
struct avow_value avow_run_address_value (const struct avow_run *r, const struct avow_ea *ea);
unsigned avow_run_cell_of (const struct avow_run *r, unsigned loc, int depth);
void avow_run_compute (struct avow_run *r, const struct avow_reached *refs, struct outcome *o);
void avow_run_damage_inputs (struct avow_run *r, unsigned loc, struct avow_value val);
bool avow_run_is_copy_of (struct avow_value v, unsigned loc);
struct avow_value avow_run_load (struct avow_run *r, const struct avow_reached *a);
uint64_t avow_run_operand_bytes (const struct avow_run *r, const struct avow_reached *a);
unsigned avow_run_operand_loc (const struct avow_run *r, const struct avow_reached *a);
struct avow_value avow_run_prefer_pointer (const struct avow_run *r, const struct avow_ea *ea,
    struct avow_value v);
struct avow_reached avow_run_refer (struct avow_run *r, const struct avow_memref *m);
/* The same for a reference of a called routine.  */
struct avow_reached avow_run_refer_call (struct avow_run *r, const struct avow_memref *m);
void avow_run_store (struct avow_run *r, const struct avow_reached *a, struct avow_value v);
void avow_run_touch (struct avow_run *r, unsigned loc, uint64_t mask);
void avow_run_use_input (struct avow_run *r, unsigned j, bool address);
void avow_run_write_undeclared (struct avow_run *r, unsigned loc);
/* R->shares from the contract.  */
void avow_unicity_init (struct avow_run *r);

/* The value of MASK bytes of the cell matters here.  */
void avow_run_consume (struct avow_run *r, unsigned cell, uint64_t mask);
/* The same at the end, where an output's old value is another rule's.  */
void avow_run_use_output (struct avow_run *r, unsigned cell, uint64_t mask);
/* The address of memory operand OPERAND is used, by operand OP of the instruction.  */
void avow_run_use_address (struct avow_run *r, unsigned operand, int op, bool accessed);
/* The bytes WANTED of V matter to the current item: note whose entry values they are.  */
void avow_run_note_value (struct avow_run *r, struct avow_value v, uint64_t wanted);
/* Entry bytes MASK of LOC matter to the current item.  */
void avow_run_note_read (struct avow_run *r, unsigned loc, uint64_t mask);
/* Input J's register is written; and at an exit: which outputs went with such registers?  */
void avow_run_overwrite_input (struct avow_run *r, unsigned j);
void avow_run_overwritten_outputs (struct avow_run *r);
void avow_run_note_sharing (struct avow_run *r, const struct avow_sharing *what);
void avow_run_read_registers (struct avow_run *r, const struct outcome *o);
/* Behind the writes: registers that must not be the destination's.  */
void avow_run_read_apart (struct avow_run *r);
/* Operands that are loaded from memory operands: consuming the object's value.  */
void avow_run_read_memory (struct avow_run *r, const struct avow_reached *refs,
                           const struct outcome *o);
void avow_run_write_registers (struct avow_run *r, const struct outcome *o);
void avow_run_write_memory (struct avow_run *r, const struct avow_reached *refs,
                            const struct outcome *o);
void avow_run_write_flags (struct avow_run *r, const struct outcome *o);
/* pop and popf: what the slot held goes to the destination.  */
void avow_run_pop_value (struct avow_run *r, const struct avow_reached *refs, struct outcome *o);
void avow_run_restore_flags (struct avow_run *r, const struct outcome *o);
/* A system call's result, in a register that no row names.  */
void avow_run_system_result (struct avow_run *r);
/* exit and its like.  */
bool avow_run_never_returns (const struct avow_run *r);

/* Write MASK bytes of LOC, noting it in the summary and the trace.  */
void avow_run_write (struct avow_run *r, unsigned loc, uint64_t mask, struct avow_value val,
                     bool cond);
/* Who is called by a call that leaves the template: R->callee; and what that does.  */
void avow_run_find_callee (struct avow_run *r, const struct avow_reached *refs);
void avow_run_call (struct avow_run *r);
/* Does T name a routine that goes on where a register leads?  */
bool avow_run_jumps_on (const struct avow_run *r, const struct avow_optext *t);
/* Does the current instruction enter the kernel and come back?  */
static inline bool
avow_run_enters_kernel (const struct avow_run *r)
{
  return r->kernel || (r->flow == ISA_CALL && r->callee.kind == AVOW_CALLEE_SYSCALL);
}
/* Move the stack pointer as the instruction does: push, pop, leave, pusha, popa.  */
void avow_run_move_stack (struct avow_run *r);
/* Direction flag, x87 stack, control words.  */
void avow_run_machine (struct avow_run *r);
void avow_run_machine_exit (struct avow_run *r);
/* What iret pops into the flags and, at last, the stack pointer.  */
struct avow_value avow_run_iret_flags (const struct avow_run *r);
struct avow_value avow_run_iret_stack (const struct avow_run *r);
/* V and MASK, where V is a stack pointer.  */
struct avow_value avow_run_align (struct avow_run *r, struct avow_value v, int64_t mask);
/* Control leaves the statement: is the stack pointer what it was?  */
void avow_run_stack_exit (struct avow_run *r);
/* Note the operands whose address the instruction uses while the stack pointer is elsewhere.  */
void avow_run_note_moved (struct avow_run *r);

#endif
