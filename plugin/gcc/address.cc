/* address.cc - which operands hold, or lie at, the same address, and what is known of it.

   In asm ("..." :: "r" (p), "m" (*p)) the core must see that the memory operand
   lies where the register operand points.  Both come to the same number here (numbering.cc).  */
#include "numbering.h"

static const struct value unknown = { 0, 0 };

/* Nothing may modify it: a literal, or a const object that no other definition
   can replace.  */
static bool
is_constant_object (tree object)
{
  if (TREE_CODE (object) == STRING_CST || TREE_CODE (object) == CONST_DECL)
    return true;
  return VAR_P (object) && TREE_READONLY (object) && !TREE_THIS_VOLATILE (object)
         && (TREE_STATIC (object) || DECL_EXTERNAL (object));
}

/* What the unit says of OBJECT is all there is: it is defined here, and no other definition can take its place.  */
static bool
is_final (tree object)
{
  if (!VAR_P (object))
    return !DECL_P (object) || !DECL_EXTERNAL (object); /* (parameters have no flags of visibility) */
  return !DECL_EXTERNAL (object) && !DECL_WEAK (object) && !DECL_COMMON (object);
}

/* An external object may be larger and better aligned than it is declared: `extern char end;' is a label.  */
static void
object_facts (tree object, int64_t off, struct avow_operand *op)
{
  int64_t size = 0;
  bool fixed;
  uint64_t align;

  if (TREE_CODE (object) == FUNCTION_DECL || TREE_CODE (object) == LABEL_DECL)
    return;
  if (TREE_CODE (object) == STRING_CST)
    size = TREE_STRING_LENGTH (object);
  else if (!is_final (object)
           || !avow_constant (DECL_P (object) ? DECL_SIZE_UNIT (object) : NULL_TREE, &size))
    size = 0;
  op->value_is_object = true;
  op->object_size = (uint64_t) size;
  op->object_const = is_constant_object (object);
  align = avow_object_alignment (object, &fixed);
  if (off)
    align = MIN (align, (uint64_t) off & -(uint64_t) off);
  op->align_final = fixed && is_final (object);
  if (op->align_final || align > op->align || !avow_only_memory (op->constraint))
    *(avow_only_memory (op->constraint) ? &op->align : &op->reach_align) = align;
}

/* What a pointer of type TYPE promises of the address it holds: 1 when that is nothing.  */
static uint64_t
promised_alignment (const_tree type)
{
  if (!POINTER_TYPE_P (type) || TREE_CODE (TREE_TYPE (type)) == FUNCTION_TYPE)
    return 0;
  return VOID_TYPE_P (TREE_TYPE (type)) ? 1 : TYPE_ALIGN_UNIT (TREE_TYPE (type));
}

/* How large what a pointer of type TYPE points to is, or 0.  A pointer to an array may stand for the array's name,
   which points to the first element.  */
static uint64_t
pointed_size (const_tree type)
{
  tree to = POINTER_TYPE_P (type) ? TREE_TYPE (type) : NULL_TREE;

  if (!to || !COMPLETE_TYPE_P (to) || FUNC_OR_METHOD_TYPE_P (to) || TREE_CODE (to) == ARRAY_TYPE
      || VOID_TYPE_P (to))
    return 0;
  return tree_fits_uhwi_p (TYPE_SIZE_UNIT (to)) ? tree_to_uhwi (TYPE_SIZE_UNIT (to)) : 0;
}

/* The address of a memory operand, or the value of any other.  What can be either
   has no facts: nobody could tell which of the two they describe.  */
static struct value
operand_value (struct numbering *n, tree value, const struct avow_operand *op)
{
  bool in_memory = !is_gimple_reg (value) && TREE_CODE (value) != ADDR_EXPR
                   && !CONSTANT_CLASS_P (value) && !is_gimple_min_invariant (value);

  if (avow_only_memory (op->constraint))
    return avow_address_of (n, value, 0);
  if (op->is_output && op->constraint[0] != '+')
    return unknown;
  if (n->gsi && in_memory && !avow_hard_register (value))
    return unknown;
  return avow_value_of (n, value, 0);
}

/* An element of a constant table, whatever its number, is as constant.  */
static bool
in_constant_object (const struct numbering *n, const struct node *node)
{
  while (node->kind == NODE_INDEX)
    node = &n->nodes[node->a - 1];
  return node->kind == NODE_OBJECT && is_constant_object ((tree) (uintptr_t) node->a);
}

/* Small numbers in order of appearance, and offsets from the first operand of a
   node that is no object: only differences mean something there.  Equal patterns
   then look equal to the memo.  */
static void
publish (struct numbering *n, const struct value *values, unsigned count,
         struct avow_operand *ops)
{
  uint32_t next = 0;

  for (unsigned i = 0; i < count; i++)
    {
      const struct node *node = values[i].id ? &n->nodes[values[i].id - 1] : NULL;
      bool is_object = node && node->kind == NODE_OBJECT;
      unsigned first;
      if (!node)
        continue;
      for (first = 0; values[first].id != values[i].id; first++)
        ;
      ops[i].value_id = first < i ? ops[first].value_id : ++next;
      ops[i].value_off
        = is_object ? values[i].off
                    : (int64_t) ((uint64_t) values[i].off - (uint64_t) values[first].off);
      ops[i].object_const = in_constant_object (n, node);
      if (is_object)
        object_facts ((tree) (uintptr_t) node->a, values[i].off, &ops[i]);
    }
}

static bool
same_lvalue (tree a, tree b, const struct avow_operand *op_a, const struct avow_operand *op_b)
{
  if (op_a->value_id && op_a->value_id == op_b->value_id)
    return op_a->value_off == op_b->value_off && op_a->size == op_b->size;
  return operand_equal_p (a, b, OEP_ADDRESS_OF);
}

/* Pair the memory outputs with the memory inputs that are the same object: a "+m"
   as GCC splits it, or "=m" (x) : "m" (x).  */
static void
pair_objects (const tree *values, unsigned count, struct avow_operand *ops)
{
  for (unsigned out = 0; out < count && ops[out].is_output; out++)
    {
      if (!avow_only_memory (ops[out].constraint))
        continue;
      for (unsigned in = out + 1; in < count; in++)
        if (!ops[in].is_output && !ops[in].same_object && avow_only_memory (ops[in].constraint)
            && same_lvalue (values[out], values[in], &ops[out], &ops[in]))
          {
            ops[out].same_object = in + 1;
            ops[in].same_object = out + 1;
            break;
          }
    }
}

static void
value_facts (struct numbering *n, tree value, struct avow_operand *op)
{
  int64_t most;

  op->is_single = avow_only_memory (op->constraint) && INTEGRAL_TYPE_P (TREE_TYPE (value))
                  && avow_is_single (n, value, 0);
  if (POINTER_TYPE_P (TREE_TYPE (value)))
    op->reach_const = TYPE_READONLY (TREE_TYPE (TREE_TYPE (value)));
  if (op->is_output || !INTEGRAL_TYPE_P (TREE_TYPE (value)) || op->const_known || avow_only_memory (op->constraint))
    return;
  op->holds_const = avow_given_constant (n, value, 0, &op->const_value);
  most = avow_largest_value (n, value, 0);
  op->value_max = most > 0 ? (uint64_t) most : 0;
  op->holds = avow_integer_holds (n, value, 0);
}

/* In a tree that was never gimplified, an operand may change what another one
   reads, in no defined order.  */
static bool
has_side_effects (const tree *values, unsigned count)
{
  for (unsigned i = 0; i < count; i++)
    if (TREE_SIDE_EFFECTS (values[i]) && !TREE_THIS_VOLATILE (values[i]))
      return true;
  return false;
}

void
avow_address_facts (const gimple_stmt_iterator *gsi, const tree *operands, unsigned count,
                    struct avow_operand *ops, struct avow_arena *arena)
{
  struct numbering n; /* not cleared: 12 KB, of which a few bytes are used */
  struct value *values;

  if (count == 0 || (!gsi && has_side_effects (operands, count)))
    return;
  values = (struct value *) avow_calloc (arena, count, sizeof *values);
  if (!values)
    return;
  avow_numbering_init (&n, gsi);
  for (unsigned i = 0; i < count; i++)
    {
      values[i] = operand_value (&n, operands[i], &ops[i]);
      ops[i].reach_align = promised_alignment (TREE_TYPE (operands[i]));
      ops[i].reach_size = pointed_size (TREE_TYPE (operands[i]));
    }
  publish (&n, values, count, ops);
  for (unsigned i = 0; i < count; i++)
    value_facts (&n, operands[i], &ops[i]);
  if (gsi)
    avow_lifetime_facts (&n, operands, values, count, ops);
  pair_objects (operands, count, ops);
}
