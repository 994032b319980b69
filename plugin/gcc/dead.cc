/* dead.cc - the asm statements of a tree that can run.

   Macros choose by size: switch (sizeof (x)) { case 4: asm ("incl %0" ...);
   case 8: asm ("incq %0" ...); }.  The wrong cases are not compiled, and their
   contracts are false.  In functions that are compiled they are gone when the
   control-flow graph is built.  In trees they are passed over here: one walk in
   the order of the statements carries along whether the present one can be
   reached.  Only conditions that are literal constants count, no value is
   computed, and every label of the source counts as reached.  */
#include "glue.h"

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

/* What a walk over a tree carries down.  */
struct tree_flow
{
  avow_asm_visitor *visit;
  void *data;
  hash_set<tree> *seen;
  bool live;
  /* Of the innermost switch: its index when that is constant, whether one of its
     cases is then taken, and whether it is live itself.  */
  tree index;
  bool has_match, is_entered;
};

static tree flow_node (tree *, int *, void *);

static void
flow_tree (struct tree_flow *f, tree t)
{
  if (t)
    walk_tree (&t, flow_node, f, f->seen);
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
  inner.is_entered = f->live;
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

/* Operands that are perhaps not evaluated, or not to their end.  */
static void
flow_tree_operands (struct tree_flow *f, tree t)
{
  bool live = f->live;

  for (int i = 0; i < TREE_OPERAND_LENGTH (t); i++)
    {
      f->live = live;
      flow_tree (f, TREE_OPERAND (t, i));
    }
  f->live = live;
}

static bool
is_taken (const struct tree_flow *f, tree label)
{
  if (!f->index)
    return f->is_entered;
  return f->is_entered && (CASE_LOW (label) ? case_matches (label, f->index) : !f->has_match);
}

/* Codes whose operands are not simply evaluated one after the other: these, and
   whatever belongs to a language.  */
static bool
is_conditional (const_tree t)
{
  switch (TREE_CODE (t))
    {
    case TRUTH_ANDIF_EXPR:
    case TRUTH_ORIF_EXPR:
    case LOOP_EXPR:
    case TRY_CATCH_EXPR:
    case TRY_FINALLY_EXPR:
    case EH_ELSE_EXPR:
    case CATCH_EXPR:
    case EH_FILTER_EXPR:
    case TRANSACTION_EXPR:
      return true;
    default:
      return TREE_CODE (t) > LAST_AND_UNUSED_TREE_CODE && EXPR_P (t);
    }
}

/* A callback of walk_tree, which goes through statements in their order.  */
static tree
flow_node (tree *tp, int *walk_subtrees, void *data)
{
  struct tree_flow *f = (struct tree_flow *) data;
  tree t = *tp;

  *walk_subtrees = !TYPE_P (t) && !DECL_P (t);
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
      if (is_conditional (t))
        {
          *walk_subtrees = 0;
          flow_tree_operands (f, t);
        }
      break;
    }
  return NULL_TREE;
}

/* Call VISIT for the asm statements in BODY that can run.  */
void
avow_visit_asm (tree body, avow_asm_visitor *visit, void *data)
{
  hash_set<tree> seen;
  struct tree_flow f = { visit, data, &seen, true, NULL_TREE, false, false };

  flow_tree (&f, body);
}
