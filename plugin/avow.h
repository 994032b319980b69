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
struct avow_names;

/* ---- what the compiler knows about one operand -------------------------- */

enum avow_type_class
{
  AVOW_TYPE_OTHER, /* structures, arrays, void, unknown */
  AVOW_TYPE_INT,
  AVOW_TYPE_POINTER,
  AVOW_TYPE_FLOAT,
  AVOW_TYPE_VECTOR
};

/* May the compiler address an operand from the stack pointer?  */
enum avow_stack_use
{
  AVOW_STACK_UNKNOWN,
  AVOW_STACK_NEVER,  /* a register, a constant, a static object, or behind a pointer from elsewhere */
  AVOW_STACK_PASSED, /* only when a pointer that is handed to the function turns out to be one to a
                        variable of a caller that it is inlined into */
  AVOW_STACK_LOCAL   /* a variable of the function, or a value that may be in a stack slot */
};

/* After register allocation: what an operand became.  */
enum avow_given { AVOW_NOT_GIVEN, AVOW_GIVEN_REGISTER, AVOW_GIVEN_MEMORY, AVOW_GIVEN_CONSTANT };

/* What has happened to an operand's value, or to the object that it points to or names, before the
   statement runs.  */
enum avow_loss
{
  AVOW_KEPT,
  AVOW_LOST_CALL,  /* register variable: a call came after its assignment */
  AVOW_LOST_ASM,   /* ... an asm statement that clobbers the register */
  AVOW_LOST_SCOPE, /* the object's scope has ended */
  AVOW_LOST_FREE   /* the object was freed */
};

/* May an integer be an address?  */
enum avow_holds
{
  AVOW_HOLDS_ANYTHING,
  AVOW_HOLDS_POINTER, /* it was made of a pointer */
  AVOW_HOLDS_NUMBER   /* it is a constant, or was made of something narrower than an address */
};

/* The convention of the function that a pointer operand points to.  */
enum avow_callee_abi
{
  AVOW_ABI_NONE, /* not a pointer to a function, or one of another convention */
  AVOW_ABI_C,
  AVOW_ABI_MS    /* the attribute ms_abi */
};

/* How fields.def declares the members that the next structures have besides those spelled out.  */
#define AVOW_TEXT(name) const char *name;
#define AVOW_NOTE(name) const char *name;
#define AVOW_FLAG(name) bool name;
#define AVOW_BYTE(name) uint8_t name;
#define AVOW_WORD(name) uint32_t name;
#define AVOW_NUMBER(name) uint64_t name;
#define AVOW_INTEGER(name) int64_t name;
#define AVOW_SET(name) uint64_t name[4];

/* An operand as written, outputs first, then inputs, as GCC numbers them.
   A "+" operand is either given as such, or already split by GCC into an
   output and a matching input appended at the end (gimplify_asm_expr).  */
struct avow_operand
{
  const char *constraint; /* as GCC has it: "=&r", "+m", "0", "=@ccz", ... */
  bool is_output;
#define OPERAND_FIELD(kind, name, usual) AVOW_##kind (name)
#include "fields.def"
#undef OPERAND_FIELD
};

enum avow_dialect { AVOW_ATT, AVOW_INTEL };

#define AVOW_EXT_WORDS 4 /* the words of a SET: room for 256 ISA extensions */

/* Facts about the function's target that change what a template means.  */
struct avow_target
{
  const struct avow_arch *arch;
#define TARGET_FIELD(kind, name, usual) AVOW_##kind (name)
#include "fields.def"
#undef TARGET_FIELD
};

enum avow_symbol
{
  AVOW_SYMBOL_UNKNOWN,
  AVOW_SYMBOL_CONST,    /* an object that nothing may modify */
  AVOW_SYMBOL_VARIABLE, /* an object that the program may modify */
  AVOW_SYMBOL_FUNCTION,
  AVOW_SYMBOL_NORETURN, /* a function that never returns */
  AVOW_SYMBOL_DEFINED   /* a C function whose body is in the unit */
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

  /* Macros and symbols of the assembler that the rest of the unit defines (asm/names.h), or NULL.  */
  const struct avow_names *names;

  /* What the compilation unit of STMT says about symbol NAME (LEN bytes): an avow_symbol.
     NULL = nothing is known.  SYMBOLS is for its own use.  */
  int (*symbol) (const struct avow_stmt *stmt, const char *name, size_t len);
  const void *symbols;

  /* The text of file NAME (LEN bytes) that the assembler would read for .include, in memory of ARENA; false when it
     cannot be had.  NULL = no files.  */
  bool (*include) (const char *name, size_t len, struct avow_arena *arena, const char **text, size_t *size);

#define STMT_FIELD(kind, name, usual) AVOW_##kind (name)
#include "fields.def"
#undef STMT_FIELD
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
  AVOW_EDIT_CLOBBER,      /* add the clobbers in TEXT, between blanks */
  AVOW_EDIT_VOLATILE,     /* make the statement volatile */
  AVOW_EDIT_INOUT,        /* input OPERAND becomes input/output */
  AVOW_EDIT_READWRITE,    /* output OPERAND: "=" becomes "+" */
  AVOW_EDIT_EARLYCLOBBER, /* output OPERAND gets "&" */
  AVOW_EDIT_REDZONE,      /* the function gives up the red zone: clobber "redzone" from GCC 15 on */
  AVOW_EDIT_MEMORY,       /* declare EXTENT, behind pointer OPERAND or around memory OPERAND, by a memory operand, or
                             where that cannot be by "memory"; the finding's other edits are for that */
  /* Of advice, for the source only: */
  AVOW_EDIT_DROP_CLOBBER, /* leave out clobber TEXT */
  AVOW_EDIT_DROP_VOLATILE,
  AVOW_EDIT_DROP_EARLYCLOBBER, /* output OPERAND loses "&" */
  AVOW_EDIT_DROP_INPUT         /* output OPERAND: "+" becomes "=" */
};

/* Bytes from FROM on, counted from where a pointer points or a memory operand begins, which are read and
   written.  Written only means every one, on all paths.  */
struct avow_extent
{
  int64_t from;
  uint64_t size;
  bool read, written;
};

struct avow_edit
{
  uint8_t kind;           /* enum avow_edit_kind */
  int operand;            /* for the operand edits */
  const char *text;       /* clobber name */
  struct avow_extent extent;
};

#define AVOW_MAX_EDITS 8

struct avow_finding
{
  uint8_t rule;           /* enum avow_rule */
  uint8_t kind;           /* enum avow_kind */
  const char *subject;    /* the location: "rbx", "%1", "memory", "flags" */
  uint64_t bytes;         /* of that location, those that are changed; 0 = not known.  For red-zone a
                             bit is eight bytes, counted down from the stack pointer */
  uint64_t registers[4];  /* call-clobber: the locations that the call may destroy, as a bit set */
  unsigned
      at; /* about memory: 1 + the operand whose address OFF counts from; 0 = none, and not known */
  int64_t
      off; /* the first byte that is accessed; for a call, how far its stack pointer is from that on entry */
  uint64_t size;          /* how many; 0 = not known */
  bool writes;            /* they are written */
  const char *message;    /* one line, no final stop */
  const char *fix;        /* what to write instead, in words; or NULL */
  int insn;               /* 1-based number of the instruction; 0 = the whole statement */
  uint32_t offset, length; /* its text, in the template */
  const char *text;       /* the text itself, when it is an expansion of what the template says
                             there; or NULL */
  struct avow_edit edits[AVOW_MAX_EDITS];
  unsigned n_edits;
  bool fixed;             /* set by the glue after a repair */
  const char *allowed;    /* set by the glue: the reason given in a comment that allows it, or NULL */
  uint8_t bites;          /* set by the glue after register allocation: enum avow_bites ... */
  const char *victim;     /* ... what is lost: "rbx: 'count'"; or NULL ... */
  const char *build;      /* ... and a sentence about this build; or NULL */
};

/* Does a finding do harm in the code that is being generated?  */
enum avow_bites { AVOW_BITES_UNKNOWN, AVOW_BITES, AVOW_LATENT };

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
  bool expanded;          /* DETAIL is the text, an expansion of what stands at OFFSET */
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
  const char *calls;      /* the project's own descriptions of called routines (model/callee.h), or NULL */
  bool refine;            /* overdeclared speaks of "memory" that operands could stand for, too */
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

/* ISA extension number N: its name, and the option (without -m) by which GCC enables it, "" when
   there is none.  False when there are not so many.  */
struct avow_extension
{
  const char *name, *option;
};
bool avow_extension (const struct avow_arch *arch, unsigned n, struct avow_extension *ext);

/* How messages call hard location LOC: "rbx", on i386 "ebx"; "xmm3".  */
const char *avow_location_name (const struct avow_arch *arch, unsigned loc);

/* The number of the first line of CALLS (see struct avow_options) that is wrong for the architecture called ARCH, and what is
   wrong in *WORD, up to a blank; 0 when all is right.  */
unsigned avow_calls_check (const char *arch, const char *calls, const char **word);

/* The rule called NAME (LEN bytes), or -1.  */
int avow_rule_by_name (const char *name, size_t len);

#ifdef __cplusplus
}
#endif
#endif
