/* avow.h - the one public interface of the core: a statement goes in, a verdict comes out.

   The core is plain C11 and knows nothing of GCC.  The glue in plugin/gcc/
   copies a GCC statement into `struct avow_stmt', calls avow_check(), and
   turns the resulting `struct avow_result' into diagnostics, reports and
   repairs.  The stages in between are described in docs/design.md.

   Ownership: everything that a result points to lives in the arena that the
   caller passed, or in the statement itself; both must outlive the result.
   Errors: the core never exits and never prints.  When memory runs out or a
   budget is exceeded the statement comes back as unverified, with that as
   its reason.  */
#ifndef AVOW_H
#define AVOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define AVOW_VERSION "0.1"

struct avow_arena;
struct avow_arch;

/* ---- what the compiler knows about one operand -------------------------- */

enum avow_type_class
{
  AVOW_TYPE_OTHER, /* structures, arrays, void, unknown */
  AVOW_TYPE_INT,
  AVOW_TYPE_POINTER,
  AVOW_TYPE_FLOAT,
  AVOW_TYPE_VECTOR
};

/* An operand as written, outputs first, then inputs, as GCC numbers them.
   A "+" operand is either given as such, or already split by GCC into an
   output and a matching input appended at the end (gimplify_asm_expr).  */
struct avow_operand
{
  const char *constraint; /* as GCC has it: "=&r", "+m", "0", "=@ccz", ... */
  const char *name;       /* C expression for messages, or NULL */
  bool is_output;
  uint8_t type;           /* enum avow_type_class */
  bool is_signed;
  bool is_const;          /* memory operand: the object is read-only */
  uint64_t size;          /* bytes of the operand's type; 0 = unknown */
  uint64_t align;         /* bytes; 0 = unknown */
  const char *hard_reg;   /* register variable: the name in asm("..."), or NULL */

  /* Address facts, so that a memory operand can be laid against the pointer
     operands.  Identifiers are small positive numbers that mean "the same
     value at this statement"; 0 = not known.  For an operand that is not a
     memory operand, VALUE_ID names the operand's own value when that is a
     plain variable, an address, or one of them plus VALUE_OFF bytes.  For a
     memory operand they name the operand's address instead.  */
  uint32_t value_id;
  int64_t value_off;
  bool value_is_object;  /* VALUE_ID is the address of a declared object ...  */
  uint64_t object_size;  /* ... of this many bytes (0 = unknown) */
  bool object_const;     /* ... that nothing may modify */

  uint8_t same_object;   /* memory operand: 1 + the number of an operand of the other
                            direction with the very same lvalue ("+m" split by
                            GCC), or 0 */
  bool is_volatile;      /* memory operand: a volatile object */
  bool const_known;      /* the operand is the integer constant CONST_VALUE */
  int64_t const_value;
};

enum avow_dialect { AVOW_ATT, AVOW_INTEL };

/* Facts about the function's target that change what a template means.  */
struct avow_target
{
  const struct avow_arch *arch;
  uint8_t dialect;       /* enum avow_dialect that GCC prints operands in */
  bool red_zone;         /* the ABI's red zone is in use (no -mno-red-zone) */
  bool pic;
  bool kernel_model;     /* -mcmodel=kernel */
  uint64_t features;     /* bit set of enabled ISA extensions, arch-specific */
  uint64_t absent[4];    /* bit set of locations that the compiler never allocates
                            here (-mno-sse: the vector registers) */
};

enum avow_symbol
{
  AVOW_SYMBOL_UNKNOWN,
  AVOW_SYMBOL_CONST,    /* an object that nothing may modify */
  AVOW_SYMBOL_VARIABLE, /* an object that the program may modify */
  AVOW_SYMBOL_FUNCTION
};

struct avow_stmt
{
  const char *text;      /* template; may hold any byte */
  size_t len;
  struct avow_target target;

  const struct avow_operand *operands;
  unsigned n_outputs;
  unsigned n_operands;   /* outputs + inputs */
  const char *const *clobbers;
  unsigned n_clobbers;
  unsigned n_labels;     /* goto labels, numbered from n_operands on */

  /* What the compilation unit says about symbol NAME (LEN bytes): an avow_symbol.  NULL = nothing
     is known.  */
  int (*symbol) (const char *name, size_t len);

  bool is_volatile;      /* written, or implied (no outputs, goto, basic) */
  bool is_goto;
  bool is_basic;         /* no operands: the template is verbatim text */
  bool is_toplevel;
};

/* ---- what comes out ------------------------------------------------------ */

enum avow_verdict { AVOW_VERIFIED, AVOW_VIOLATION, AVOW_UNVERIFIED };
enum avow_kind { AVOW_DEFECT, AVOW_FRAGILE, AVOW_ADVICE };

enum avow_rule
{
#define RULE(id, name, brief) AVOW_RULE_##id,
#include "rules/rules.def"
#undef RULE
  AVOW_N_RULES
};

extern const char *const avow_rule_names[AVOW_N_RULES];
extern const char *const avow_rule_briefs[AVOW_N_RULES];

/* One change of the contract that would make a finding go away.  */
enum avow_edit_kind
{
  AVOW_EDIT_CLOBBER,      /* add clobber TEXT */
  AVOW_EDIT_VOLATILE,     /* make the statement volatile */
  AVOW_EDIT_INOUT,        /* input OPERAND becomes input/output */
  AVOW_EDIT_READWRITE,    /* output OPERAND: "=" becomes "+" */
  AVOW_EDIT_EARLYCLOBBER  /* output OPERAND gets "&" */
};

struct avow_edit
{
  uint8_t kind;           /* enum avow_edit_kind */
  int operand;            /* for the operand edits */
  const char *text;       /* clobber name */
};

#define AVOW_MAX_EDITS 4

struct avow_finding
{
  uint8_t rule;           /* enum avow_rule */
  uint8_t kind;           /* enum avow_kind */
  const char *subject;    /* the location: "rbx", "%1", "memory", "flags" */
  const char *message;    /* one line, no final stop */
  const char *fix;        /* what to write instead, in words; or NULL */
  int insn;               /* 1-based number of the instruction; 0 = the whole statement */
  uint32_t offset, length; /* its text, in the template */
  struct avow_edit edits[AVOW_MAX_EDITS];
  unsigned n_edits;
  bool fixed;             /* set by the glue after a repair */
  const char *allowed;    /* set by the glue: the reason given in a comment that allows it, or NULL */
};

enum avow_reason
{
#define REASON(id, text) AVOW_REASON_##id,
#include "model/reasons.def"
#undef REASON
  AVOW_N_REASONS
};

extern const char *const avow_reason_names[AVOW_N_REASONS];

/* One thing that was not understood.  */
struct avow_gap
{
  uint8_t reason;         /* enum avow_reason */
  const char *detail;     /* the mnemonic, directive, constraint ... or NULL */
  int insn;
  uint32_t offset, length;
};

struct avow_result
{
  uint8_t verdict;        /* enum avow_verdict */
  unsigned n_insns;       /* instructions in the template */
  struct avow_finding *findings;
  unsigned n_findings;
  const struct avow_gap *gaps;
  unsigned n_gaps;
};

/* ---- the calls ----------------------------------------------------------- */

struct avow_options
{
  uint64_t disabled;      /* bit set of enum avow_rule */
  unsigned max_items;     /* budget: labels, directives and instructions */
  unsigned max_steps;     /* budget: abstractly executed instructions */
};

extern const struct avow_options avow_default_options;

/* Judge STMT.  Memory comes from ARENA.  Always fills RESULT.  */
void avow_check (const struct avow_stmt *stmt, const struct avow_options *opts,
                 struct avow_arena *arena, struct avow_result *result);

/* The architecture called NAME ("x86_64", "i386"), or NULL.  */
const struct avow_arch *avow_arch_by_name (const char *name);
const char *avow_arch_name (const struct avow_arch *arch);

/* The location of the register called NAME ("rax", "ax", "xmm3"), a number below 256, or -1.  */
int avow_location (const struct avow_arch *arch, const char *name);

/* The rule called NAME (LEN bytes), or -1.  */
int avow_rule_by_name (const char *name, size_t len);

#ifdef __cplusplus
}
#endif
#endif
