/* numbering.h - value numbers; see numbering.cc.  */
#ifndef AVOW_NUMBERING_H
#define AVOW_NUMBERING_H

#include "glue.h"

#define MAX_WINDOW 64
#define MAX_NODES 250
#define MAX_DEPTH 24

enum node_kind
{
  NODE_OBJECT,   /* the address of decl or constant A */
  NODE_VARIABLE, /* the value of variable A at the old end of the window */
  NODE_REGISTER, /* the value of register variable A, as B left it, before C stores */
  NODE_NAME,     /* the value of SSA name A */
  NODE_DEF,      /* what statement A gave to B */
  NODE_LOAD,     /* B bytes loaded from node A before C stores */
  NODE_INDEX,    /* A + B * C */
  NODE_UNARY,    /* an operation on A */
  NODE_BINARY    /* an operation on A and B */
};

/* A value: the one of node ID plus OFF bytes.  ID 0 = not known.  */
struct value
{
  uint32_t id;
  int64_t off;
};

struct node
{
  uint64_t kind, a, a_off, b, b_off, c;
};

/* The numbering of one asm statement.  */
struct numbering
{
  const gimple_stmt_iterator *gsi;
  unsigned n_window, n_nodes, depth;
  bool is_open;               /* the window is only read when somebody asks */
  gimple *window[MAX_WINDOW]; /* window[age - 1] */
  struct node nodes[MAX_NODES];
};

/* Begin a numbering for the asm statement at GSI (NULL outside GIMPLE: there is no window then).  */
void avow_numbering_init (struct numbering *n, const gimple_stmt_iterator *gsi);
/* Read the window.  Statement AGE is n->window[AGE - 1].  */
void avow_open_window (struct numbering *n);
/* The value of expression T, or the address of memory reference REF, at AGE.  */
struct value avow_value_of (struct numbering *n, tree t, unsigned age);
struct value avow_address_of (struct numbering *n, tree ref, unsigned age);
/* The age of the newest definition of VAR that is older than AGE, or 0.  */
unsigned avow_age_of_definition (struct numbering *n, const_tree var, unsigned age);
bool avow_is_single (struct numbering *n, tree ref, unsigned age);
int64_t avow_largest_value (struct numbering *n, tree t, unsigned age);
bool avow_given_constant (struct numbering *n, tree t, unsigned age, int64_t *value);
uint8_t avow_integer_holds (struct numbering *n, tree t, unsigned age);
/* The constant that T is.  */
bool avow_constant (const_tree t, int64_t *value);

/* lifetime.cc: fill in `loss' of OPS.  */
void avow_lifetime_facts (struct numbering *n, const tree *operands, const struct value *values,
                          unsigned count, struct avow_operand *ops);

#endif
