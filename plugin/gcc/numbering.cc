/* numbering.cc - value numbers: which expressions have the same value at an asm statement.

   An expression becomes (node, constant offset); nodes are interned, so equal values meet in
   one node and nodes can be compared as numbers.  A value that is not understood gets a node of its
   own or none.

   The pass runs before there is SSA form.  What stands in for it:
   - the gimplifier's temporaries are SSA names (internal_get_tmp_var,
     gimplify.cc), each with its one definition;
   - variables are followed backwards through the `window', the assignments,
     calls and asm statements that come straight before this one in its block.
     What is older than the window is known by the variable's name only, meaning
     its value there;
   - two loads are equal when they load the same bytes and no statement of the
     window between them may store.

   `age' is a position in the window: 0 is the asm statement, 1 the statement
   before it.  An expression is evaluated at an age.  */
#include "numbering.h"

static const struct value unknown = { 0, 0 };

/* ---- nodes --------------------------------------------------------------------- */

static struct value
intern (struct numbering *n, const struct node *key)
{
  struct value v = { 0, 0 };
  unsigned i;

  for (i = 0; i < n->n_nodes; i++)
    if (memcmp (&n->nodes[i], key, sizeof *key) == 0)
      break;
  if (i == n->n_nodes)
    {
      if (i == MAX_NODES)
        return unknown;
      n->nodes[n->n_nodes++] = *key;
    }
  v.id = i + 1;
  return v;
}

static struct value
leaf (struct numbering *n, enum node_kind kind, const void *a, const void *b)
{
  struct node key = { (uint64_t) kind, (uintptr_t) a, 0, (uintptr_t) b, 0, 0 };
  return intern (n, &key);
}

static struct value
add_offset (struct value v, int64_t off)
{
  if (v.id)
    v.off = (int64_t) ((uint64_t) v.off + (uint64_t) off);
  return v;
}

/* ---- the window ------------------------------------------------------------------ */

static bool
collect (struct numbering *n, gimple *stmt)
{
  switch (gimple_code (stmt))
    {
    case GIMPLE_ASSIGN:
    case GIMPLE_CALL:
    case GIMPLE_ASM:
      if (n->n_window == MAX_WINDOW)
        return false;
      n->window[n->n_window++] = stmt;
      return true;

    case GIMPLE_NOP:
    case GIMPLE_DEBUG:
    case GIMPLE_PREDICT:
      return true;

    default:
      return false;
    }
}

void
avow_open_window (struct numbering *n)
{
  gimple_stmt_iterator gsi;

  if (n->is_open || !n->gsi)
    return;
  n->is_open = true;
  gsi = *n->gsi;
  for (gsi_prev (&gsi); !gsi_end_p (gsi) && collect (n, gsi_stmt (gsi)); gsi_prev (&gsi))
    ;
}

static bool
asm_writes (const gasm *stmt, const_tree var)
{
  for (unsigned i = 0; i < gimple_asm_noutputs (stmt); i++)
    if (TREE_VALUE (gimple_asm_output_op (stmt, i)) == var)
      return true;
  return false;
}

/* Whether STMT assigns register-like variable or name VAR.  Part of VAR counts.  */
static bool
defines (const gimple *stmt, const_tree var)
{
  tree lhs;

  if (gimple_code (stmt) == GIMPLE_ASM)
    return asm_writes (as_a<const gasm *> (stmt), var);
  lhs = gimple_get_lhs (stmt);
  while (lhs && handled_component_p (lhs))
    lhs = TREE_OPERAND (lhs, 0);
  return lhs == var;
}

/* Whether STMT may write memory.  */
static bool
may_store (const gimple *stmt)
{
  tree lhs;

  if (gimple_code (stmt) != GIMPLE_ASSIGN)
    return true;
  lhs = gimple_assign_lhs (stmt);
  return TREE_CODE (lhs) != SSA_NAME && !is_gimple_reg (lhs);
}

/* The age of the newest definition of VAR that is older than AGE, or 0.  */
unsigned
avow_age_of_definition (struct numbering *n, const_tree var, unsigned age)
{
  avow_open_window (n);
  for (unsigned i = age; i < n->n_window; i++)
    if (defines (n->window[i], var))
      return i + 1;
  return 0;
}

static uint64_t
stores_since (struct numbering *n, unsigned age)
{
  uint64_t stores = 0;

  for (unsigned i = 0; i + 1 < age && i < n->n_window; i++)
    stores += may_store (n->window[i]);
  return stores;
}

/* ---- addresses -------------------------------------------------------------------- */

bool
avow_constant (const_tree t, int64_t *value)
{
  if (!t || TREE_CODE (t) != INTEGER_CST || !tree_fits_shwi_p (t))
    return false;
  *value = tree_to_shwi (t);
  return true;
}

/* The constant that is added to an address: sizetype is unsigned, and to go back n bytes the front ends add
   2^32 - n or 2^64 - n.  */
static bool
signed_offset (const_tree t, int64_t *off)
{
  if (!t || TREE_CODE (t) != INTEGER_CST || TYPE_PRECISION (TREE_TYPE (t)) > HOST_BITS_PER_WIDE_INT)
    return false;
  *off = sext_hwi (TREE_INT_CST_LOW (t), TYPE_PRECISION (TREE_TYPE (t)));
  return true;
}

/* The address of a field: DECL_FIELD_OFFSET bytes and DECL_FIELD_BIT_OFFSET bits.
   A third operand means a position that varies.  */
static struct value
field_address (struct numbering *n, tree ref, unsigned age)
{
  tree field = TREE_OPERAND (ref, 1);
  int64_t bytes, bits;

  if (TREE_OPERAND (ref, 2) || TREE_CODE (field) != FIELD_DECL
      || !avow_constant (DECL_FIELD_OFFSET (field), &bytes)
      || !avow_constant (DECL_FIELD_BIT_OFFSET (field), &bits) || bits % BITS_PER_UNIT)
    return unknown;
  return add_offset (avow_address_of (n, TREE_OPERAND (ref, 0), age), bytes + bits / BITS_PER_UNIT);
}

static int64_t
low_bound (const_tree array_type)
{
  tree domain = TYPE_DOMAIN (array_type);
  int64_t low = 0;

  if (domain && TYPE_MIN_VALUE (domain) && !avow_constant (TYPE_MIN_VALUE (domain), &low))
    return -1;
  return low;
}

static struct value
element_address (struct numbering *n, tree ref, unsigned age)
{
  tree array = TREE_OPERAND (ref, 0), index = TREE_OPERAND (ref, 1);
  struct value base, i;
  int64_t size, number;

  if (TREE_OPERAND (ref, 2) || TREE_OPERAND (ref, 3) || !TREE_TYPE (array)
      || TREE_CODE (TREE_TYPE (array)) != ARRAY_TYPE || low_bound (TREE_TYPE (array)) != 0
      || !avow_constant (TYPE_SIZE_UNIT (TREE_TYPE (ref)), &size))
    return unknown;
  base = avow_address_of (n, array, age);
  if (!base.id)
    return unknown;
  if (avow_constant (index, &number))
    return add_offset (base, (int64_t) ((uint64_t) number * (uint64_t) size));
  i = avow_value_of (n, index, age);
  if (!i.id)
    return unknown;
  if (TYPE_PRECISION (TREE_TYPE (index)) == POINTER_SIZE || TYPE_OVERFLOW_UNDEFINED (TREE_TYPE (index)))
    {
      base.off = (int64_t) ((uint64_t) base.off + (uint64_t) i.off * (uint64_t) size);
      i.off = 0;
    }
  struct node key = { NODE_INDEX, base.id, 0, i.id, (uint64_t) i.off, (uint64_t) size };
  return add_offset (intern (n, &key), base.off);
}

static struct value
pointed_address (struct numbering *n, tree ref, unsigned age)
{
  int64_t off = 0;

  if (TREE_CODE (ref) == MEM_REF && !signed_offset (TREE_OPERAND (ref, 1), &off))
    return unknown;
  return add_offset (avow_value_of (n, TREE_OPERAND (ref, 0), age), off);
}

/* The address of memory reference REF.  */
struct value
avow_address_of (struct numbering *n, tree ref, unsigned age)
{
  struct value v = unknown;

  if (!ref || n->depth >= MAX_DEPTH)
    return unknown;
  n->depth++;
  switch (TREE_CODE (ref))
    {
    case VAR_DECL:
    case PARM_DECL:
    case RESULT_DECL:
    case CONST_DECL:
    case FUNCTION_DECL:
    case LABEL_DECL:
    case STRING_CST:
      if (TREE_CODE (ref) != VAR_DECL || !avow_hard_register (ref))
        v = leaf (n, NODE_OBJECT, ref, NULL);
      break;
    case INDIRECT_REF:
    case MEM_REF:
      v = pointed_address (n, ref, age);
      break;
    case COMPONENT_REF:
      v = field_address (n, ref, age);
      break;
    case ARRAY_REF:
      v = element_address (n, ref, age);
      break;
    case REALPART_EXPR:
    case VIEW_CONVERT_EXPR:
      v = avow_address_of (n, TREE_OPERAND (ref, 0), age);
      break;
    default:
      break;
    }
  n->depth--;
  return v;
}

/* ---- values ------------------------------------------------------------------------ */

/* Pointers and integers, where equal bits are equal values.  */
static bool
is_scalar (const_tree type)
{
  return type && (POINTER_TYPE_P (type) || INTEGRAL_TYPE_P (type));
}

static struct value
loaded_value (struct numbering *n, tree ref, unsigned age)
{
  struct value at;
  int64_t size;

  if (TREE_THIS_VOLATILE (ref) || !avow_constant (TYPE_SIZE_UNIT (TREE_TYPE (ref)), &size))
    return unknown;
  at = avow_address_of (n, ref, age);
  if (!at.id)
    return unknown;
  avow_open_window (n);
  struct node key = { NODE_LOAD, at.id, (uint64_t) at.off, (uint64_t) size,
                      TYPE_PRECISION (TREE_TYPE (ref)), stores_since (n, age) };
  return intern (n, &key);
}

/* A conversion that keeps all bits keeps the value; others are operations.  */
static struct value
converted_value (struct numbering *n, tree type, tree from, unsigned age)
{
  tree from_type = TREE_TYPE (from);
  struct value v;
  int64_t off = 0;

  if (!is_scalar (type) || !is_scalar (from_type))
    return unknown;
  v = avow_value_of (n, from, age);
  if (!v.id || TYPE_PRECISION (type) == TYPE_PRECISION (from_type))
    return v;
  /* A sum that may not overflow is the same sum in a wider type.  */
  if (TYPE_PRECISION (type) == POINTER_SIZE && INTEGRAL_TYPE_P (from_type) && TYPE_OVERFLOW_UNDEFINED (from_type))
    {
      off = v.off;
      v.off = 0;
    }
  struct node key = { NODE_UNARY, v.id, (uint64_t) v.off, NOP_EXPR,
                      (uint64_t) TYPE_PRECISION (from_type) << 1 | TYPE_UNSIGNED (from_type),
                      TYPE_PRECISION (type) };
  return add_offset (intern (n, &key), off);
}

/* What the offsets of VA and VB come to in the result of CODE, which is then computed without them: p + (i + 1) * 4 is
   p + i * 4, and 4.  Only in numbers as wide as an address, which the offsets wrap around in.  */
static int64_t
take_offsets (enum tree_code code, struct value *va, struct value *vb)
{
  uint64_t a = (uint64_t) va->off, b = (uint64_t) vb->off;
  uint64_t off;

  switch (code)
    {
    case MULT_EXPR:
      if (vb->id)
        return 0;
      va->off = 0;
      return (int64_t) (a * b);
    case LSHIFT_EXPR:
      if (vb->id || b > 63)
        return 0;
      va->off = 0;
      return (int64_t) (a << b);
    case PLUS_EXPR: case POINTER_PLUS_EXPR:
      off = a + b;
      break;
    case MINUS_EXPR:
      off = a - b;
      break;
    default:
      return 0;
    }
  va->off = vb->off = 0;
  return (int64_t) off;
}

/* The same operation on the same values gives the same value.  */
static struct value
computed_value (struct numbering *n, enum tree_code code, tree type, tree a, tree b, unsigned age)
{
  struct value va = avow_value_of (n, a, age), vb = unknown;
  int64_t off;

  if (!va.id || !b)
    return unknown;
  if (!signed_offset (b, &vb.off))
    {
      vb = avow_value_of (n, b, age);
      if (!vb.id)
        return unknown;
    }
  off = TYPE_PRECISION (type) == POINTER_SIZE ? take_offsets (code, &va, &vb) : 0;
  struct node key = { NODE_BINARY, va.id, (uint64_t) va.off, vb.id, (uint64_t) vb.off,
                      (uint64_t) code << 32 | TYPE_PRECISION (type) << 1 | TYPE_UNSIGNED (type) };
  return add_offset (intern (n, &key), off);
}

static struct value
sum_value (struct numbering *n, enum tree_code code, tree type, tree a, tree b, unsigned age)
{
  int64_t off;

  if (!b || !signed_offset (b, &off))
    return computed_value (n, code, type, a, b, age);
  return add_offset (avow_value_of (n, a, age),
                     code == MINUS_EXPR ? (int64_t) -(uint64_t) off : off);
}

/* The value of operation CODE on A and B (NULL for one operand), as an
   assignment or as a tree.  */
static struct value
operation_value (struct numbering *n, enum tree_code code, tree type, tree a, tree b,
                 unsigned age)
{
  if (!is_scalar (type))
    return unknown;
  switch (code)
    {
    CASE_CONVERT:
      return converted_value (n, type, a, age);
    case NON_LVALUE_EXPR:
      return avow_value_of (n, a, age);
    case POINTER_PLUS_EXPR:
    case PLUS_EXPR:
    case MINUS_EXPR:
      return sum_value (n, code, type, a, b, age);
    case MULT_EXPR:
    case LSHIFT_EXPR:
    case RSHIFT_EXPR:
    case BIT_AND_EXPR:
    case BIT_IOR_EXPR:
    case BIT_XOR_EXPR:
      return computed_value (n, code, type, a, b, age);
    default:
      return unknown;
    }
}

static struct value
assigned_value (struct numbering *n, gimple *def, unsigned age)
{
  tree rhs = gimple_assign_rhs1 (def);

  if (gimple_assign_single_p (def))
    return avow_value_of (n, rhs, age);
  return operation_value (n, gimple_assign_rhs_code (def),
                          TREE_TYPE (gimple_assign_lhs (def)), rhs,
                          gimple_num_ops (def) > 2 ? gimple_assign_rhs2 (def) : NULL_TREE, age);
}

/* The value that the definition at AGE gives to VAR.  */
static struct value
defined_value (struct numbering *n, tree var, unsigned age)
{
  gimple *def = n->window[age - 1];
  struct value v = unknown;

  if (is_gimple_assign (def) && gimple_assign_lhs (def) == var)
    v = assigned_value (n, def, age);
  return v.id ? v : leaf (n, NODE_DEF, def, var);
}

static struct value
name_value (struct numbering *n, tree name, unsigned age)
{
  unsigned def = avow_age_of_definition (n, name, age);
  return def ? defined_value (n, name, def) : leaf (n, NODE_NAME, name, NULL);
}

/* A register variable is not followed: calls and asm statements may change it
   without naming it.  */
static struct value
register_value (struct numbering *n, tree var, unsigned age)
{
  unsigned def = avow_age_of_definition (n, var, age);
  struct node key = { NODE_REGISTER, (uintptr_t) var, 0,
                      def ? (uintptr_t) n->window[def - 1] : 0, 0, stores_since (n, age) };
  return intern (n, &key);
}

/* A variable that can only be written by naming it is followed; any other is
   memory.  */
static struct value
variable_value (struct numbering *n, tree var, unsigned age)
{
  unsigned def;

  if (TREE_THIS_VOLATILE (var))
    return unknown;
  if (avow_hard_register (var))
    return register_value (n, var, age);
  if (!is_gimple_reg (var))
    return loaded_value (n, var, age);
  def = avow_age_of_definition (n, var, age);
  return def ? defined_value (n, var, def) : leaf (n, NODE_VARIABLE, var, NULL);
}

static struct value
expression_value (struct numbering *n, tree t, unsigned age)
{
  switch (TREE_CODE (t))
    {
    case SSA_NAME:
      return name_value (n, t, age);
    case VAR_DECL:
    case PARM_DECL:
    case RESULT_DECL:
      return variable_value (n, t, age);
    case ADDR_EXPR:
      return avow_address_of (n, TREE_OPERAND (t, 0), age);
    case MEM_REF:
    case INDIRECT_REF:
    case COMPONENT_REF:
    case ARRAY_REF:
      return loaded_value (n, t, age);
    case INTEGER_CST:
      return unknown;
    default:
      break;
    }
  if (UNARY_CLASS_P (t) || BINARY_CLASS_P (t))
    return operation_value (n, TREE_CODE (t), TREE_TYPE (t), TREE_OPERAND (t, 0),
                            BINARY_CLASS_P (t) ? TREE_OPERAND (t, 1) : NULL_TREE, age);
  return unknown;
}

struct value
avow_value_of (struct numbering *n, tree t, unsigned age)
{
  struct value v = unknown;

  if (!t || !is_scalar (TREE_TYPE (t)) || n->depth >= MAX_DEPTH)
    return unknown;
  n->depth++;
  v = expression_value (n, t, age);
  n->depth--;
  return v;
}

/* ---- what else a definition says ------------------------------------------------------- */

/* The assignment that gives T its value at AGE, and the age of its operands; NULL when it is not seen.  */
static gimple *
assignment_of (struct numbering *n, tree t, unsigned age, unsigned *def)
{
  if (TREE_CODE (t) != SSA_NAME
      && (!DECL_P (t) || TREE_THIS_VOLATILE (t) || !(is_gimple_reg (t) || avow_hard_register (t))))
    return NULL;
  *def = avow_age_of_definition (n, t, age);
  return *def && is_gimple_assign (n->window[*def - 1]) && gimple_assign_lhs (n->window[*def - 1]) == t
             ? n->window[*def - 1] : NULL;
}

/* Whether REF is a variable or a member: not an element of an array, nor what a pointer from elsewhere points to.  */
bool
avow_is_single (struct numbering *n, tree ref, unsigned age)
{
  unsigned def = age;
  gimple *stmt = NULL;
  tree pointer;

  if (DECL_P (ref) || TREE_CODE (ref) == COMPONENT_REF)
    return true;
  if (TREE_CODE (ref) != MEM_REF || !integer_zerop (TREE_OPERAND (ref, 1)))
    return false;
  pointer = TREE_OPERAND (ref, 0);
  for (unsigned i = 0; i < MAX_DEPTH && n->gsi && (stmt = assignment_of (n, pointer, age, &def)); i++)
    {
      if (!CONVERT_EXPR_CODE_P (gimple_assign_rhs_code (stmt)) && !gimple_assign_single_p (stmt))
        return false;
      pointer = gimple_assign_rhs1 (stmt);
      age = def;
    }
  return TREE_CODE (pointer) == ADDR_EXPR
         && (DECL_P (TREE_OPERAND (pointer, 0)) || TREE_CODE (TREE_OPERAND (pointer, 0)) == COMPONENT_REF);
}

/* The largest value that T can have when that is known and T cannot be negative, else -1.  */
int64_t
avow_largest_value (struct numbering *n, tree t, unsigned age)
{
  int64_t most = -1, bound;
  tree type = TREE_TYPE (t);
  unsigned def;
  gimple *stmt;

  if (!INTEGRAL_TYPE_P (type) || n->depth >= MAX_DEPTH)
    return -1;
  if (avow_constant (t, &bound))
    return bound;
  if (TYPE_UNSIGNED (type) && TYPE_PRECISION (type) <= 16)
    most = ((int64_t) 1 << TYPE_PRECISION (type)) - 1;
  stmt = n->gsi ? assignment_of (n, t, age, &def) : NULL;
  if (!stmt)
    return most;
  n->depth++;
  switch (gimple_assign_rhs_code (stmt))
    {
    case BIT_AND_EXPR:
      bound = avow_largest_value (n, gimple_assign_rhs2 (stmt), def);
      break;
    case TRUNC_MOD_EXPR:
      bound = TYPE_UNSIGNED (type) && avow_constant (gimple_assign_rhs2 (stmt), &bound) ? bound - 1 : -1;
      break;
    case PARM_DECL: case VAR_DECL: case SSA_NAME: case INTEGER_CST:
    CASE_CONVERT:
      bound = avow_largest_value (n, gimple_assign_rhs1 (stmt), def);
      break;
    default:
      bound = -1;
    }
  n->depth--;
  return bound >= 0 && (most < 0 || bound < most) ? bound : most;
}

/* The constant, not negative, that the assignments before the statement give to T.  */
bool
avow_given_constant (struct numbering *n, tree t, unsigned age, int64_t *value)
{
  unsigned def = age, bits = 62; /* that survive all conversions */
  gimple *stmt = NULL;
  int64_t c;

  for (unsigned i = 0; i < MAX_DEPTH && n->gsi && (stmt = assignment_of (n, t, age, &def)); i++)
    {
      bits = MIN (bits, TYPE_PRECISION (TREE_TYPE (t)) - !TYPE_UNSIGNED (TREE_TYPE (t)));
      if (!CONVERT_EXPR_CODE_P (gimple_assign_rhs_code (stmt)) && !gimple_assign_single_p (stmt))
        return false;
      t = gimple_assign_rhs1 (stmt);
      age = def;
      if (!INTEGRAL_TYPE_P (TREE_TYPE (t)))
        return false;
      if (avow_constant (t, &c))
        {
          *value = c;
          return c >= 0 && c >> bits == 0;
        }
    }
  return false;
}

/* An enum avow_holds for integer T.  */
uint8_t
avow_integer_holds (struct numbering *n, tree t, unsigned age)
{
  unsigned def = 0;
  gimple *stmt;

  for (unsigned i = 0; i < MAX_DEPTH; i++)
    {
      if (CONSTANT_CLASS_P (t))
        return AVOW_HOLDS_NUMBER;
      if (POINTER_TYPE_P (TREE_TYPE (t)))
        return AVOW_HOLDS_POINTER;
      if (!INTEGRAL_TYPE_P (TREE_TYPE (t)) || TYPE_PRECISION (TREE_TYPE (t)) < POINTER_SIZE)
        return AVOW_HOLDS_NUMBER;
      stmt = n->gsi ? assignment_of (n, t, age, &def) : NULL;
      if (!stmt || (!CONVERT_EXPR_CODE_P (gimple_assign_rhs_code (stmt)) && !gimple_assign_single_p (stmt)))
        break;
      t = gimple_assign_rhs1 (stmt);
      age = def;
    }
  /* Where int is as wide as an address, addresses are still kept in long and unsigned integers.  */
  return TYPE_MAIN_VARIANT (TREE_TYPE (t)) == integer_type_node ? AVOW_HOLDS_NUMBER : AVOW_HOLDS_ANYTHING;
}

/* ---- the beginning ------------------------------------------------------------------- */

void
avow_numbering_init (struct numbering *n, const gimple_stmt_iterator *gsi)
{
  n->gsi = gsi;
  n->n_window = n->n_nodes = n->depth = 0;
  n->is_open = false;
}
