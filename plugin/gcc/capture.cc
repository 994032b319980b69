/* capture.cc - copy a GCC asm statement into a struct avow_stmt.

   The same statement has three forms: a GIMPLE_ASM in a function that is being
   compiled, an ASM_EXPR in the tree of one that never is, a bare string at the
   top level.  The first two keep their operands in TREE_LISTs,
   TREE_VALUE = the operand, TREE_PURPOSE = list of (name, constraint), and are
   brought to one form, `struct links', first.

   Nothing is allocated in GCC's memory and nothing of GCC is changed: an
   innocent looking DECL_ASSEMBLER_NAME or a temporary would shift DECL_UIDs and
   with them the generated code.  */
#include "glue.h"

struct links
{
  tree *operands; /* TREE_LIST nodes, outputs first */
  tree *clobbers; /* TREE_LIST nodes, TREE_VALUE is a STRING_CST */
  unsigned n_outputs, n_operands, n_clobbers;
};

/* ---- operands -------------------------------------------------------------- */

static const char *
constraint_of (const_tree link)
{
  tree purpose = TREE_PURPOSE (link);

  if (!purpose || TREE_CODE (purpose) != TREE_LIST)
    return NULL;
  purpose = TREE_VALUE (purpose);
  return purpose && TREE_CODE (purpose) == STRING_CST ? TREE_STRING_POINTER (purpose) : NULL;
}

/* A user's register name is kept as "*name" (set_user_assembler_name).  Ask only
   when it is set: DECL_ASSEMBLER_NAME would otherwise make one.  */
const char *
avow_hard_register (tree decl)
{
  const char *name;

  if (!VAR_P (decl) || !DECL_REGISTER (decl) || !DECL_HARD_REGISTER (decl)
      || !DECL_ASSEMBLER_NAME_SET_P (decl))
    return NULL;
  name = IDENTIFIER_POINTER (DECL_ASSEMBLER_NAME (decl));
  name += *name == '*';
  return name + (*name == '%');
}

/* The variable behind VALUE: itself, or the one that a temporary of the
   gimplifier was loaded from.  */
static tree
variable_of (tree value)
{
  gimple *def;

  if (TREE_CODE (value) == SSA_NAME)
    {
      def = SSA_NAME_DEF_STMT (value);
      if (SSA_NAME_VAR (value) || !def || !gimple_assign_single_p (def))
        return SSA_NAME_VAR (value);
      value = gimple_assign_rhs1 (def);
    }
  return DECL_P (value) ? value : NULL_TREE;
}

static uint8_t
type_class (const_tree type)
{
  if (POINTER_TYPE_P (type))
    return AVOW_TYPE_POINTER;
  if (INTEGRAL_TYPE_P (type))
    return AVOW_TYPE_INT;
  if (SCALAR_FLOAT_TYPE_P (type))
    return AVOW_TYPE_FLOAT;
  return VECTOR_TYPE_P (type) ? AVOW_TYPE_VECTOR : AVOW_TYPE_OTHER;
}

static void
capture_type (const_tree type, struct avow_operand *op)
{
  tree size = TYPE_SIZE_UNIT (type);

  op->type = type_class (type);
  op->is_signed = op->type == AVOW_TYPE_INT && !TYPE_UNSIGNED (type);
  op->size = size && tree_fits_uhwi_p (size) ? tree_to_uhwi (size) : 0;
  op->align = TYPE_ALIGN_UNIT (type);
}

/* What only memory has: an object with an alignment of its own.  */
static void
capture_memory (tree value, struct avow_operand *op)
{
  /* (not less only: a member of a packed structure has less than its type) */
  op->align = get_object_alignment (value) / BITS_PER_UNIT;
  op->is_volatile = TREE_THIS_VOLATILE (value) || TYPE_VOLATILE (TREE_TYPE (value));
  op->is_const = TYPE_READONLY (TREE_TYPE (value)) || TREE_READONLY (value);
}

static void
capture_variable (tree value, struct avow_operand *op)
{
  tree var = variable_of (value);

  if (!var)
    return;
  if (DECL_NAME (var) && !DECL_ARTIFICIAL (var))
    op->name = IDENTIFIER_POINTER (DECL_NAME (var));
  op->hard_reg = avow_hard_register (var);
}

static bool
is_memory_reference (const_tree value)
{
  return handled_component_p (value) || TREE_CODE (value) == MEM_REF || DECL_P (value)
         || TREE_CODE (value) == INDIRECT_REF || TREE_CODE (value) == STRING_CST;
}

static bool
capture_operand (tree link, bool is_output, struct avow_operand *op)
{
  tree value = TREE_VALUE (link);
  tree type = value ? TREE_TYPE (value) : NULL_TREE;

  op->constraint = constraint_of (link);
  op->is_output = is_output;
  /* Codes past the last common one belong to the language: a template's
     dependent types.  */
  if (!op->constraint || !type || !TYPE_P (type) || type == error_mark_node
      || TREE_CODE (type) > LAST_AND_UNUSED_TREE_CODE)
    return false;
  capture_type (type, op);
  capture_variable (value, op);
  if (is_memory_reference (value) && !is_gimple_reg (value) && !op->hard_reg)
    capture_memory (value, op);
  op->callee = avow_pointed_abi (type);
  if (POINTER_TYPE_P (type))
    op->behind = avow_pointed_abi (TREE_TYPE (type));
  op->symbol = avow_symbol_name (value);
  if (TREE_CODE (value) == INTEGER_CST && tree_fits_shwi_p (value))
    {
      op->const_known = true;
      op->const_value = tree_to_shwi (value);
    }
  return true;
}

/* ---- constraints ------------------------------------------------------------- */

/* Which constraint means memory is the port's business; GCC answers for its own
   (as parse_output_constraint in stmt.cc).  */
bool
avow_only_memory (const char *constraint)
{
  bool memory = false;

  for (const char *p = constraint; *p; p += CONSTRAINT_LEN (*p, p))
    {
      enum constraint_num cn;
      if (strchr ("=+&%,*?!^$#", *p))
        continue;
      if (strchr ("gXp0123456789[", *p))
        return false;
      cn = lookup_constraint (p);
      if (strchr ("<>V", *p) || insn_extra_memory_constraint (cn)
          || insn_extra_special_memory_constraint (cn))
        memory = true;
      else
        return false;
    }
  return memory;
}

/* ---- the statement ------------------------------------------------------------ */

static const char *const *
capture_clobbers (const struct links *l, struct avow_arena *arena)
{
  const char **names = (const char **) avow_calloc (arena, l->n_clobbers + 1, sizeof *names);

  for (unsigned i = 0; names && i < l->n_clobbers; i++)
    {
      tree name = TREE_VALUE (l->clobbers[i]);
      if (!name || TREE_CODE (name) != STRING_CST)
        return NULL;
      names[i] = TREE_STRING_POINTER (name);
    }
  return names;
}

static bool
capture_operands (const struct links *l, const gimple_stmt_iterator *gsi, struct avow_reads *reads,
                  tree function, struct avow_arena *arena, struct avow_stmt *stmt)
{
  unsigned n = l->n_operands;
  struct avow_operand *ops = (struct avow_operand *) avow_calloc (arena, n + 1, sizeof *ops);
  tree *values = (tree *) avow_calloc (arena, n + 1, sizeof *values);

  if (!ops || !values)
    return false;
  for (unsigned i = 0; i < n; i++)
    {
      if (!capture_operand (l->operands[i], i < l->n_outputs, &ops[i]))
        return false;
      values[i] = TREE_VALUE (l->operands[i]);
      ops[i].unread = reads && i < l->n_outputs && avow_is_unread (reads, values[i]);
    }
  avow_address_facts (gsi, values, n, ops, arena);
  if (avow_may_move_stack (stmt->text))
    for (unsigned i = 0; i < n; i++)
      ops[i].stack = avow_stack_use (gsi, function, values[i]);
  stmt->operands = ops;
  stmt->n_outputs = l->n_outputs;
  stmt->n_operands = n;
  return true;
}

static bool
capture_links (const struct links *l, const gimple_stmt_iterator *gsi, struct avow_reads *reads,
               tree function, struct avow_arena *arena, struct avow_stmt *stmt)
{
  avow_capture_target (function, &stmt->target);
  stmt->symbol = avow_symbol_in_unit;
  stmt->include = avow_included_text;
  stmt->clobbers = capture_clobbers (l, arena);
  stmt->n_clobbers = l->n_clobbers;
  return stmt->clobbers && capture_operands (l, gsi, reads, function, arena, stmt);
}

bool
avow_capture_gimple (const gimple_stmt_iterator *gsi, struct avow_reads *reads,
                     struct avow_arena *arena, struct avow_stmt *stmt)
{
  const gasm *s = as_a<const gasm *> (gsi_stmt (*gsi));
  unsigned n_in = gimple_asm_ninputs (s), n_out = gimple_asm_noutputs (s);
  struct links l = { NULL, NULL, n_out, n_out + n_in, gimple_asm_nclobbers (s) };

  l.operands = (tree *) avow_calloc (arena, l.n_operands + l.n_clobbers + 1, sizeof (tree));
  if (!l.operands)
    return false;
  l.clobbers = l.operands + l.n_operands;
  for (unsigned i = 0; i < n_out; i++)
    l.operands[i] = gimple_asm_output_op (s, i);
  for (unsigned i = 0; i < n_in; i++)
    l.operands[n_out + i] = gimple_asm_input_op (s, i);
  for (unsigned i = 0; i < l.n_clobbers; i++)
    l.clobbers[i] = gimple_asm_clobber_op (s, i);

  memset (stmt, 0, sizeof *stmt);
  stmt->text = gimple_asm_string (s);
  stmt->len = strlen (stmt->text);
  stmt->n_labels = gimple_asm_nlabels (s);
  stmt->is_goto = stmt->n_labels > 0;
  stmt->is_basic = avow_asm_is_basic (s);
  stmt->is_volatile = gimple_asm_volatile_p (s) || n_out == 0 || stmt->is_goto;
  stmt->no_return = avow_ends_here (*gsi);
  return capture_links (&l, gsi, reads, current_function_decl, arena, stmt);
}

static unsigned
fill (tree *array, tree list)
{
  unsigned n = 0;
  for (; list; list = TREE_CHAIN (list))
    array[n++] = list;
  return n;
}

bool
avow_capture_tree (tree expr, tree function, struct avow_arena *arena, struct avow_stmt *stmt)
{
  tree text = ASM_STRING (expr);
  struct links l = { NULL, NULL, 0, 0, 0 };
  int total = list_length (ASM_OUTPUTS (expr)) + list_length (ASM_INPUTS (expr))
              + list_length (ASM_CLOBBERS (expr));

  l.operands = (tree *) avow_calloc (arena, total + 1, sizeof (tree));
  if (!l.operands || !text || TREE_CODE (text) != STRING_CST)
    return false;
  l.n_outputs = fill (l.operands, ASM_OUTPUTS (expr));
  l.n_operands = l.n_outputs + fill (l.operands + l.n_outputs, ASM_INPUTS (expr));
  l.clobbers = l.operands + l.n_operands;
  l.n_clobbers = fill (l.clobbers, ASM_CLOBBERS (expr));

  memset (stmt, 0, sizeof *stmt);
  stmt->text = TREE_STRING_POINTER (text);
  stmt->len = strlen (stmt->text);
  stmt->n_labels = list_length (ASM_LABELS (expr));
  stmt->is_goto = stmt->n_labels > 0;
  stmt->is_basic = avow_asm_expr_is_basic (expr);
  stmt->is_volatile = ASM_VOLATILE_P (expr) || l.n_outputs == 0 || stmt->is_goto;
  return capture_links (&l, NULL, NULL, function, arena, stmt);
}

/* From GCC 15 on an asm with operands may stand at the top level; it is then an
   ASM_EXPR, which is not looked at yet.  */
bool
avow_capture_toplevel (tree asm_str, struct avow_stmt *stmt)
{
  memset (stmt, 0, sizeof *stmt);
  if (!asm_str || TREE_CODE (asm_str) != STRING_CST)
    return false;
  avow_capture_target (NULL_TREE, &stmt->target);
  stmt->text = TREE_STRING_POINTER (asm_str);
  stmt->len = strlen (stmt->text);
  stmt->include = avow_included_text;
  stmt->is_volatile = stmt->is_basic = stmt->is_toplevel = true;
  return true;
}
