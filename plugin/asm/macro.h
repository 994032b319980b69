/* macro.h - the text that a macro, or one round of .irp, stands for.

   All of it works on text that avow_scrub has been over, and follows gas/macro.c of binutils 2.40.  */
#ifndef AVOW_MACRO_H
#define AVOW_MACRO_H

#include "buf.h"
#include "names.h"

struct avow_reader;

/* Where a text is read.  */
struct avow_scan
{
  struct avow_reader *rd;  /* evaluates %expr */
  const char *p, *end;
  bool alternate;          /* .altmacro */
  bool undecided;          /* %expr whose value is not known */
};

/* Read "name formals" at S into M; NAME is empty when there is none.  False when gas would
   refuse it.  */
bool avow_macro_header (struct avow_scan *s, struct avow_slice *name, struct avow_macro *m);

/* Read the arguments of a use of M at S into ACTUALS, one for each formal, in ARENA.  False when gas would
   refuse them.  */
bool avow_macro_arguments (struct avow_scan *s, const struct avow_macro *m,
                           struct avow_slice *actuals);

/* The next value of .irp at S (one argument).  */
struct avow_slice avow_macro_argument (struct avow_scan *s);

/* A name at S, empty when there is none.  */
struct avow_slice avow_macro_name (struct avow_scan *s);

/* Behind blanks, a comma and blanks; false when nothing was there.  */
bool avow_macro_comma (struct avow_scan *s);

/* What the numbers in an expansion are made of.  */
struct avow_counters
{
  unsigned uses;           /* \@: macros expanded before */
  unsigned locals;         /* names that LOCAL has made */
};

/* Append the body of M to OUT with the parameters replaced.  MACRO: it is one, and no .irp.  False
   when gas would refuse it.  */
bool avow_macro_body (struct avow_scan *s, const struct avow_macro *m,
                      const struct avow_slice *actuals, bool macro, struct avow_counters *count,
                      struct avow_buf *out);

#endif
