/* rebuild.cc - a draft becomes a GIMPLE_ASM in place of the old one.

   Nothing of the old statement is modified: its operand lists may be shared.  New operands need values: a
   dummy output is a new variable; an object that becomes an output too, or an input too, is named
   again; and for an output whose old value matters that value is sought.  When the gimplifier has
   put a temporary between the asm and the variable ("asm (... : =r (t)); x = t;"), it is the variable's.  A
   variable that nothing else ever sets has no old value: zero then, so that bits which the template
   leaves alone are the same every time.  */
#include "glue.h"

#include "gimplify.h"
#include "tree-dfa.h"

static tree
string_tree (const char *s)
{
  return build_string (strlen (s) + 1, s);
}

/* An operand list node.  */
static tree
operand_node (const char *constraint, tree value)
{
  return build_tree_list (build_tree_list (NULL_TREE, string_tree (constraint)), value);
}

/* The node of operand K of the statement as written.  */
static tree
written_link (const gasm *old, unsigned k)
{
  unsigned n_out = gimple_asm_noutputs (old);
  return k < n_out ? gimple_asm_output_op (old, k) : gimple_asm_input_op (old, k - n_out);
}

/* The same with the constraint of OP: itself when that is the same.  */
static tree
operand_link (tree link, const struct avow_operand *op)
{
  tree purpose = TREE_PURPOSE (link);

  if (strcmp (TREE_STRING_POINTER (TREE_VALUE (purpose)), op->constraint) == 0)
    return link;
  return build_tree_list (build_tree_list (TREE_PURPOSE (purpose), string_tree (op->constraint)),
                          TREE_VALUE (link));
}

/* ---- the old value of an output ------------------------------------------------------------ */

/* Behind the asm at GSI, where temporary T is stored: the lvalue, or NULL.  */
static tree
stored_to (gimple_stmt_iterator gsi, tree t)
{
  for (gsi_next (&gsi); !gsi_end_p (gsi); gsi_next (&gsi))
    {
      gimple *g = gsi_stmt (gsi);
      if (is_gimple_assign (g) && gimple_assign_rhs1 (g) == t
          && (gimple_assign_single_p (g) || gimple_assign_cast_p (g)))
        return gimple_assign_lhs (g);
      if (gimple_get_lhs (g) == t)
        break;
    }
  return NULL_TREE;
}

static bool
is_output_of (const gasm *s, tree decl)
{
  for (unsigned i = 0; i < gimple_asm_noutputs (s); i++)
    if (TREE_VALUE (gimple_asm_output_op (s, i)) == decl)
      return true;
  return false;
}

/* Whether a statement other than SELF, or the store behind it, gives DECL a value.  What is not a plain local
   variable has one.  */
static bool
has_value (tree decl, const gimple *self, const gimple *store)
{
  basic_block bb;

  if (!VAR_P (decl) || is_global_var (decl) || TREE_ADDRESSABLE (decl))
    return true;
  FOR_EACH_BB_FN (bb, cfun)
    for (gimple_stmt_iterator i = gsi_start_bb (bb); !gsi_end_p (i); gsi_next (&i))
      {
        gimple *g = gsi_stmt (i);
        if (g == self || g == store || is_gimple_debug (g) || gimple_clobber_p (g))
          continue;
        if (gimple_get_lhs (g) == decl)
          return true;
        if (gimple_code (g) == GIMPLE_ASM && is_output_of (as_a<gasm *> (g), decl))
          return true;
      }
  return false;
}

static gimple *
statement_storing (gimple_stmt_iterator gsi, tree lhs)
{
  for (gsi_next (&gsi); !gsi_end_p (gsi); gsi_next (&gsi))
    if (gimple_get_lhs (gsi_stmt (gsi)) == lhs)
      return gsi_stmt (gsi);
  return NULL;
}

/* VALUE, loaded in front of the asm into a variable of TYPE.  */
static tree
load_before (gimple_stmt_iterator *gsi, tree value, tree type)
{
  tree t = create_tmp_var (TYPE_MAIN_VARIANT (TREE_TYPE (value)));
  gimple *load = gimple_build_assign (t, unshare_expr (value));

  gimple_set_location (load, gimple_location (gsi_stmt (*gsi)));
  gsi_insert_before (gsi, load, GSI_SAME_STMT);
  if (useless_type_conversion_p (type, TREE_TYPE (t)))
    return t;
  value = t;
  t = create_tmp_var (TYPE_MAIN_VARIANT (type));
  load = gimple_build_assign (t, NOP_EXPR, value);
  gimple_set_location (load, gimple_location (gsi_stmt (*gsi)));
  gsi_insert_before (gsi, load, GSI_SAME_STMT);
  return t;
}

/* What the lvalue of output V holds in front of the asm at GSI.  */
static tree
old_value (gimple_stmt_iterator *gsi, tree v)
{
  tree type = TREE_TYPE (v), stored = NULL_TREE;
  const gimple *self = gsi_stmt (*gsi), *store = NULL;

  if (VAR_P (v) && DECL_ARTIFICIAL (v) && !is_global_var (v))
    {
      stored = stored_to (*gsi, v);
      store = stored ? statement_storing (*gsi, stored) : NULL;
    }
  if (!stored)
    stored = v;
  if (DECL_P (stored) && !has_value (stored, self, store))
    return is_gimple_reg_type (type) ? build_zero_cst (type) : v;
  if (stored == v && is_gimple_reg (v))
    return v;
  if (!is_gimple_reg_type (TREE_TYPE (stored))
      || !(useless_type_conversion_p (type, TREE_TYPE (stored))
           || (INTEGRAL_TYPE_P (type) && INTEGRAL_TYPE_P (TREE_TYPE (stored)))))
    return v;
  return load_before (gsi, stored, type);
}

/* ---- memory behind a pointer ---------------------------------------------------------------- */

/* ADDRESS in a variable, set in front of the asm.  */
static tree
in_variable (gimple_stmt_iterator *gsi, tree address)
{
  tree t = create_tmp_var (TYPE_MAIN_VARIANT (TREE_TYPE (address)));
  gimple *set = gimple_build_assign (t, address);

  gimple_set_location (set, gimple_location (gsi_stmt (*gsi)));
  gsi_insert_before (gsi, set, GSI_SAME_STMT);
  return t;
}

/* SIZE bytes FROM bytes behind the address VALUE, or from the beginning of the object VALUE.  As characters, which
   may be part of any object: nobody knows of what type the program takes them to be.  */
static tree
reached_memory (gimple_stmt_iterator *gsi, tree value, bool is_object, int64_t from, uint64_t size)
{
  tree type = build_array_type_nelts (unsigned_char_type_node, size);
  tree chars = build_pointer_type_for_mode (unsigned_char_type_node, ptr_mode, true);
  tree address = is_object ? build_fold_addr_expr (unshare_expr (value)) : unshare_expr (value);
  tree base = address, ref;
  poly_int64 off = 0;

  if (TREE_CODE (address) == ADDR_EXPR)
    {
      tree object = get_addr_base_and_unit_offset (TREE_OPERAND (address, 0), &off);
      if (object && DECL_P (object))
        base = build_fold_addr_expr (object);
      else
        off = 0;
    }
  if (!is_gimple_mem_ref_addr (base))
    {
      base = in_variable (gsi, address);
      off = 0;
    }
  ref = build2 (MEM_REF, type, base, build_int_cst (chars, from + off.to_constant ()));
  TREE_THIS_VOLATILE (ref) = 0;
  return ref;
}

/* ---- the statement --------------------------------------------------------------------------------- */

/* The list node of operand I of draft D.  */
static tree
draft_link (gimple_stmt_iterator *gsi, const struct avow_draft *d, unsigned i)
{
  const gasm *old = as_a<gasm *> (gsi_stmt (*gsi));
  const struct avow_operand *op = &d->operands[i];
  tree link = written_link (old, d->origins[i].of), value = TREE_VALUE (link);

  switch (d->origins[i].origin)
    {
    case AVOW_DUMMY_OUTPUT:
      value = create_tmp_var (TYPE_MAIN_VARIANT (TREE_TYPE (value)));
      break;
    case AVOW_SAME_OUTPUT:
      value = unshare_expr (value);
      break;
    case AVOW_VALUE_INPUT:
      value = op->same_object ? unshare_expr (value) : old_value (gsi, value);
      break;
      case AVOW_REACHED: {
        const struct avow_operand *of = &d->written->operands[d->origins[i].of];
        value = reached_memory (gsi, value, avow_only_memory (of->constraint),
                                op->value_off - of->value_off, op->size);
        break;
      }
    default:
      return operand_link (link, op);
    }
  return operand_node (op->constraint, value);
}

void
avow_rebuild (gimple_stmt_iterator *gsi, const struct avow_draft *d)
{
  gasm *old = as_a<gasm *> (gsi_stmt (*gsi));
  unsigned n_old = d->stmt.n_clobbers - d->n_new_clobbers;
  vec<tree, va_gc> *in = NULL, *out = NULL, *clobbers = NULL, *labels = NULL;
  gasm *fresh;

  for (unsigned i = 0; i < d->stmt.n_operands; i++)
    vec_safe_push (i < d->stmt.n_outputs ? out : in, draft_link (gsi, d, i));
  for (unsigned i = 0; i < n_old; i++)
    vec_safe_push (clobbers, gimple_asm_clobber_op (old, i));
  for (unsigned i = n_old; i < d->stmt.n_clobbers; i++)
    vec_safe_push (clobbers, build_tree_list (NULL_TREE, string_tree (d->clobbers[i])));
  for (unsigned i = 0; i < gimple_asm_nlabels (old); i++)
    vec_safe_push (labels, gimple_asm_label_op (old, i));

  fresh = gimple_build_asm_vec (ggc_strdup (d->stmt.text), in, out, clobbers, labels);
  gimple_asm_set_volatile (fresh, gimple_asm_volatile_p (old) || d->stmt.is_volatile);
  gimple_asm_set_inline (fresh, gimple_asm_inline_p (old));
  gimple_set_location (fresh, gimple_location (old));
  gimple_set_block (fresh, gimple_block (old));
  gsi_replace (gsi, fresh, true);
}
