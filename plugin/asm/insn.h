/* insn.h - what a template says, after lexing and parsing and before any meaning.

   A template becomes a list of items (labels, directives, instructions) in
   source order.  Every text position is a byte offset into the template as
   the programmer wrote it, so a finding can point at it.

   Operand tokens (%0, %b1, %[n], %l2) stay symbolic here: whether %0 is a register or
   memory depends on its constraint, and is decided in model/.  */
#ifndef AVOW_INSN_H
#define AVOW_INSN_H

#include "../avow.h"
#include "../map.h"

/* A piece of text: not terminated, not owned.  */
struct avow_slice
{
  const char *p;
  uint32_t len;
};

/* A register mentioned in the text: a hard register, or an operand token.  */
struct avow_rref
{
  int16_t reg;     /* index into arch->regs->names[], or -1 */
  int16_t operand; /* operand number of the statement, or -1 */
  char modifier;   /* operand token: 'b', 'k', ...; 0 = none */
};

#define AVOW_NO_RREF ((struct avow_rref){ -1, -1, 0 })

enum avow_optext_kind
{
  AVOW_OP_REG,    /* hard register: R */
  AVOW_OP_TOKEN,  /* an operand token alone (%0), maybe with a displacement
                     (8+%0): R.operand; register, memory or immediate as the
                     constraint says */
  AVOW_OP_IMM,    /* $5, $sym, $%c0; Intel: 5, offset sym */
  AVOW_OP_MEM,    /* disp(base,index,scale) with any part missing, a bare
                     symbol or number in AT&T, [..] in Intel */
  AVOW_OP_TARGET, /* bare symbol, local label or %l token as the operand of a
                     branch (the parser cannot tell a branch from a load, so
                     a bare symbol is a MEM with only SYM set; TARGET is used
                     for numeric local labels 1f/1b and %l tokens) */
  AVOW_OP_STRING, /* "..." in a directive */
  AVOW_OP_OTHER   /* an expression that no other kind fits */
};

/* One operand of an instruction, as written.  */
struct avow_optext
{
  uint8_t kind;        /* enum avow_optext_kind */
  bool indirect;       /* '*' before a branch target */
  bool zeroing;        /* {z} */
  bool glued;          /* TOKEN: a number stands right before it: 8%0 */
  uint8_t broadcast;   /* N of {1toN}, 1 = not known ("dword bcst"), 0 = none */
  bool rounding;       /* {rn-sae} ... or {sae}: a pseudo operand, kept apart: see insn */
  uint8_t scale;       /* MEM: 1 2 4 8, 0 = no index */
  uint16_t ptr_bytes;  /* Intel "dword ptr": 4; 0 = not given */
  struct avow_rref r;  /* REG, TOKEN; also IMM/TARGET made from a token */
  struct avow_rref base, index, seg; /* MEM */
  struct avow_rref mask; /* {%k1} */
  bool disp_known;     /* DISP is the whole displacement / immediate value */
  int64_t disp;        /* IMM: the value; MEM, TOKEN: the displacement */
  struct avow_slice sym; /* symbol in IMM, MEM, TARGET; local label name incl. f/b */
  struct avow_rref disp_token; /* token inside the displacement: %c1(%0) */
  uint32_t off, len;   /* text in the template */
};

#define AVOW_MAX_OPTEXT 6

/* Prefixes, alone or before a mnemonic.  */
enum avow_prefix
{
  AVOW_PFX_LOCK = 1 << 0,
  AVOW_PFX_REP = 1 << 1,   /* rep, repe, repz */
  AVOW_PFX_REPNE = 1 << 2, /* repne, repnz */
  AVOW_PFX_DATA16 = 1 << 3,
  AVOW_PFX_ADDR32 = 1 << 4,
  AVOW_PFX_SEG = 1 << 5,   /* SEG_REG of the instruction */
  AVOW_PFX_REX_W = 1 << 6, /* rex64, rex.w */
  AVOW_PFX_HINT = 1 << 7,  /* notrack, bnd, xacquire, {vex}, rex, {disp32} ... : no effect */
  AVOW_PFX_EVEX = 1 << 8,  /* {evex} */
  AVOW_PFX_VEX = 1 << 9,   /* {vex} {vex2} {vex3} */
  AVOW_PFX_NF = 1 << 10    /* {nf}: the instruction writes no flag */
};

/* What a directive is, as far as a template is concerned (directive.def).  */
enum avow_directive
{
  AVOW_DIR_UNKNOWN,
  AVOW_DIR_NONE,    /* puts nothing into a section: symbols, debugging, messages */
  AVOW_DIR_DATA,
  AVOW_DIR_SPACE,   /* bytes of one value */
  AVOW_DIR_ALIGN,   /* padding that may be executed */
  AVOW_DIR_CODE,    /* an instruction in a notation of its own */
  AVOW_DIR_SECTION,
  AVOW_DIR_STRUCT,  /* the absolute section */
  AVOW_DIR_SYNTAX,
  AVOW_DIR_MODE,    /* changes how all that follows is assembled */
  AVOW_DIR_FILE,    /* reads another file */
  AVOW_DIR_ERROR,   /* the assembler stops */
  AVOW_DIR_STRAY,   /* the end of a block that was not begun */
  AVOW_DIR_END,     /* the rest of the file is not read */
  AVOW_DIR_SET, AVOW_DIR_EQUIV, AVOW_DIR_EQV,
  /* These never become items.  */
  AVOW_DIR_MACRO, AVOW_DIR_PURGEM, AVOW_DIR_EXITM, AVOW_DIR_ALTMACRO, AVOW_DIR_NOALTMACRO,
  AVOW_DIR_REPT, AVOW_DIR_IRP, AVOW_DIR_IRPC,
  AVOW_DIR_IF, AVOW_DIR_ELSE, AVOW_DIR_ELSEIF, AVOW_DIR_ENDIF
};

enum avow_item_kind { AVOW_ITEM_LABEL, AVOW_ITEM_DIRECTIVE, AVOW_ITEM_INSN, AVOW_ITEM_ASSIGN };

struct avow_item
{
  uint8_t kind;            /* enum avow_item_kind */
  uint8_t dialect;         /* enum avow_dialect in force here */
  uint8_t n_ops;
  uint8_t directive;       /* DIRECTIVE: enum avow_directive */
  uint16_t prefixes;       /* enum avow_prefix */
  int16_t seg_reg;         /* AVOW_PFX_SEG: index into regs->names[] */
  struct avow_slice name;  /* mnemonic (lower case), directive with its dot,
                              label; for a numeric label its digits */
  bool rounding;           /* an {rn-sae}/{sae} operand was present (removed from ops) */
  bool unique;             /* label: holds %=, so cannot clash */
  bool garbage;            /* INSN: text that the parser could not read, and has a gap for */
  bool label_token;        /* mnemonic or label was (partly) an operand token */
  struct avow_optext *ops; /* in source order, whatever the dialect */
  struct avow_slice args;  /* DIRECTIVE, ASSIGN: rest of the statement, expanded text */
  int insn_no;             /* INSN: 1-based count */
  uint32_t off, len;       /* text in the template, prefixes included */
  struct avow_slice written; /* of an expanded statement, whose text in the template is what it was
                                expanded from: the statement itself */
};

/* The parsed template.  All memory is the arena's.  */
struct avow_body
{
  struct avow_item *items;
  unsigned n_items;
  unsigned n_insns;
  struct avow_gap *gaps;   /* what the parser did not understand */
  unsigned n_gaps;
  uint32_t *token_uses;    /* [n_operands + n_labels]: how often each token occurs */
  size_t gaps_cap;         /* allocated for GAPS */
  struct avow_map said;    /* reasons and offsets of GAPS */
  bool altmacro;           /* ends in .altmacro */
  bool guarded;            /* some text is conditional: another copy may differ (.ifndef) */
  struct avow_slice macro_left; /* a macro that is still defined at the end; empty = none */
};

/* Parse STMT's template into BODY.  Accepts every byte string.  Returns false
   only when memory ran out; what is not understood becomes a gap.  */
bool avow_parse (const struct avow_stmt *stmt, unsigned max_items,
                 struct avow_arena *arena, struct avow_body *body);

/* One statement of the plain text that a template stands for: no macros, conditions or
   repetitions.  */
typedef void avow_list_line (void *ctx, struct avow_slice line);

/* The same, and call LIST for each statement that is assembled.  */
bool avow_parse_listed (const struct avow_stmt *stmt, unsigned max_items,
                        struct avow_arena *arena, struct avow_body *body, avow_list_line *list,
                        void *ctx);

/* Append to BODY's gaps; false when memory ran out.  */
bool avow_body_gap (struct avow_body *body, struct avow_arena *arena,
                    enum avow_reason reason, const char *detail, int insn,
                    uint32_t off, uint32_t len);
/* Is a gap of REASON at OFF there already?  */
bool avow_body_said (struct avow_body *body, struct avow_arena *arena, enum avow_reason reason, uint32_t off);

#endif
