/* eval.h - the state of one expression evaluation, shared by expr.c and leaf.c.  */
#ifndef AVOW_EVAL_H
#define AVOW_EVAL_H

#include "reader.h"

struct eval
{
  struct avow_reader *rd;
  const char *p, *end;
  int depth;
  bool bracket; /* inside [ ] */
  bool percent; /* behind a % */
};

/* Binding strength of the operators; avow_eval_rank reads operators of at least MIN.  */
enum
{
  RANK_OR = 1,
  RANK_AND,
  RANK_COMPARE,
  RANK_ADD,
  RANK_BITS,
  RANK_MULTIPLY,
  RANK_UNARY
};

/* expr.c */
bool avow_eval_rank (struct eval *v, int min, struct avow_expr *e);
void avow_eval_add (struct avow_expr *a, const struct avow_expr *b);

/* leaf.c: what is no operator.  E is clear on entry; false when it is malformed.  */
bool avow_eval_number (struct eval *v, struct avow_expr *e);
bool avow_eval_char (struct eval *v, struct avow_expr *e);
bool avow_eval_token (struct eval *v, struct avow_expr *e);
bool avow_eval_name (struct eval *v, struct avow_expr *e);
bool avow_eval_quoted (struct eval *v, struct avow_expr *e);
/* Skip WORD at the reading position, if it stands there alone.  */
bool avow_eval_skip_word (struct eval *v, const char *word);

static inline bool
eval_intel (const struct eval *v)
{
  return v->rd->dialect == AVOW_INTEL;
}

static inline void
eval_skip_space (struct eval *v)
{
  v->p = avow_skip_space (v->p, v->end);
}

#endif
