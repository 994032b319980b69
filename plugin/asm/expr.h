/* expr.h - assembler expressions of x86, as a sum of registers, one symbol and a number.

   An address is a linear form, in either dialect: AT&T writes the register part
   in parentheses behind it, Intel mixes everything.  So one evaluator serves
   both; in AT&T the only registers it meets are operand tokens.  */
#ifndef AVOW_EXPR_H
#define AVOW_EXPR_H

#include "insn.h"
#include "template.h"

struct avow_reader;

/* COEF times a register or operand token.  */
struct avow_term
{
  struct avow_rref r;
  int64_t coef;
  bool bracket;          /* Intel: stood inside [ ] */
};

#define AVOW_MAX_TERMS 3

struct avow_expr
{
  int64_t c;             /* the constant part */
  struct avow_slice sym; /* symbol (coefficient 1), or local label with f/b */
  struct avow_term term[AVOW_MAX_TERMS];
  uint8_t n_terms;
  bool complex;          /* not such a sum: only C's validity is lost, text is fine */
  bool bracket;          /* Intel: [ ] occurred */
  bool address;          /* Intel: offset */
  bool far_short;        /* Intel: short, near, far */
  bool broadcast;        /* Intel: dword bcst */
  bool pasted;           /* a token glued to a word or a number */
  bool glued;            /* a number right before a token that prints an address: 8%0 */
  uint16_t ptr_bytes;    /* Intel: dword ptr */
  struct avow_rref seg;  /* Intel: fs: */
};

/* Read an expression at *P, as far as one goes, and advance *P behind it.  Returns
   false when there is none or it is malformed.  */
bool avow_expr_read (struct avow_reader *rd, const char **p, const char *end,
                     struct avow_expr *e);

/* The same in a directive, where it must be a number that is known: false, too, when it is not.  */
bool avow_expr_number (struct avow_reader *rd, const char **p, const char *end,
                       struct avow_expr *e);

/* A token that prints a constant or symbol without any decoration.  */
bool avow_bare_modifier (char modifier);

#endif
