/* names.h - what the assembler remembers by name: symbols that were assigned, and macros.

   There is one table for each template, and one behind it for the unit: what toplevel asm
   defined, and macros that statements of functions left behind.  A lookup that fails in the first goes
   on in the second, which the first never changes.  gas looks for macros without regard to
   case, and for symbols exactly.  */
#ifndef AVOW_NAMES_H
#define AVOW_NAMES_H

#include "../arena.h"
#include "insn.h"

#ifdef __cplusplus
extern "C" {
#endif

enum avow_name_kind { AVOW_NAME_SYMBOL, AVOW_NAME_MACRO };

enum avow_name_state
{
  AVOW_STATE_UNKNOWN,  /* may or may not be defined, as anything */
  AVOW_STATE_REMOVED,  /* macro: .purgem */
  AVOW_STATE_NUMBER,   /* symbol: VALUE */
  AVOW_STATE_REGISTER, /* symbol: another name of a register; TEXT as written */
  AVOW_STATE_DEFINED   /* symbol: has a value, which is not known here; macro: DEFINITION */
};

enum avow_formal_type { AVOW_FORMAL_OPTIONAL, AVOW_FORMAL_REQUIRED, AVOW_FORMAL_VARARG };

/* A parameter of a macro.  */
struct avow_formal
{
  struct avow_slice name, standard; /* STANDARD: the value after `=', or empty */
  uint8_t type;                     /* enum avow_formal_type */
};

struct avow_macro
{
  struct avow_formal *formals;
  unsigned n_formals;
  struct avow_slice body;           /* scrubbed, up to the .endm */
};

struct avow_named
{
  struct avow_named *next;
  struct avow_slice name;           /* of a macro in lower case */
  uint8_t kind;                     /* enum avow_name_kind */
  uint8_t state;                    /* enum avow_name_state */
  bool elsewhere;                   /* macro: defined by another statement of a function */
  int64_t value;
  struct avow_slice text;
  const struct avow_macro *macro;
};

struct avow_names
{
  struct avow_arena *arena;
  const struct avow_names *outer;   /* or NULL */
  struct avow_named **slots;        /* [N_SLOTS], or NULL while empty */
  unsigned n_slots;
  unsigned n_macros, n_symbols;     /* entries of this table */
  unsigned n_registers;             /* symbols that are registers */
  unsigned version;                 /* changes with every entry: two lookups under one version
                                       agree */
};

/* The entry of NAME in NAMES or behind, or NULL.  */
const struct avow_named *avow_name_find (const struct avow_names *names, enum avow_name_kind kind,
                                         struct avow_slice name);

/* The entry of NAME in NAMES itself, made when missing, or NULL when memory ran out.  The text
   of NAME is copied.  */
struct avow_named *avow_name_enter (struct avow_names *names, enum avow_name_kind kind,
                                    struct avow_slice name);

/* Add what the toplevel asm STMT defines to NAMES, whose arena the unit keeps.  */
void avow_names_add_toplevel (struct avow_names *names, const struct avow_stmt *stmt);

/* Add the macros that STMT, in a function, leaves behind.  Where another statement may have come
   before it, or between it and their use, they are only good if nothing else has the name.  */
void avow_names_add_statement (struct avow_names *names, const struct avow_stmt *stmt,
                               struct avow_arena *scratch);

/* Whether a word of STMT's template is a name in its `names'.  */
bool avow_names_used (const struct avow_stmt *stmt);
/* Asm that defines what NAMES holds, in ARENA: PART 0 are the names of toplevel asm, 1 the macros
   from elsewhere, 2 those again that have more than one meaning.  Empty when there are none.  */
struct avow_slice avow_names_text (const struct avow_names *names, int part,
                                   struct avow_arena *arena);

static inline bool
avow_any_macro (const struct avow_names *names)
{
  return names->n_macros || (names->outer && names->outer->n_macros);
}

static inline bool
avow_any_register (const struct avow_names *names)
{
  return names->n_registers || (names->outer && names->outer->n_registers);
}

static inline bool
avow_any_symbol (const struct avow_names *names)
{
  return names->n_symbols || (names->outer && names->outer->n_symbols);
}

#ifdef __cplusplus
}
#endif
#endif
