/* lifetime.cc - operands whose value, or whose object, is gone before the statement runs.

   A register variable keeps its value from its assignment to the asm statement only when no call comes between (GCC
   manual, "Specifying Registers for Local Variables"), and no other asm statement that clobbers the register.
   An object is gone behind its clobber, which the gimplifier puts where its scope ends
   (gimplify_bind_expr), or when its address was given to free.  All of this is looked for in the window only,
   the statements of the same block straight before, where nothing can come between unseen.  */
#include "numbering.h"

/* ---- register variables --------------------------------------------------------- */

/* Whether the call at STMT may become a call of code that uses registers as the ABI allows.  What GCC surely or
   most probably expands in place does not count.  */
static bool
is_real_call (const gimple *stmt)
{
  tree callee;

  if (gimple_code (stmt) != GIMPLE_CALL || gimple_call_internal_p (stmt))
    return false;
  callee = gimple_call_fndecl (stmt);
  if (!callee)
    return true;
  if (lookup_attribute ("always_inline", DECL_ATTRIBUTES (callee)))
    return false;
  if (!fndecl_built_in_p (callee))
    return true;
  return !is_inexpensive_builtin (callee) && DECL_NAME (callee)
         && strncmp (IDENTIFIER_POINTER (DECL_NAME (callee)), "__", 2) != 0;
}

static bool
asm_clobbers (const gimple *stmt, int regno)
{
  const gasm *s;

  if (gimple_code (stmt) != GIMPLE_ASM)
    return false;
  s = as_a<const gasm *> (stmt);
  for (unsigned i = 0; i < gimple_asm_nclobbers (s); i++)
    {
      tree name = TREE_VALUE (gimple_asm_clobber_op (s, i));
      if (name && TREE_CODE (name) == STRING_CST
          && decode_reg_name (TREE_STRING_POINTER (name)) == regno)
        return true;
    }
  return false;
}

static const char *
callee_name (const gimple *stmt)
{
  tree callee = gimple_call_fndecl (stmt);
  return callee && DECL_NAME (callee) ? IDENTIFIER_POINTER (DECL_NAME (callee)) : NULL;
}

/* OPERAND is a register variable, or a temporary that was loaded from it.  */
static void
register_loss (struct numbering *n, tree operand, struct avow_operand *op)
{
  unsigned age = 0, assigned;
  int regno = op->hard_reg ? decode_reg_name (op->hard_reg) : -1;

  if (regno < 0 || fixed_regs[regno])
    return;
  if (TREE_CODE (operand) == SSA_NAME)
    {
      age = avow_age_of_definition (n, operand, 0);
      if (!age || !gimple_assign_single_p (n->window[age - 1]))
        return;
      operand = gimple_assign_rhs1 (n->window[age - 1]);
    }
  assigned = avow_age_of_definition (n, operand, age);
  for (unsigned i = age; i + 1 < assigned; i++)
    {
      if (is_real_call (n->window[i])
          && TEST_HARD_REG_BIT (this_target_hard_regs->x_regs_invalidated_by_call, regno))
        {
          op->loss = AVOW_LOST_CALL;
          op->lost_to = callee_name (n->window[i]);
        }
      else if (asm_clobbers (n->window[i], regno))
        op->loss = AVOW_LOST_ASM;
    }
}

/* ---- objects -------------------------------------------------------------------------- */

/* The object whose address VALUE is computed from, or NULL.  */
static tree
object_behind (const struct numbering *n, struct value value)
{
  uint32_t id = value.id;

  while (id && n->nodes[id - 1].kind == NODE_INDEX)
    id = (uint32_t) n->nodes[id - 1].a;
  return id && n->nodes[id - 1].kind == NODE_OBJECT ? (tree) (uintptr_t) n->nodes[id - 1].a : NULL_TREE;
}

static void
scope_loss (struct numbering *n, tree object, struct avow_operand *op)
{
  if (!VAR_P (object) || TREE_STATIC (object) || DECL_EXTERNAL (object))
    return;
  avow_open_window (n);
  for (unsigned i = 0; i < n->n_window; i++)
    if (avow_ends_life (n->window[i]) && gimple_assign_lhs (n->window[i]) == object)
      {
        op->loss = AVOW_LOST_SCOPE;
        op->lost_to = DECL_NAME (object) && !DECL_ARTIFICIAL (object)
                          ? IDENTIFIER_POINTER (DECL_NAME (object)) : NULL;
        return;
      }
}

static bool
frees_first_argument (const gimple *stmt)
{
  tree callee;

  if (gimple_code (stmt) != GIMPLE_CALL || gimple_call_num_args (stmt) < 1)
    return false;
  if (gimple_call_builtin_p (stmt, BUILT_IN_FREE))
    return true;
  callee = gimple_call_fndecl (stmt);
  return callee && DECL_IS_OPERATOR_DELETE_P (callee) && DECL_IS_REPLACEABLE_OPERATOR (callee);
}

/* VALUE is a pointer, or the address of a memory operand.  Offsets do not matter: all of the object is gone.  */
static void
freed_loss (struct numbering *n, struct value value, struct avow_operand *op)
{
  avow_open_window (n);
  for (unsigned i = 0; i < n->n_window; i++)
    if (frees_first_argument (n->window[i])
        && avow_value_of (n, gimple_call_arg (n->window[i], 0), i + 1).id == value.id)
      {
        op->loss = AVOW_LOST_FREE;
        op->lost_to = callee_name (n->window[i]);
        return;
      }
}

void
avow_lifetime_facts (struct numbering *n, const tree *operands, const struct value *values,
                     unsigned count, struct avow_operand *ops)
{
  for (unsigned i = 0; i < count; i++)
    {
      tree object = object_behind (n, values[i]);
      if (ops[i].hard_reg && !ops[i].is_output)
        register_loss (n, operands[i], &ops[i]);
      else if (object)
        scope_loss (n, object, &ops[i]);
      else if (values[i].id)
        freed_loss (n, values[i], &ops[i]);
    }
}
