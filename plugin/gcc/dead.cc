/* dead.cc - asm statements that can never run.

   Macros choose by size: switch (sizeof (x)) { case 4: asm ("incl %0" ...);
   case 8: asm ("incq %0" ...); }.  The wrong cases are not compiled, but they
   are still there when statements are checked, and their contracts are false.
   What cannot be reached because a condition is a literal constant is therefore
   not judged.  Nothing cleverer is tried: no value is computed.

   GIMPLE: labels reached from live code are collected until no new one is found;
   what is not live then is dead.  A body with constructs whose control flow is
   not known here (OpenMP, transactions) has no dead code.

   Trees (functions that are never lowered): one walk, in which every label of the
   source counts as reached.  */
#include "glue.h"

/* ---- GIMPLE ------------------------------------------------------------------------------ */

/* The labels that live code may jump to: an open hash of LABEL_DECLs.  */
struct flow
{
  tree *labels;
  size_t n_slots, n;
  bool grew;   /* in this round */
  bool failed; /* nothing is known */
  const gimple *wanted;
  bool wanted_is_live;
};

static tree *
find_label (struct flow *f, const_tree label)
{
  size_t i = (uintptr_t) label / sizeof (void *);

  while (f->labels[i & (f->n_slots - 1)] && f->labels[i & (f->n_slots - 1)] != label)
    i++;
  return &f->labels[i & (f->n_slots - 1)];
}

static bool
grow_labels (struct flow *f)
{
  struct flow bigger = *f;

  bigger.n_slots = f->n_slots ? 2 * f->n_slots : 64;
  bigger.labels = XCNEWVEC (tree, bigger.n_slots);
  for (size_t i = 0; i < f->n_slots; i++)
    if (f->labels[i])
      *find_label (&bigger, f->labels[i]) = f->labels[i];
  XDELETEVEC (f->labels);
  *f = bigger;
  return true;
}

static void
reach (struct flow *f, tree label)
{
  tree *slot;

  if (!label || TREE_CODE (label) != LABEL_DECL)
    return;
  if (2 * f->n >= f->n_slots)
    grow_labels (f);
  slot = find_label (f, label);
  if (*slot)
    return;
  *slot = label;
  f->n++;
  f->grew = true;
}

/* A label whose address was taken may be reached from anywhere.  */
static bool
is_reached (struct flow *f, tree label)
{
  return FORCED_LABEL (label) || DECL_NONLOCAL (label) || !DECL_ARTIFICIAL (label)
         || (f->n_slots && *find_label (f, label));
}

/* -1 unknown, otherwise the truth of the condition of COND.  */
static int
known_condition (const gcond *cond)
{
  tree a = gimple_cond_lhs (cond), b = gimple_cond_rhs (cond);

  if (TREE_CODE (a) != INTEGER_CST || TREE_CODE (b) != INTEGER_CST)
    return -1;
  if (gimple_cond_code (cond) == EQ_EXPR)
    return tree_int_cst_equal (a, b);
  if (gimple_cond_code (cond) == NE_EXPR)
    return !tree_int_cst_equal (a, b);
  return -1;
}

static bool
flow_condition (struct flow *f, const gcond *cond)
{
  int known = known_condition (cond);
  tree yes = gimple_cond_true_label (cond), no = gimple_cond_false_label (cond);

  if (known != 0)
    reach (f, yes);
  if (known != 1)
    reach (f, no);
  /* A missing label means the next statement.  */
  return (known != 0 && !yes) || (known != 1 && !no);
}

/* Whether the case of LABEL is taken for the constant INDEX.  */
static bool
case_matches (tree label, tree index)
{
  tree low = CASE_LOW (label), high = CASE_HIGH (label);

  if (!low)
    return false;
  if (!high)
    return tree_int_cst_equal (low, index);
  return tree_int_cst_le (low, index) && tree_int_cst_le (index, high);
}

static void
flow_switch (struct flow *f, const gswitch *sw)
{
  tree index = gimple_switch_index (sw);
  bool found = false;

  for (unsigned i = 1; i < gimple_switch_num_labels (sw); i++)
    {
      tree label = gimple_switch_label (sw, i);
      if (TREE_CODE (index) == INTEGER_CST && !case_matches (label, index))
        continue;
      found |= TREE_CODE (index) == INTEGER_CST;
      reach (f, CASE_LABEL (label));
    }
  if (!found)
    reach (f, CASE_LABEL (gimple_switch_default_label (sw)));
}

static void
flow_asm (struct flow *f, const gasm *stmt, bool live)
{
  for (unsigned i = 0; live && i < gimple_asm_nlabels (stmt); i++)
    reach (f, TREE_VALUE (gimple_asm_label_op (stmt, i)));
  if (stmt == f->wanted)
    f->wanted_is_live = live;
}

static bool flow_sequence (struct flow *, gimple_seq, bool live);

static bool
flow_try (struct flow *f, gtry *stmt, bool live)
{
  bool body = flow_sequence (f, gimple_try_eval (stmt), live);
  bool cleanup = flow_sequence (f, gimple_try_cleanup (stmt), live);

  return gimple_try_kind (stmt) == GIMPLE_TRY_FINALLY ? body && cleanup : body || cleanup;
}

/* Whether what follows STMT is live when STMT is, or is not.  */
static bool
flow_statement (struct flow *f, gimple *stmt, bool live)
{
  switch (gimple_code (stmt))
    {
    case GIMPLE_LABEL:
      return live || is_reached (f, gimple_label_label (as_a<glabel *> (stmt)));
    case GIMPLE_GOTO:
      if (live)
        reach (f, gimple_goto_dest (stmt));
      return false;
    case GIMPLE_COND:
      return live && flow_condition (f, as_a<gcond *> (stmt));
    case GIMPLE_SWITCH:
      if (live)
        flow_switch (f, as_a<gswitch *> (stmt));
      return false;
    case GIMPLE_RETURN:
      return false;
    case GIMPLE_ASM:
      flow_asm (f, as_a<gasm *> (stmt), live);
      return live;
    case GIMPLE_BIND:
      return flow_sequence (f, gimple_bind_body (as_a<gbind *> (stmt)), live);
    case GIMPLE_TRY:
      return flow_try (f, as_a<gtry *> (stmt), live);
    case GIMPLE_CATCH:
      flow_sequence (f, gimple_catch_handler (as_a<gcatch *> (stmt)), live);
      return live;
    case GIMPLE_EH_FILTER:
      flow_sequence (f, gimple_eh_filter_failure (stmt), live);
      return live;
    default:
      f->failed |= gimple_has_substatements (stmt);
      return live;
    }
}

static bool
flow_sequence (struct flow *f, gimple_seq seq, bool live)
{
  for (gimple_stmt_iterator i = gsi_start (seq); !gsi_end_p (i); gsi_next (&i))
    live = flow_statement (f, gsi_stmt (i), live);
  return live;
}

/* Whether STMT in BODY can never run.  */
bool
avow_is_dead (gimple_seq body, const gimple *stmt)
{
  struct flow f = { NULL, 0, 0, true, false, stmt, true };

  while (f.grew && !f.failed)
    {
      f.grew = false;
      flow_sequence (&f, body, true);
    }
  XDELETEVEC (f.labels);
  return !f.failed && !f.wanted_is_live;
}

/* ---- trees ---------------------------------------------------------------------------------- */

/* What a walk over a tree carries down.  */
struct tree_flow
{
  avow_asm_visitor *visit;
  void *data;
  tree index;     /* of the innermost switch, when it is constant */
  bool has_match; /* one of its cases is taken */
  bool live;
};

static tree flow_node (tree *, int *, void *);

static void
flow_tree (struct tree_flow *f, tree t)
{
  if (t)
    walk_tree_without_duplicates (&t, flow_node, f);
}

static tree
find_match (tree *tp, int *, void *index)
{
  return TREE_CODE (*tp) == CASE_LABEL_EXPR && case_matches (*tp, (tree) index) ? *tp : NULL_TREE;
}

static void
flow_tree_switch (struct tree_flow *f, tree t)
{
  struct tree_flow inner = *f;
  tree index = SWITCH_COND (t);
  bool known = TREE_CODE (index) == INTEGER_CST;

  flow_tree (f, index);
  inner.index = known ? index : NULL_TREE;
  inner.has_match
      = known && walk_tree_without_duplicates (&SWITCH_BODY (t), find_match, index) != NULL_TREE;
  inner.live = f->live && !known;
  flow_tree (&inner, SWITCH_BODY (t));
}

static void
flow_tree_condition (struct tree_flow *f, tree t)
{
  tree cond = COND_EXPR_COND (t);
  bool known = TREE_CODE (cond) == INTEGER_CST, live;

  flow_tree (f, cond);
  live = f->live;
  f->live = live && !(known && integer_zerop (cond));
  flow_tree (f, COND_EXPR_THEN (t));
  f->live = live && !(known && !integer_zerop (cond));
  flow_tree (f, COND_EXPR_ELSE (t));
  f->live = live;
}

static bool
is_taken (const struct tree_flow *f, tree label)
{
  if (!f->index)
    return true;
  return CASE_LOW (label) ? case_matches (label, f->index) : !f->has_match;
}

/* A callback of walk_tree, in order of evaluation of statements.  */
static tree
flow_node (tree *tp, int *walk_subtrees, void *data)
{
  struct tree_flow *f = (struct tree_flow *) data;
  tree t = *tp;

  if (TYPE_P (t) || DECL_P (t))
    *walk_subtrees = 0;
  switch (TREE_CODE (t))
    {
    case ASM_EXPR:
      *walk_subtrees = 0;
      if (f->live)
        f->visit (t, f->data);
      break;
    case SWITCH_EXPR:
      *walk_subtrees = 0;
      flow_tree_switch (f, t);
      break;
    case COND_EXPR:
      *walk_subtrees = 0;
      flow_tree_condition (f, t);
      break;
    case CASE_LABEL_EXPR:
      f->live = f->live || is_taken (f, t);
      break;
    case LABEL_EXPR:
      f->live = true;
      break;
    case GOTO_EXPR:
    case RETURN_EXPR:
      f->live = false;
      break;
    default:
      break;
    }
  return NULL_TREE;
}

void
avow_visit_asm (tree body, avow_asm_visitor *visit, void *data)
{
  struct tree_flow f = { visit, data, NULL_TREE, false, true };

  flow_tree (&f, body);
}
