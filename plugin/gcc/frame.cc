/* frame.cc - which operands may be addressed from the stack pointer.

   A variable of the function is, when it lives in memory; so is a value that "g" or "rm" lets live in a stack slot.
   What a pointer points to is addressed through that pointer, in a register; but when the
   pointer is the address of a local variable, GCC knows and uses the stack pointer itself.  There is no SSA form
   yet: the pointer's assignments are looked for in the whole function.

   A parameter is whatever the caller passes: when the function is inlined that may be the address of a variable.  */
#include "glue.h"

#define MAX_DEPTH 6
#define MAX_ASSIGNMENTS 16

struct origin
{
  function *fn;   /* NULL outside GIMPLE */
  bool inlined;   /* the function may be */
  unsigned depth;
};

static uint8_t pointer_use (struct origin *, tree);

static uint8_t
worse (uint8_t a, uint8_t b)
{
  static const uint8_t order[] = { 2, 0, 1, 3 }; /* unknown, never, passed, local */
  return order[a] > order[b] ? a : b;
}

/* An object that is named, not pointed to.  */
static uint8_t
object_use (tree object)
{
  if (!DECL_P (object))
    return AVOW_STACK_NEVER; /* a constant */
  if (TREE_CODE (object) == RESULT_DECL || TREE_CODE (object) == PARM_DECL)
    return AVOW_STACK_LOCAL;
  if (!VAR_P (object) || is_global_var (object) || avow_hard_register (object))
    return AVOW_STACK_NEVER;
  return AVOW_STACK_LOCAL;
}

/* What the lvalue T lies in.  */
static uint8_t
memory_use (struct origin *o, tree t)
{
  tree base = get_base_address (t);

  if (!base)
    return AVOW_STACK_UNKNOWN;
  if (TREE_CODE (base) == MEM_REF || TREE_CODE (base) == INDIRECT_REF
      || TREE_CODE (base) == TARGET_MEM_REF)
    return pointer_use (o, TREE_OPERAND (base, 0));
  return object_use (base);
}

/* Where the pointer that statement S computes points.  */
static uint8_t
result_use (struct origin *o, gimple *s)
{
  if (is_gimple_call (s))
    return gimple_call_builtin_p (s, BUILT_IN_ALLOCA) ? AVOW_STACK_LOCAL : AVOW_STACK_NEVER;
  if (!is_gimple_assign (s))
    return AVOW_STACK_UNKNOWN;
  if (!gimple_assign_single_p (s) && !CONVERT_EXPR_CODE_P (gimple_assign_rhs_code (s))
      && gimple_assign_rhs_code (s) != POINTER_PLUS_EXPR)
    return AVOW_STACK_NEVER; /* computed as a number: GCC follows it no further either */
  return pointer_use (o, gimple_assign_rhs1 (s));
}

/* The assignments to the variable VAR, in the whole function.  */
static uint8_t
assigned_use (struct origin *o, tree var)
{
  uint8_t use = AVOW_STACK_NEVER;
  unsigned n = 0;
  basic_block bb;

  if (!o->fn || TREE_ADDRESSABLE (var))
    return AVOW_STACK_UNKNOWN;
  FOR_EACH_BB_FN (bb, o->fn)
    for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i); gsi_next (&i))
      if (gimple_get_lhs (gsi_stmt (i)) == var)
        {
          if (++n > MAX_ASSIGNMENTS)
            return AVOW_STACK_UNKNOWN;
          use = worse (use, result_use (o, gsi_stmt (i)));
        }
  return use;
}

static uint8_t
variable_use (struct origin *o, tree var)
{
  if (TREE_CODE (var) == PARM_DECL)
    return worse (o->inlined ? AVOW_STACK_PASSED : AVOW_STACK_NEVER, assigned_use (o, var));
  if (!VAR_P (var) || is_global_var (var) || !is_gimple_reg (var) || avow_hard_register (var))
    return AVOW_STACK_NEVER; /* loaded from memory */
  return assigned_use (o, var);
}

static uint8_t
pointer_use (struct origin *o, tree p)
{
  uint8_t use = AVOW_STACK_NEVER;

  if (o->depth == MAX_DEPTH)
    return AVOW_STACK_UNKNOWN;
  o->depth++;
  if (TREE_CODE (p) == ADDR_EXPR)
    use = memory_use (o, TREE_OPERAND (p, 0));
  else if (TREE_CODE (p) == SSA_NAME)
    use = SSA_NAME_VAR (p) ? variable_use (o, SSA_NAME_VAR (p)) : result_use (o, SSA_NAME_DEF_STMT (p));
  else if (DECL_P (p))
    use = variable_use (o, p);
  else if (CONVERT_EXPR_P (p) || TREE_CODE (p) == POINTER_PLUS_EXPR || TREE_CODE (p) == SAVE_EXPR)
    use = pointer_use (o, TREE_OPERAND (p, 0)); /* in a tree that was not lowered */
  o->depth--;
  return use;
}

uint8_t
avow_stack_use (const gimple_stmt_iterator *gsi, tree function, tree value)
{
  struct origin o = { gsi ? cfun : NULL, function && !DECL_UNINLINABLE (function), 0 };

  if (CONSTANT_CLASS_P (value))
    return AVOW_STACK_NEVER;
  if (TREE_CODE (value) == ADDR_EXPR)
    return pointer_use (&o, value);
  if (DECL_P (value) && avow_hard_register (value))
    return AVOW_STACK_NEVER;
  if (TREE_CODE (value) == SSA_NAME || is_gimple_reg (value))
    return AVOW_STACK_LOCAL; /* for want of a register */
  return memory_use (&o, value);
}

bool
avow_may_move_stack (const char *text)
{
  static const char *const words[] = { "push", "pop", "call", "enter", "leave", "sp" };

  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strcasestr (text, words[i]))
      return true;
  return false;
}

#define MAX_EMPTY_BLOCKS 8

bool
avow_ends_here (gimple_stmt_iterator gsi)
{
  basic_block bb = gsi_bb (gsi);

  gsi_next (&gsi);
  for (unsigned i = 0; i < MAX_EMPTY_BLOCKS; i++)
    {
      for (; !gsi_end_p (gsi); gsi_next (&gsi))
        {
          gimple *s = gsi_stmt (gsi);
          if (gimple_call_builtin_p (s, BUILT_IN_UNREACHABLE))
            return true;
          if (gimple_code (s) == GIMPLE_RETURN)
            return TREE_THIS_VOLATILE (cfun->decl); /* the end of a function that never returns */
          if (!is_gimple_debug (s) && gimple_code (s) != GIMPLE_LABEL && gimple_code (s) != GIMPLE_PREDICT
              && gimple_code (s) != GIMPLE_NOP && !gimple_clobber_p (s))
            return false;
        }
      if (EDGE_COUNT (bb->succs) == 0)
        return true;
      if (!single_succ_p (bb))
        return false;
      bb = single_succ (bb);
      if (bb == EXIT_BLOCK_PTR_FOR_FN (cfun))
        return false;
      gsi = gsi_start_bb (bb);
    }
  return true; /* round and round */
}
