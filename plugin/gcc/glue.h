/* glue.h - what the files of the glue know of each other.

   anchor.c     the one strong reference to GCC
   plugin.cc    loading, options, the life of a unit
   pass.cc      finding the asm statements of functions
   toplevel.cc  ... and those of the unit, which may define macros for the others
   dead.cc      ... leaving out those that can never run
   capture.cc   a GCC statement -> struct avow_stmt
   address.cc   ... and what is known about its operands' addresses
   symbol.cc    ... and about symbols and functions
   frame.cc     ... and whether they may be addressed from the stack pointer
   numbering.cc ... by giving equal values equal numbers
   lifetime.cc  ... and about values and objects that are gone
   unread.cc    ... and whether anybody looks at its outputs
   target.cc    ... and about the target
   judge.cc     one statement: check, allow, repair, say, report
   allow.cc     suppressions in comments
   diag.cc      findings -> GCC's diagnostics
   repair.cc    findings -> a better contract
   rebuild.cc   ... -> a GIMPLE_ASM
   source.cc    ... -> a patch of the source
   regs.cc      ... that still has registers for its operands
   alloc.h      and what looks at the code after register allocation

   C++ only because GCC is: no classes but the pass, no exceptions, nothing that
   needs a constructor at load time.  */
#ifndef AVOW_GLUE_H
#define AVOW_GLUE_H

#include "compat.h"

#include "anchor.h"

#include "../arena.h"
#include "../asm/names.h"
#include "../avow.h"
#include "../report/json.h"
#include "../report/memo.h"
#include "../repair/draft.h"
#include "../report/options.h"

struct avow_pending;
struct avow_patched;

/* Diagnostics already given: hashes of place, rule and subject.  */
struct avow_said
{
  uint64_t *slots;
  size_t n_slots, n;
};

/* What a function reads, see unread.cc.  */
struct avow_reads
{
  struct function *of;
  void *variables;
};

/* The state of one compile.  */
struct avow_unit
{
  const char *name;             /* the plugin's base name, for messages */
  struct avow_settings settings;
  struct avow_options options;
  struct avow_memo memo;
  struct avow_arena scratch;    /* for one statement */
  struct avow_said said;
  struct avow_arena names_arena; /* for NAMES */
  struct avow_names names;       /* what toplevel asm defines, up to ... */
  asm_node *names_last;          /* ... this one; NULL = none yet */
  unsigned names_made;           /* how often NAMES was begun */
  struct avow_reads reads;
  int report_fd, capture_fd, patch_fd; /* -1 = none */
  struct avow_patched *patched; /* see source.cc */

  /* Statements that wait for their code, see pending.cc.  */
  bool defers;                  /* this compile generates code */
  bool link_time;               /* this is lto1: only what bites is said */
  struct avow_arena keep;
  struct avow_pending *pending, *pending_last;
  struct avow_pending **pending_chains;

  /* Statements whose function may use no red zone, see redzone.cc.  */
  uint64_t *pushing;
  unsigned n_pushing;
  size_t cap_pushing;
};

/* Where a statement stands.  */
struct avow_spot
{
  location_t loc;               /* UNKNOWN_LOCATION for toplevel asm */
  tree function;                /* or NULL_TREE */
  gimple_stmt_iterator *gsi;    /* the statement, when it may be changed; or NULL */
};

/* plugin.cc */
void avow_register_pass (struct avow_unit *unit);

/* pass.cc */
void avow_check_tree (struct avow_unit *unit, tree function);
void avow_check_unlowered (struct avow_unit *unit);
void avow_function_removed (struct cgraph_node *node, void *unit);

/* toplevel.cc */

void avow_check_toplevel (struct avow_unit *unit);
/* What the assembler has been told by name before FUNCTION, or NULL when that is nothing.  */
const struct avow_names *avow_unit_names (struct avow_unit *unit, tree function);

/* dead.cc: call VISIT for the asm statements in BODY that can run.  */
typedef void avow_asm_visitor (tree asm_expr, void *data);
void avow_visit_asm (tree body, avow_asm_visitor *visit, void *data);

/* capture.cc: false when the statement is too odd to be looked at.  */
bool avow_capture_gimple (const gimple_stmt_iterator *gsi, struct avow_reads *reads,
                          struct avow_arena *arena, struct avow_stmt *stmt);
bool avow_capture_tree (tree asm_expr, tree function, struct avow_arena *arena,
                        struct avow_stmt *stmt);
bool avow_capture_toplevel (tree asm_str, struct avow_stmt *stmt);
/* Whether CONSTRAINT allows memory and nothing else.  */
bool avow_only_memory (const char *constraint);
/* The name in asm ("...") when DECL is a register variable, or NULL.  */
const char *avow_hard_register (tree decl);

/* address.cc: fill in value_id and what follows it in OPS from the operands
   VALUES.  GSI is NULL outside GIMPLE.  */
void avow_address_facts (const gimple_stmt_iterator *gsi, const tree *values, unsigned n,
                         struct avow_operand *ops, struct avow_arena *arena);

/* include.cc: see avow_stmt.include.  */
bool avow_included_text (const char *name, size_t len, struct avow_arena *arena, const char **text, size_t *size);

/* symbol.cc: what the unit says about symbol NAME (LEN bytes), an enum avow_symbol; ...  */
int avow_symbol_in_unit (const struct avow_stmt *stmt, const char *name, size_t len);
/* ... the symbol that VALUE is the address of, or that it lies in, or NULL; ...  */
const char *avow_symbol_name (tree value);
/* ... the convention of what a pointer of TYPE points to, an enum avow_callee_abi.  */
uint8_t avow_pointed_abi (const_tree type);

/* frame.cc: may the compiler address the operand VALUE of a statement of FUNCTION from the stack pointer?  An enum
   avow_stack_use.  GSI is NULL outside GIMPLE.  */
uint8_t avow_stack_use (const gimple_stmt_iterator *gsi, tree function, tree value);
/* Whether nothing is compiled behind the statement at GSI: __builtin_unreachable, or an empty endless loop.  */
bool avow_ends_here (gimple_stmt_iterator gsi);
/* Whether TEXT may move the stack pointer: only then does anybody ask.  */
bool avow_may_move_stack (const char *text);

/* target.cc: the alignment in bytes that OBJECT, a variable or a constant, is promised to have.  *FIXED is cleared when
   GCC gives it more as long as it does not compile for size.  */
uint64_t avow_object_alignment (tree object, bool *fixed);

/* unread.cc: is the output VALUE of a statement of the current function a variable that nothing reads?  */
bool avow_is_unread (struct avow_reads *reads, tree value);
/* READS is of a function that changes, or goes away.  */
void avow_forget_reads (struct avow_reads *reads);

/* target.cc: what holds in FUNCTION, or at the top level when that is NULL_TREE.  */
void avow_capture_target (tree function, struct avow_target *target);
/* Whether functions without an attribute follow the Microsoft convention.  */
bool avow_default_is_ms (void);
/* Behind register allocation: the frame of the current function.  Offsets count down from one address, that of the
   frame.  */
struct avow_frame
{
  bool known;
  HOST_WIDE_INT sp, fp;  /* the stack pointer behind the prologue, the frame pointer */
  HOST_WIDE_INT locals;  /* the soft frame pointer, from which variables are counted */
  HOST_WIDE_INT aligned; /* a point that is a multiple of ALIGN bytes */
  unsigned align;
  unsigned call_align; /* what a called function expects of its stack */
  bool red_zone;       /* it reaches below the stack pointer */
  bool saves_all;      /* it keeps all registers for its caller, as an interrupt handler does */
};
void avow_frame_facts (struct avow_frame *frame);
/* Do calls destroy register REGNO, by the convention?  */
bool avow_calls_destroy (unsigned regno);
/* Does SOURCE, of a SET, fetch the address of the global offset table?  */
bool avow_sets_got (const_rtx source);

/* judge.cc */
void avow_judge (struct avow_unit *unit, const struct avow_spot *spot,
                 const struct avow_stmt *stmt);

/* Whether an input of STMT is a register variable.  */
bool avow_has_register_variable (const struct avow_stmt *stmt);

/* The same when linking: STMT was judged before, and is only looked at again in its code.  */
void avow_judge_linked (struct avow_unit *unit, const struct avow_spot *spot,
                        const struct avow_stmt *stmt);
/* Append LINE to *FD, which writes the WHAT called FILE; an error and *FD = -1 when that fails.  */
void avow_append (int *fd, const char *what, const char *file, struct avow_report_line line);
/* Say and report what was found about the statement at SPOT.  */
void avow_announce (struct avow_unit *unit, const struct avow_spot *spot,
                    const struct avow_site *site, const struct avow_stmt *stmt,
                    const struct avow_result *result);

/* rtl.cc */
void avow_register_rtl_pass (struct avow_unit *unit);

/* redzone.cc: the function that has the statement TEXT at LOC may use no red zone.  */
void avow_give_up_red_zone (struct avow_unit *unit, location_t loc, const char *text);
void avow_register_red_zone_pass (struct avow_unit *unit);

/* pending.cc */

/* By what a statement is found again in the generated code.  */
uint64_t avow_statement_key (location_t loc, const char *text);

/* Keep STMT and RESULT until the code is there; false when memory ran out.  */
bool avow_defer (struct avow_unit *unit, const struct avow_spot *spot,
                 const struct avow_site *site, const struct avow_stmt *stmt,
                 const struct avow_result *result);
/* Whether a statement like STMT at LOC is kept already.  */
bool avow_is_pending (struct avow_unit *unit, location_t loc, const struct avow_stmt *stmt);
/* Say all that was kept.  */
void avow_say_pending (struct avow_unit *unit);
/* Mark what is kept for the garbage collector.  */
void avow_mark_pending (struct avow_unit *unit);

/* diag.cc */

/* A number for the place that is printed for LOC.  */
uint64_t avow_place_hash (location_t loc);

/* Whether a warning at LOC would be shown: not with -w, nor in a system header.  */
bool avow_may_speak (location_t loc);
/* TEXT about SPOT, as loud as LOUDNESS (enum avow_loudness) and the command line
   allow, with `[avow:TAG]'.  Once for each place, tag and KEY.  With HINTS the changes of the source that mend it are
   shown too.  True when said.  */
bool avow_say (struct avow_unit *unit, const struct avow_spot *spot, int loudness, const char *tag,
               const char *key, const char *text, bool hints);
/* Whether the statement at SPOT is one that was met before, in another copy of
   its function.  */
bool avow_is_copy (struct avow_unit *unit, const struct avow_spot *spot,
                   const struct avow_stmt *stmt);
void avow_diagnose (struct avow_unit *unit, const struct avow_spot *spot,
                    const struct avow_stmt *stmt, const struct avow_result *result);

/* allow.cc: give findings that a comment allows its reason.  */
void avow_mark_allowed (struct avow_unit *unit, const struct avow_spot *spot,
                        const struct avow_stmt *stmt, struct avow_result *result);
/* The same for one finding that was made when all others had been judged.  */
void avow_mark_added (struct avow_unit *unit, const struct avow_spot *spot,
                      const struct avow_stmt *stmt, struct avow_finding *f);

/* regs.cc */

/* NULL when a statement may be made to clobber register NAME ("cc" and "memory"
   too), or the reason why not.  */
const char *avow_cannot_clobber (const char *name);
bool avow_same_register (const char *a, const char *b);
/* Whether the compiler can surely find a register for each operand of STMT.  */
bool avow_registers_suffice (const struct avow_stmt *stmt);

/* rebuild.cc: put the statement that draft D describes in place of the one at GSI.  */
void avow_rebuild (gimple_stmt_iterator *gsi, const struct avow_draft *d);

/* source.cc: note what would make the source of the statement at SPOT what draft D describes, where that is
   written out; false when it is not.  Write all that was noted.  */
bool avow_patch (struct avow_unit *unit, const struct avow_spot *spot, const struct avow_draft *d);
void avow_write_patch (struct avow_unit *unit);
/* Add to HINTS the changes noted for the statement at LOC, the first time that it is asked for.  */
void avow_add_hints (struct avow_unit *unit, location_t loc, rich_location *hints);

/* repair.cc: with mode=fix change the statement at SPOT so that findings of RESULT go away, and
   mark those as fixed; with patch=FILE note the same for the source.  */
void avow_repair (struct avow_unit *unit, const struct avow_spot *spot,
                  const struct avow_stmt *stmt, struct avow_result *result);

#endif
