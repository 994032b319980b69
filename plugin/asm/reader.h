/* reader.h - what the files of asm/ share while one template is parsed.  */
#ifndef AVOW_READER_H
#define AVOW_READER_H

#include "../arena.h"
#include "../arch/arch.h"
#include "expr.h"
#include "insn.h"
#include "names.h"
#include "template.h"

struct avow_reader
{
  const struct avow_stmt *stmt;
  const struct avow_arch *arch;
  struct avow_arena *arena;
  struct avow_body *body;
  struct avow_text text;
  const struct avow_names *names; /* symbols that have values, or NULL */
  uint8_t dialect;  /* enum avow_dialect in force at the point of reading */
  uint8_t why;      /* enum avow_reason of the last operand that did not parse */
  bool naked;       /* registers may stand without their % (.intel_syntax noprefix) */
  bool absolute;    /* the expression is one of a directive, without registers */
  bool no_memory;
};

/* ---- characters ------------------------------------------------------------ */

enum
{
  AVOW_CH_NAME = 1,  /* may stand in a name: letters digits _ . $, bytes above 0x7f, marks */
  AVOW_CH_BEGIN = 2, /* may begin one: no digit */
  AVOW_CH_DIGIT = 4,
  AVOW_CH_SPACE = 8,
  AVOW_CH_ALNUM = 16, /* ASCII letter or digit */
  AVOW_CH_ESCAPE = 32 /* means something to the expansion of a template */
};

extern const uint8_t avow_chars[256];

static inline bool
avow_is (char c, unsigned classes)
{
  return (avow_chars[(unsigned char)c] & classes) != 0;
}

static inline const char *
avow_skip_space (const char *p, const char *end)
{
  while (p < end && avow_is (*p, AVOW_CH_SPACE))
    p++;
  return p;
}

/* END without the blanks before it.  */
static inline const char *
avow_trim_end (const char *p, const char *end)
{
  while (end > p && avow_is (end[-1], AVOW_CH_SPACE))
    end--;
  return end;
}

static inline char
avow_lower (char c)
{
  return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* The value of a hexadecimal digit; more than 15 for any other character.  */
int avow_digit (char c);

/* Behind the name characters at P.  */
static inline const char *
avow_name_end (const char *p, const char *end)
{
  while (p < end && avow_is (*p, AVOW_CH_NAME))
    p++;
  return p;
}

/* S is WORD (lower case), in any case.  */
bool avow_word_is (const char *s, size_t len, const char *word);

/* C means USE (AVOW_SX_*) to the splitting into statements.  */
static inline bool
avow_sx (const struct avow_syntax *sx, char c, unsigned use)
{
  return (sx->chars[(unsigned char)c] & use) != 0;
}

/* ---- registers -------------------------------------------------------------- */

#define AVOW_REG_NONE (-1)
#define AVOW_REG_ZERO_INDEX (-2) /* %riz: the pseudo index that adds nothing */

/* The register name [P, END), any case, if it exists in this mode.  */
int avow_reg_lookup (const struct avow_reader *rd, const char *p, const char *end);
/* The register whose name starts at *P (behind any %), with the parentheses
   of st(1); advances *P.  The name ends where name characters end.  */
int avow_reg_read (const struct avow_reader *rd, const char **p, const char *end);
bool avow_reg_class_is (const struct avow_reader *rd, int reg, uint8_t cls);

/* ---- operands ---------------------------------------------------------------- */

/* Read one operand, [P, END) without blanks around it.  On failure RD->why tells
   the reason and OP is undefined.  */
bool avow_operand_att (struct avow_reader *rd, const char *p, const char *end,
                       struct avow_optext *op);
bool avow_operand_intel (struct avow_reader *rd, const char *p, const char *end,
                         struct avow_optext *op);

/* Shared by both dialects: decorations in braces at P ({%k1}{z}, {1to8}, {sae}) up to END;
   false when anything else is there.  */
bool avow_operand_braces (struct avow_reader *rd, const char *p, const char *end,
                          struct avow_optext *op);
/* OP becomes what an expression without any register is: an immediate, a
   memory operand, a branch target.  IMM: it is marked as an immediate.  */
void avow_operand_plain (const struct avow_expr *e, bool imm, struct avow_optext *op);
/* OP becomes the token TERM stands for, alone or displaced.  */
void avow_operand_token (const struct avow_expr *e, const struct avow_term *term,
                         struct avow_optext *op);
/* R is a goto label: it has no operand, and appears only as a branch target (%l2)
   or, for its address, as the symbol "%l2".  */
static inline bool
avow_is_label (const struct avow_reader *rd, struct avow_rref r)
{
  return r.operand >= 0 && (unsigned)r.operand >= rd->stmt->n_operands;
}
/* Make the label R the symbol of OP; false when OP has one.  */
bool avow_operand_label (struct avow_reader *rd, struct avow_rref r, struct avow_optext *op);
bool avow_operand_fail (struct avow_reader *rd, enum avow_reason why);

#endif
