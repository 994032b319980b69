/* unread.cc - outputs that nobody looks at.

   An output whose variable is never read stands for its register: "=&c" (dummy) is how one wrote a
   clobber of a register that is an input, too.  What the template leaves in it does not matter.

   The front ends do not tell (they take every operand for read), so the statements of the function are
   looked at, once for all asm statements in it.  Only variables of which no address is taken, in a function
   that is not divided by OpenMP or nesting.  */
#include "glue.h"

#include "hash-set.h"
#include "tree-cfg.h"

static tree
note_variable (tree *tp, int *walk_subtrees, void *data)
{
  if (TYPE_P (*tp))
    *walk_subtrees = 0;
  if (VAR_P (*tp) || TREE_CODE (*tp) == PARM_DECL)
    ((hash_set<tree> *) data)->add (*tp);
  return NULL_TREE;
}

/* VALUE is used, or with IS_TARGET set: then a whole variable is not read.  */
static void
note_value (hash_set<tree> *read, tree value, bool is_target)
{
  if (value && !(is_target && DECL_P (value)))
    walk_tree_without_duplicates (&value, note_variable, read);
}

static void
note_asm (hash_set<tree> *read, const gasm *s)
{
  for (unsigned i = 0; i < gimple_asm_noutputs (s); i++)
    note_value (read, TREE_VALUE (gimple_asm_output_op (s, i)), true);
  for (unsigned i = 0; i < gimple_asm_ninputs (s); i++)
    note_value (read, TREE_VALUE (gimple_asm_input_op (s, i)), false);
}

static void
note_statement (hash_set<tree> *read, gimple *g)
{
  if (gimple_code (g) == GIMPLE_ASM)
    {
      note_asm (read, as_a<gasm *> (g));
      return;
    }
  const_tree target = gimple_get_lhs (g);
  for (unsigned i = 0; i < gimple_num_ops (g); i++)
    note_value (read, gimple_op (g, i), gimple_op (g, i) == target);
}

/* All that F reads; NULL when that cannot be told.  */
static hash_set<tree> *
variables_read (function *f)
{
  hash_set<tree> *read = new hash_set<tree>;
  basic_block bb;

  FOR_EACH_BB_FN (bb, f)
    for (gimple_stmt_iterator gsi = gsi_start_bb (bb); !gsi_end_p (gsi); gsi_next (&gsi))
      {
        if (is_gimple_omp (gsi_stmt (gsi)))
          {
            delete read;
            return NULL;
          }
        note_statement (read, gsi_stmt (gsi));
      }
  return read;
}

void
avow_forget_reads (struct avow_reads *reads)
{
  delete (hash_set<tree> *) reads->variables;
  reads->variables = NULL;
  reads->of = NULL;
}

static bool
is_private (tree value)
{
  return (VAR_P (value) || TREE_CODE (value) == PARM_DECL) && !TREE_STATIC (value)
         && !DECL_EXTERNAL (value) && !TREE_ADDRESSABLE (value) && !TREE_THIS_VOLATILE (value)
         && !DECL_HAS_VALUE_EXPR_P (value) && DECL_NAME (value)
         && DECL_CONTEXT (value) == current_function_decl
         && !(VAR_P (value) && DECL_HARD_REGISTER (value));
}

bool
avow_is_unread (struct avow_reads *reads, tree value)
{
  if (!value || !DECL_P (value) || !is_private (value))
    return false;
  if (reads->of != cfun)
    {
      avow_forget_reads (reads);
      reads->variables = variables_read (cfun);
      reads->of = cfun;
    }
  return reads->variables && !((hash_set<tree> *) reads->variables)->contains (value);
}
